import { expect, test } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { Snooze } from '../../../renderer/hooks/use-quiet.ts';
import { quietWords } from '../../../renderer/terminals/quiet-words.ts';

const { words } = createSpeech();
const snooze = (until: number | null): Snooze => ({
  scope: { kind: 'terminal', account: 'nl', poiid: 'V400m-1' },
  until,
  lengthMs: null,
});
const known = 'You know. You are told again when it is connected.';

test.each([
  { why: 'nothing', quiet: { acknowledged: false, snooze: null }, says: null },
  { why: 'an acknowledgement', quiet: { acknowledged: true, snooze: null }, says: known },
  {
    why: 'a snooze',
    quiet: { acknowledged: false, snooze: snooze(15) },
    says: 'Snoozed until 15 o’clock: you are not told of it.',
  },
  { why: 'a snooze until it is back', quiet: { acknowledged: false, snooze: snooze(null) }, says: known },
  {
    why: 'both, of which one outlasts the other',
    quiet: { acknowledged: true, snooze: snooze(15) },
    says: known,
  },
])('$why says $says', ({ quiet, says }) => {
  expect(quietWords(quiet, (at) => `${at} o’clock`, words)).toBe(says);
});
