import { describe, expect, test } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { barWords, stateOf, type Part } from '../../../renderer/terminals/bar.ts';
import { percent } from '../../../assets/locales/percent.ts';

const minute = 60_000;
const part = (up: number, down: number, unwatched: number): Part => ({
  up: up * minute,
  down: down * minute,
  unwatched: unwatched * minute,
});

describe('a tick of the bar', () => {
  test.each([
    { part: part(30, 0, 0), state: 'up' },
    { part: part(29, 1, 0), state: 'down' },
    { part: part(0, 1, 29), state: 'down' },
    { part: part(15, 0, 15), state: 'up' },
    { part: part(5, 0, 25), state: 'unwatched' },
    { part: part(0, 0, 30), state: 'unwatched' },
    { part: part(0, 0, 0), state: 'unwatched' },
  ])('of $part is $state', ({ part, state }) => {
    expect(stateOf(part)).toBe(state);
  });
});

const { words } = createSpeech();

describe('the bar in words', () => {
  test.each([
    { bar: [part(30, 0, 0)], said: 'Last 24 hours: connected' },
    { bar: [part(18, 12, 0), part(30, 0, 0)], said: 'Last 24 hours: disconnected for 12 min' },
    { bar: [part(0, 0, 30), part(0, 0, 30)], said: 'Last 24 hours: not watched for 1 hr' },
    { bar: [part(30, 0, 0), part(0, 0, 30)], said: 'Last 24 hours: connected, not watched for 30 min' },
    {
      bar: [part(20, 10, 0), part(0, 0, 30)],
      said: 'Last 24 hours: disconnected for 10 min, not watched for 30 min',
    },
  ])('$said', ({ bar, said }) => {
    expect(barWords(bar, words)).toBe(said);
  });
});

describe('a share', () => {
  test.each([
    { share: 1, shown: '100%' },
    { share: 0.99999, shown: '99.9%' },
    { share: 0.992, shown: '99.2%' },
    { share: 0.5, shown: '50%' },
    { share: 0.0004, shown: '< 0.1%' },
    { share: 0, shown: '0%' },
  ])(
    'of $share is $shown: a whole only where it was one, and nothing only where it was nothing',
    ({ share, shown }) => {
      expect(percent(share, 'en-GB', words)).toBe(shown);
    },
  );
});
