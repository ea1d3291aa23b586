import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { Incident } from '../../../renderer/history/history-model.ts';
import { detailWords, isOngoing, lastedWords, toldWords } from '../../../renderer/history/incident-words.ts';
import { lengths, periodOf } from '../../../renderer/history/period.ts';
import { scaleOf } from '../../../renderer/history/scale.ts';

const { words } = createSpeech();
const minute = 60_000;
const now = new Date(2026, 10, 24, 14, 30).getTime();
const time = (at: number) => new Date(at).toTimeString().slice(0, 5);

function incident(about: Partial<Incident> = {}): Incident {
  return {
    id: 1,
    account: 'shop',
    store: 'UTR-01',
    storeName: 'Utrecht',
    poiid: 'V400m-1',
    name: 'Till 1',
    cause: 'terminal',
    start: now - 30 * minute,
    confirmedAt: now - 29 * minute,
    confirmedBy: null,
    end: null,
    over: false,
    lostSightAt: null,
    acknowledgedAt: null,
    told: null,
    ...about,
  };
}

describe('an incident', () => {
  it.each<[string, Partial<Incident>, string]>([
    ['that goes on', {}, 'Still disconnected, for 30 min'],
    ['that is over', { over: true, end: now - 10 * minute }, '20 min'],
    ['that went out of sight', { lostSightAt: now - 25 * minute }, 'At least 5 min; not watched since'],
    [
      'that ended out of sight',
      { over: true, lostSightAt: now - 25 * minute },
      'At least 5 min; back while nobody was watching',
    ],
  ])('%s says how long it lasted', (_, about, said) => {
    expect(lastedWords(incident(about), now, words)).toBe(said);
  });

  it('goes on only as far as anybody knows', () => {
    expect(isOngoing(incident())).toBe(true);
    expect(isOngoing(incident({ lostSightAt: now }))).toBe(false);
    expect(isOngoing(incident({ end: now, over: true }))).toBe(false);
  });

  const at = new Date(2026, 10, 24, 14, 2).getTime();
  it.each<[string, Partial<Incident>, string]>([
    ['when people were told', { told: { at, kind: 'disconnected', reason: null } }, '14:02'],
    [
      'why they were not',
      { told: { at, kind: 'disconnected', reason: 'outside-hours' } },
      'Not told: the store was closed',
    ],
    ['that nothing was decided', {}, 'Nothing was decided'],
    ['that a planned restart is not told', { cause: 'restart' }, 'Not told: planned'],
  ])('says %s', (_, about, said) => {
    expect(toldWords(incident(about), time, words)).toBe(said);
  });

  it('says how it was confirmed, and who knows of it', () => {
    const known = incident({ confirmedBy: 'lists-in-row', acknowledgedAt: at });
    expect(detailWords(known, time, words)).toBe('missing from several lists in a row, “I know” at 14:02');
    expect(detailWords(incident(), time, words)).toBe('');
  });
});

describe('a period', () => {
  it.each(lengths.filter((length) => length > 1))('of %d days begins with a day and ends now', (length) => {
    const { from, to } = periodOf(length, now);
    const begin = new Date(from);
    expect([begin.getHours(), begin.getMinutes(), begin.getMilliseconds()]).toEqual([0, 0, 0]);
    const days = new Date(2026, 10, 24 - (length - 1));
    expect(from).toBe(days.getTime());
    expect(to).toBe(now);
  });

  it('of a day is the last 24 hours', () => {
    expect(periodOf(1, now).from).toBe(new Date(2026, 10, 23, 14, 30).getTime());
  });
});

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [7, [0, 2, 4, 6, 8]],
  [23, [0, 5, 10, 15, 20, 25]],
  [480, [0, 100, 200, 300, 400, 500]],
])('a chart up to %d has whole numbers beside it', (largest, ticks) => {
  expect(scaleOf(largest)).toEqual({ top: ticks.at(-1), ticks });
});
