import { expect, test } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { TerminalOverview } from '../../../renderer/model.ts';
import { brief } from '../../../renderer/terminals/brief.ts';
import { statusWords } from '../../../renderer/terminals/status-words.ts';
import { makeTerminal } from './overviews.ts';

const { words } = createSpeech();
const minute = 60_000;
const now = 4 * minute;

test.each<{ terminal: Partial<TerminalOverview>; told: string }>([
  { terminal: { status: 'connected' }, told: 'Connected for 4 min' },
  { terminal: { status: 'connected', since: now - minute + 1 }, told: 'Connected just now' },
  { terminal: { status: 'connected', since: null }, told: 'Connected' },
  { terminal: { status: 'suspect' }, told: 'Missing from the last answer, asking again' },
  { terminal: { status: 'disconnected' }, told: 'Disconnected for 4 min' },
  { terminal: { status: 'disconnected', since: now }, told: 'Disconnected just now' },
  { terminal: { status: 'disconnected', since: null }, told: 'Disconnected' },
  { terminal: { status: 'disconnected', neverSeen: true }, told: 'Not seen since it was added' },
  { terminal: { status: 'unknown' }, told: 'Not known for 4 min' },
  { terminal: { status: 'unknown', since: null }, told: 'Not known' },
  { terminal: { status: 'unknown', neverSeen: true, since: null }, told: 'Not checked yet' },
])('$terminal reads "$told"', ({ terminal, told }) => {
  expect(statusWords(makeTerminal({ since: 0, ...terminal }), now, words)).toBe(told);
});

test.each([
  { ms: -5000, told: '0 s' },
  { ms: 8900, told: '8 s' },
  { ms: minute - 1, told: '59 s' },
  { ms: minute, told: '1 min' },
])('$ms ms are $told', ({ ms, told }) => {
  expect(brief(ms, words)).toBe(told);
});
