import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Change } from '../../../main/history/changes.ts';
import { createKeeper } from '../../../main/history/keeper.ts';
import {
  account,
  begin,
  day,
  hour,
  incident,
  incidentsOf,
  makeFolder,
  names,
  openHistory,
  seen,
  span,
  t0,
  timelineOf,
} from './make.ts';

const told = (terminal: number, reason: 'snoozed' | null): Change => ({
  kind: 'told',
  terminal,
  told: { at: t0, kind: 'disconnected', reason },
});

describe('what goes on', () => {
  it('is known until its place was last seen', () => {
    const keeper = openHistory();
    keeper.write([begin(0, 'up', 1), seen(0, 2)]);
    expect(timelineOf(keeper)).toEqual([['up', 1, 2]]);
    keeper.write([seen(0, 3)]);
    expect(timelineOf(keeper)).toEqual([['up', 1, 3]]);
  });

  it('ended there where the program was killed, and is not made up after that', () => {
    const folder = makeFolder();
    const keeper = openHistory(folder);
    keeper.write([begin(0, 'up', 1), seen(0, 2), begin(1, 'down', 1.5), incident(1, 1.5, null)]);
    keeper.close();
    const again = openHistory(folder, t0 + 9 * hour);
    expect(timelineOf(again)).toEqual([['up', 1, 2]]);
    expect(incidentsOf(again)).toMatchObject([{ end: null, over: 0, lost: t0 + 2 * hour }]);
    again.write([begin(0, 'up', 9), seen(0, 10)]);
    expect(timelineOf(again)).toEqual([
      ['up', 1, 2],
      ['up', 9, 10],
    ]);
  });

  it('goes on after a false alarm as if there had been none', () => {
    const keeper = openHistory();
    keeper.write([begin(0, 'up', 1), seen(0, 2), { kind: 'end', terminal: 0, at: t0 + 2 * hour }]);
    keeper.write([{ kind: 'resume', terminal: 0 }, seen(0, 4)]);
    expect(timelineOf(keeper)).toEqual([['up', 1, 4]]);
  });

  it('is nothing where it ends before it begins', () => {
    const keeper = openHistory();
    keeper.write(span(0, 'up', 3, 3));
    keeper.write(span(0, 'down', 5, 4));
    expect(timelineOf(keeper)).toEqual([]);
  });

  it('never overlaps: a clock that was corrected by a moment records none of it twice', () => {
    const keeper = openHistory();
    keeper.write([...span(0, 'up', 1, 2), begin(0, 'down', 1.9), seen(0, 3)]);
    expect(timelineOf(keeper)).toEqual([
      ['up', 1, 2],
      ['down', 2, 3],
    ]);
  });
});

describe('a clock that is set back', () => {
  it('takes back what was recorded of a time that is yet to come', () => {
    const keeper = openHistory();
    keeper.write([...span(0, 'up', 1, 2), ...span(0, 'down', 2, 4), begin(0, 'up', 4), seen(0, 5)]);
    keeper.write([incident(0, 2, 4), incident(1, 3.5, null)]);
    keeper.write([{ kind: 'rewind', now: t0 + 3 * hour }]);
    expect(timelineOf(keeper)).toEqual([
      ['up', 1, 2],
      ['down', 2, 3],
    ]);
    for (const { start, end, lost } of incidentsOf(keeper)) {
      expect(start).toBeLessThanOrEqual(t0 + 3 * hour);
      expect((end ?? lost ?? start) - start).toBeGreaterThanOrEqual(0);
    }
    keeper.write([begin(0, 'down', 3), seen(0, 3.5)]);
    expect(timelineOf(keeper).at(-1)).toEqual(['down', 3, 3.5]);
  });

  it('while the program was not running does the same', () => {
    const folder = makeFolder();
    const keeper = openHistory(folder, t0 + 300 * day);
    keeper.write([begin(0, 'up', 300 * 24), seen(0, 300 * 24 + 1)]);
    keeper.close();
    const again = openHistory(folder, t0);
    again.write([begin(0, 'up', 0), seen(0, 1)]);
    expect(timelineOf(again)).toEqual([['up', 0, 1]]);
  });
});

describe('an incident', () => {
  it('keeps how it began, how it was confirmed and what people were told', () => {
    const keeper = openHistory();
    keeper.write([incident(0, 1, null), told(0, 'snoozed')]);
    keeper.write([{ kind: 'acknowledged', terminal: 0, at: t0 + 2 * hour }, told(0, null)]);
    keeper.write([{ kind: 'over', terminal: 0, at: t0 + 3 * hour }]);
    expect(incidentsOf(keeper)).toEqual([
      {
        id: 1,
        account,
        store: 'UTR-01',
        storeName: 'Utrecht',
        poiid: 'V400m-1',
        name: 'Till 1',
        cause: 'terminal',
        start: t0 + hour,
        confirmed: t0 + hour + 5000,
        confirmedBy: 'own-request',
        end: t0 + 3 * hour,
        lost: null,
        over: 1,
        acknowledged: t0 + 2 * hour,
        told: t0,
        toldKind: 'disconnected',
        toldReason: null,
      },
    ]);
  });

  it('is found again by the next run as it was', () => {
    const folder = makeFolder();
    const keeper = openHistory(folder);
    keeper.write([incident(0, 1, null), told(0, 'snoozed'), incident(1, 1, null, { cause: 'store' })]);
    keeper.write([{ kind: 'cause', terminal: 0, cause: 'unstable' }, incident(2, 1, 2)]);
    keeper.close();
    const again = createKeeper();
    onTestFinished(() => again.close());
    expect(again.open(folder, t0 + day).incidents).toEqual([
      {
        account,
        poiid: 'V400m-1',
        start: t0 + hour,
        cause: 'unstable',
        acknowledged: false,
        told: 'kept-back',
      },
      { account, poiid: 'V400m-2', start: t0 + hour, cause: 'store', acknowledged: false, told: null },
    ]);
  });

  it('that is over is not touched by what happens later', () => {
    const keeper = openHistory();
    keeper.write([incident(0, 1, 2)]);
    const before = incidentsOf(keeper);
    keeper.write([
      told(0, null),
      { kind: 'lost', terminal: 0, at: t0 },
      { kind: 'over', terminal: 0, at: null },
    ]);
    expect(incidentsOf(keeper)).toEqual(before);
  });

  it('never ends before it began', () => {
    const keeper = openHistory();
    keeper.write([incident(0, 5, null), { kind: 'over', terminal: 0, at: t0 }]);
    expect(incidentsOf(keeper)).toMatchObject([{ start: t0 + 5 * hour, end: t0 + 5 * hour }]);
  });
});

it('a batch is there as a whole or not at all', () => {
  const keeper = openHistory();
  keeper.write([begin(0, 'up', 1), seen(0, 2)]);
  expect(() => keeper.write([seen(0, 3), { kind: 'end', terminal: 99, at: t0 }])).toThrow('terminal 99');
  expect(timelineOf(keeper)).toEqual([['up', 1, 2]]);
  keeper.write([seen(0, 4)]);
  expect(timelineOf(keeper)).toEqual([['up', 1, 4]]);
});

it('names are those that were given last, and the same terminal in other letters is the same', () => {
  const keeper = openHistory();
  keeper.write(span(0, 'up', 1, 2));
  keeper.write([{ kind: 'terminal', terminal: 7, account, poiid: 'v400M-1', name: 'Bar' }]);
  keeper.write([...span(7, 'down', 2, 3), incident(7, 2, 3)]);
  expect(timelineOf(keeper)).toHaveLength(2);
  expect(incidentsOf(keeper)).toMatchObject([{ poiid: 'v400M-1', name: 'Bar' }]);
});

describe('upkeep', () => {
  it('forgets what ended before a day, and nothing that goes on', () => {
    const keeper = openHistory();
    keeper.write([
      ...span(0, 'up', 0, 5),
      ...span(0, 'down', 5, 30),
      incident(0, 1, 2),
      incident(1, 1, null),
    ]);
    expect(keeper.keepSince(t0 + day)).toBe(2);
    expect(timelineOf(keeper, undefined, { from: t0, to: t0 + 2 * day })).toEqual([['down', 5, 30]]);
    expect(incidentsOf(keeper)).toMatchObject([{ poiid: 'V400m-2' }]);
  });

  it('gives room on the disk back', () => {
    const folder = makeFolder();
    const keeper = openHistory(folder);
    const size = () => statSync(join(folder, 'history.db')).size;
    keeper.write(
      Array.from({ length: 40_000 }, (_, at) => span(at % 3, 'up', at / 100, (at + 1) / 100)).flat(),
    );
    keeper.keepSince(0);
    const full = size();
    keeper.keepSince(t0 + 100 * day);
    expect(size()).toBeLessThan(full / 10);
  });

  it('forgets the demo store, whose terminals drop anew each time', () => {
    const folder = makeFolder();
    const keeper = openHistory(folder);
    const demo = names.map((change) => ({ ...change, account: 'demo/Shop' }));
    keeper.write(demo);
    keeper.write([...span(0, 'up', 1, 2), incident(0, 2, 3)]);
    keeper.write(names);
    keeper.write([...span(0, 'up', 1, 2), incident(0, 2, 3)]);
    expect(incidentsOf(keeper)).toHaveLength(2);
    keeper.forgetDemo();
    expect(incidentsOf(keeper)).toMatchObject([{ account }]);
    expect(timelineOf(keeper)).toHaveLength(1);
  });
});
