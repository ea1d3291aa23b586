import { expect, test } from 'vitest';
import { countWords } from '../../../renderer/terminals/count-words.ts';
import { createSpeech } from '../../../assets/locales/index.ts';

const { words } = createSpeech();

test.each([
  { counts: { expected: 0, connected: 0, disconnected: 0, unknown: 0 }, says: ['no terminal known'] },
  { counts: { expected: 5, connected: 5, disconnected: 0, unknown: 0 }, says: ['5 of 5 connected'] },
  { counts: { expected: 5, connected: 0, disconnected: 5, unknown: 0 }, says: ['0 of 5 connected'] },
  {
    counts: { expected: 5, connected: 4, disconnected: 0, unknown: 1 },
    says: ['4 of 5 connected', '1 not known'],
  },
  { counts: { expected: 5, connected: 0, disconnected: 0, unknown: 5 }, says: ['5 terminals'] },
  { counts: { expected: 1, connected: 0, disconnected: 0, unknown: 1 }, says: ['1 terminal'] },
])('$counts is $says', ({ counts, says }) => {
  expect(countWords(counts, words)).toEqual(says);
});
