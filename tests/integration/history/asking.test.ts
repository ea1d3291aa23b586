import { describe, expect, it } from 'vitest';
import {
  account,
  all,
  begin,
  day,
  firstDay,
  hour,
  incident,
  incidentsOf,
  names,
  openHistory,
  seen,
  span,
  t0,
  till1,
  utrecht,
} from './make.ts';

/** Utrecht's first terminal down for 2 hours of 12, the second up for 24; Amersfoort's down for 6 of 6. */
function threeTerminals() {
  const keeper = openHistory();
  keeper.write([
    ...span(0, 'up', 0, 4),
    ...span(0, 'down', 4, 6),
    ...span(0, 'up', 6, 12),
    ...span(1, 'up', -5, 30),
    begin(2, 'down', 0),
    seen(1, 6),
    incident(0, 4, 6),
    incident(2, 0, null, { cause: 'store' }),
  ]);
  return keeper;
}

describe('a summary', () => {
  it('of all weighs each terminal by the time that it was watched', () => {
    const summary = threeTerminals().summary(all, firstDay);
    expect(summary).toMatchObject({ incidents: 2, storeWide: 1, toRecoverMs: 2 * hour });
    expect(summary.uptime.connected).toBeCloseTo((10 + 24) / (12 + 24 + 6));
    expect(summary.uptime.watched).toBeCloseTo((12 + 24 + 6) / 72);
    expect(summary.betweenDropsMs).toBe((34 / 2) * hour);
    expect(summary.recordedSince).toBe(t0 - 5 * hour);
  });

  it('ranks the stores, the worst first', () => {
    expect(threeTerminals().summary(all, firstDay).stores).toMatchObject([
      { account, store: 'AMF-02', storeName: 'Amersfoort', uptime: { connected: 0 }, incidents: 1 },
      { account, store: 'UTR-01', storeName: 'Utrecht', incidents: 1 },
    ]);
  });

  it('of one store, and of one terminal', () => {
    const keeper = threeTerminals();
    expect(keeper.summary(utrecht, firstDay).uptime.connected).toBeCloseTo(34 / 36);
    expect(keeper.summary(till1, firstDay)).toMatchObject({ incidents: 1, betweenDropsMs: null });
    expect(keeper.summary(till1, firstDay).uptime.connected).toBeCloseTo(10 / 12);
  });

  it('of one account, and not of another', () => {
    const keeper = threeTerminals();
    const other = names.map((change) => ({ ...change, account: 'live/Other' }));
    keeper.write([...other, ...span(0, 'down', 0, 24), incident(0, 0, 24)]);
    const summary = keeper.summary({ kind: 'account', account }, firstDay);
    expect(summary).toMatchObject({ incidents: 2, stores: [{ store: 'AMF-02' }, { store: 'UTR-01' }] });
    expect(summary.uptime.connected).toBeCloseTo((10 + 24) / (12 + 24 + 6));
    expect(keeper.summary({ kind: 'account', account: 'live/Other' }, firstDay)).toMatchObject({
      uptime: { connected: 0 },
      incidents: 1,
    });
  });

  it('names the terminal that dropped most', () => {
    const keeper = threeTerminals();
    keeper.write([incident(1, 1, 2), incident(1, 3, 4)]);
    expect(keeper.summary(all, firstDay).worst).toEqual({
      account,
      poiid: 'V400m-2',
      name: 'Till 2',
      storeName: 'Utrecht',
      incidents: 2,
    });
  });

  it('of nothing has no numbers, not zeros', () => {
    expect(openHistory().summary(all, firstDay)).toEqual({
      uptime: { connected: null, watched: 0 },
      incidents: 0,
      storeWide: 0,
      betweenDropsMs: null,
      toRecoverMs: null,
      stores: [],
      worst: null,
      recordedSince: null,
    });
  });

  it('of an incident of which nothing else was seen says since when there is a record', () => {
    const keeper = openHistory();
    keeper.write([incident(0, 3, null)]);
    expect(keeper.summary(all, firstDay)).toMatchObject({
      uptime: { connected: null },
      incidents: 1,
      recordedSince: t0 + 3 * hour,
    });
  });

  it('leaves planned restarts out', () => {
    const keeper = openHistory();
    keeper.write([incident(0, 6, 6.1, { cause: 'restart' })]);
    expect(keeper.summary(all, firstDay)).toMatchObject({ incidents: 0, worst: null, toRecoverMs: null });
  });

  it('of a period counts what reaches into it', () => {
    const keeper = openHistory();
    keeper.write([incident(0, -2, -1), incident(0, -1, 1), incident(1, 23, null), incident(2, 24, 25)]);
    expect(keeper.summary(all, firstDay).incidents).toBe(2);
  });
});

describe('parts of a period', () => {
  it('hold what lies in each', () => {
    const edges = [t0, t0 + 5 * hour, t0 + 12 * hour];
    expect(threeTerminals().bins(till1, edges)).toEqual([
      { incidents: 1, storeWide: 0, shares: { up: 4 * hour, down: hour, unwatched: 0 } },
      { incidents: 0, storeWide: 0, shares: { up: 6 * hour, down: hour, unwatched: 0 } },
    ]);
  });

  it('say how much of all terminals together was not watched', () => {
    const [part] = threeTerminals().bins(all, [t0, t0 + day]);
    expect(part?.shares.unwatched).toBe((12 + 0 + 18) * hour);
  });
});

describe('incidents', () => {
  const many = () => {
    const keeper = openHistory();
    keeper.write([
      incident(0, 1, 2),
      incident(1, 3, 3.1, { cause: 'unstable' }),
      incident(2, 5, 6, { cause: 'store' }),
      incident(0, 6, 6.05, { cause: 'restart' }),
      incident(1, 20, null),
    ]);
    return keeper;
  };
  const startsOf = (rows: { start: number }[]) => rows.map(({ start }) => (start - t0) / hour);

  it.each<[string, Parameters<typeof incidentsOf>[1], number[]]>([
    ['newest first', {}, [20, 6, 5, 3, 1]],
    ['of one store', { scope: utrecht }, [20, 6, 3, 1]],
    ['of one terminal', { scope: till1 }, [6, 1]],
    ['of a period', { from: t0 + 2.5 * hour, to: t0 + 6 * hour }, [5, 3]],
    ['of a length', { leastMs: 0.5 * hour }, [20, 5, 1]],
    ['of some causes', { causes: ['store', 'restart'] }, [6, 5]],
    ['by the name of a terminal, in any letters', { text: ' kiosk' }, [5]],
    ['by the name of a store', { text: 'utr' }, [20, 6, 3, 1]],
    ['by a part of a POIID', { text: '0m-2' }, [20, 3]],
    ['with a sign that SQL would take for any', { text: '%' }, []],
    ['with one more that it would', { text: '_' }, []],
  ])('%s', (_, filter, starts) => {
    expect(startsOf(incidentsOf(many(), filter))).toEqual(starts);
  });

  it('page by page, each once, also where several began at the same time', () => {
    const keeper = openHistory();
    keeper.write([0, 1, 2, 0, 1].map((terminal, at) => incident(terminal, at < 3 ? 1 : 2, 3)));
    const first = incidentsOf(keeper, { limit: 2 });
    const after = first.at(-1) ?? null;
    const second = incidentsOf(keeper, { limit: 10, after: after && { start: after.start, id: after.id } });
    expect([...first, ...second].map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
  });
});

it('the bar of a day, the month beside it, and nothing of a terminal that nobody knows', () => {
  const [known, unknown] = threeTerminals().bars(
    [
      { account, poiid: 'v400m-1' },
      { account, poiid: 'V400m-9' },
    ],
    t0 + day,
    24,
  );
  expect(known?.bar[4]).toEqual({ up: 0, down: hour, unwatched: 0 });
  expect(known?.bar[12]).toEqual({ up: 0, down: 0, unwatched: hour });
  expect(known?.month.connected).toBeCloseTo(10 / 12);
  expect(unknown?.month).toEqual({ connected: null, watched: 0 });
});

it('the life of a terminal, with its uptime over a day, a week, a month and a quarter', () => {
  const keeper = threeTerminals();
  keeper.write([...span(0, 'down', 3 * 24, 3 * 24 + 2)]);
  const { timeline, uptime } = keeper.terminal(account, 'V400m-1', { from: t0 + day, to: t0 + 4 * day });
  expect(timeline.map(({ state }) => state)).toEqual(['down']);
  expect(uptime.day.connected).toBe(0);
  expect(uptime.week.connected).toBeCloseTo(10 / 14);
  expect(uptime.quarter.watched).toBeCloseTo(14 / (90 * 24));
});

it('the drops of a terminal, as a summary of it has them', () => {
  const keeper = threeTerminals();
  keeper.write([incident(0, 8, 9)]);
  const drops = { incidents: 2, betweenDropsMs: (10 / 2) * hour, toRecoverMs: 1.5 * hour };
  expect(keeper.terminal(account, 'V400m-1', firstDay).drops).toEqual(drops);
  expect(keeper.summary(till1, firstDay)).toMatchObject(drops);
});
