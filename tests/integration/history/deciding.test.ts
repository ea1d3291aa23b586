import { describe, expect, it } from 'vitest';
import {
  account,
  begin,
  day,
  decided,
  decisionsOf,
  hour,
  incident,
  makeFolder,
  names,
  openHistory,
  seen,
  span,
  t0,
  till1,
  utrecht,
} from './make.ts';

const attention = { kind: 'attention', store: null, poiid: null } as const;
const dark = { kind: 'store-offline', poiid: null } as const;

/** Two of Till 1, one of Till 2, one of its store, one of the account, one of the other store. */
function many() {
  const keeper = openHistory();
  keeper.write([
    ...span(0, 'up', 0, 24),
    decided(1, { reason: 'outside-hours' }),
    decided(2),
    decided(3, { poiid: 'V400m-2', reason: 'snoozed' }),
    decided(4, dark),
    decided(5, attention),
    decided(6, { ...dark, store: 'AMF-02', reason: 'do-not-disturb' }),
  ]);
  return keeper;
}

const timesOf = (rows: { at: number }[]) => rows.map(({ at }) => (at - t0) / hour);

describe('decisions', () => {
  it.each<[string, Parameters<typeof decisionsOf>[1], number[]]>([
    ['all, newest first', {}, [6, 5, 4, 3, 2, 1]],
    ['of a period', { from: t0 + 2 * hour, to: t0 + 4 * hour }, [3, 2]],
    ['that were told', { outcome: 'told' }, [5, 4, 2]],
    ['that were not', { outcome: 'kept-back' }, [6, 3, 1]],
    ['of a store, with those of its account', { scope: utrecht }, [5, 4, 3, 2, 1]],
    ['of an account', { scope: { kind: 'account', account } }, [6, 5, 4, 3, 2, 1]],
    ['of another account', { scope: { kind: 'account', account: 'live/Other' } }, []],
    ['of a terminal, with those of its store and account', { scope: till1 }, [5, 4, 2, 1]],
    ['of a terminal that nobody knows', { scope: { ...till1, poiid: 'V400m-9' } }, []],
    ['by the name of a terminal', { text: 'till 2' }, [3]],
    ['by the name of a store', { text: 'amers' }, [6]],
  ])('%s', (_, filter, times) => {
    expect(timesOf(decisionsOf(many(), filter))).toEqual(times);
  });

  it('say all that there is to know of each', () => {
    const [ofStore, ofAccount] = decisionsOf(many(), { limit: 2 });
    expect(ofStore).toMatchObject({ store: 'AMF-02', storeName: 'Amersfoort', poiid: null, name: null });
    expect(ofStore).toMatchObject({ kind: 'store-offline', account, reason: 'do-not-disturb' });
    expect(ofAccount).toMatchObject({ kind: 'attention', account, store: null, storeName: null });
  });

  it('page by page, each once', () => {
    const keeper = openHistory();
    keeper.write([decided(1), decided(1), decided(2)]);
    const first = decisionsOf(keeper, { limit: 2 });
    const last = first.at(-1);
    const second = decisionsOf(keeper, { after: last ? { at: last.at, id: last.id } : null });
    expect([...first, ...second].map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it('of a terminal and a store that nothing else is known of keep their IDs, whatever they are called later', () => {
    const keeper = openHistory();
    keeper.write([decided(1, { poiid: 'V400m-7', store: 'ROT-03' })]);
    expect(decisionsOf(keeper)).toMatchObject([{ name: 'V400m-7', storeName: 'ROT-03' }]);
    keeper.write([
      { kind: 'terminal', terminal: 7, account, poiid: 'V400m-7', name: 'Bar' },
      decided(2, { poiid: 'V400m-7', store: 'ROT-03' }),
    ]);
    expect(decisionsOf(keeper)).toMatchObject([{ name: 'Bar' }, { name: 'Bar' }]);
  });

  it('keep the names of what they are about over a restart, and lose them with the last', () => {
    const folder = makeFolder();
    const keeper = openHistory(folder);
    keeper.write([decided(1), incident(2, 1, 2), begin(1, 'up', 1), seen(0, 2)]);
    keeper.close();
    const again = openHistory(folder, t0 + 3 * hour);
    expect(decisionsOf(again)).toMatchObject([{ name: 'Till 1', storeName: 'Utrecht' }]);
    expect(again.keepSince(t0 + day)).toBe(3);
    expect(decisionsOf(again)).toEqual([]);
  });

  it('of the demo store are forgotten with it', () => {
    const keeper = openHistory();
    keeper.write(names.map((change) => ({ ...change, account: 'demo/Shop' })));
    keeper.write([decided(1, { account: 'demo/Shop' }), decided(2)]);
    keeper.forgetDemo();
    expect(timesOf(decisionsOf(keeper))).toEqual([2]);
  });

  it('that were made in a time that is yet to come are made now, once the clock is set back', () => {
    const keeper = openHistory();
    keeper.write([decided(1), decided(5)]);
    keeper.write([{ kind: 'rewind', now: t0 + 3 * hour }]);
    expect(timesOf(decisionsOf(keeper))).toEqual([3, 1]);
  });
});
