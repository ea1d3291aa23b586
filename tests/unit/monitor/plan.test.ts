import { describe, expect, it } from 'vitest';
import {
  confirmations,
  planRound,
  type DueAccount,
  type DueStore,
  type DueTerminal,
} from '../../../main/monitor/plan.ts';
import { makeRecord, t0 } from './make.ts';

const store = (reference: string, inMs: number, more: Partial<DueStore> = {}): DueStore => ({
  reference,
  nextAt: t0 + inMs,
  wanted: false,
  listedAt: t0,
  ...more,
});
const account = (stores: DueStore[], more: Partial<DueAccount> = {}): DueAccount => ({
  account: 'shop',
  wide: false,
  nextAt: t0 + 1,
  sweepAt: t0 + 1,
  stores,
  ...more,
});
const wide = (stores: DueStore[], more: Partial<DueAccount> = {}) => account(stores, { wide: true, ...more });
const terminal = (poiid: string, inMs = 0, reference = 'A'): DueTerminal => ({
  record: makeRecord({ status: 'suspect', poiid, store: reference }),
  dueAt: t0 + inMs,
});
const many = (count: number, reference = 'A') =>
  Array.from({ length: count }, (_, index) => terminal(`${reference}${index}`, 0, reference));

const list = (reference: string, confirms = false) => ({
  kind: 'store',
  account: 'shop',
  store: reference,
  confirms,
});
const whole = (confirms = false) => ({ kind: 'account', account: 'shop', confirms });
const own = (poiid: string, confirms = true) => ({ kind: 'terminal', account: 'shop', poiid, confirms });

describe('the plan of a round', () => {
  it.each<[string, DueAccount[], DueTerminal[], object[]]>([
    ['nothing is due', [account([store('A', 1)])], [terminal('T1', 1)], []],
    [
      'stores whose time has come, to the millisecond',
      [account([store('A', 0), store('B', 1)])],
      [],
      [list('A')],
    ],
    ['stores longest due first', [account([store('A', -1), store('B', -2)])], [], [list('B'), list('A')]],
    ['a suspect by its own ID', [account([store('A', 1)])], [terminal('T1')], [own('T1')]],
    ['three suspects of a store one by one', [], many(3), ['A0', 'A1', 'A2'].map((poiid) => own(poiid))],
    ['four suspects of a store by its list', [], many(4), [list('A', true)]],
    [
      'suspects of several stores each in their own way',
      [],
      [...many(1), ...many(4, 'B')],
      [own('A0'), list('B', true)],
    ],
    [
      'a list that confirms takes the place of the regular one',
      [account([store('A', 0)])],
      many(4),
      [list('A', true)],
    ],
    ['one list for a whole account', [wide([store('A', 0), store('B', 0)], { nextAt: t0 })], [], [whole()]],
    [
      'many suspects of a whole account by its one list, wherever they are',
      [wide([], { nextAt: t0 })],
      [...many(2), ...many(2, 'B')],
      [whole(true)],
    ],
    ['few suspects of a whole account one by one', [wide([])], many(2), [own('A0'), own('A1')]],
    [
      'two wanted lists at a time beside that of the account',
      [
        wide(
          ['A', 'B', 'C'].map((reference) => store(reference, 0, { wanted: true })),
          { nextAt: t0 },
        ),
      ],
      [],
      [whole(), list('A'), list('B')],
    ],
    [
      'a sweep takes the store that was listed longest ago',
      [wide([store('A', 0), store('B', 0, { listedAt: t0 - 1 })], { sweepAt: t0 })],
      [],
      [list('B')],
    ],
    [
      'a store that was never listed is swept first',
      [wide([store('A', 0), store('B', 0, { listedAt: null })], { sweepAt: t0 })],
      [],
      [list('B')],
    ],
  ])('%s', (_, accounts, suspects, expected) => {
    expect(planRound(accounts, suspects, [], t0)).toEqual(expected);
  });

  it('asks in its turn for a terminal that no list holds', () => {
    expect(planRound([], [], [terminal('T1'), terminal('T2', 1)], t0)).toEqual([own('T1', false)]);
  });

  it('confirms nobody when nobody is suspect', () => {
    expect(confirmations([], new Set())).toEqual([]);
  });
});
