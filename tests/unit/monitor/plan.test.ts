import { describe, expect, it } from 'vitest';
import {
  confirmations,
  nextDueAt,
  planRound,
  type DueAccount,
  type DueStore,
  type DueTerminal,
} from '../../../main/monitor/plan.ts';
import { makeRecord, t0 } from './make.ts';

const store = (reference: string, inMs: number, more: Partial<DueStore> = {}): DueStore => ({
  reference,
  nextAt: t0 + inMs,
  wantedAt: null,
  ownAskedAt: t0,
  uncovered: false,
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
  listed: true,
});
const unlisted = (poiid: string, inMs = 0): DueTerminal => ({ ...terminal(poiid, inMs), listed: false });
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
      'many suspects of a whole account by its one list',
      [
        wide(
          ['A', 'B', 'C'].map((reference) => store(reference, 0)),
          { nextAt: t0 },
        ),
      ],
      [...many(3), ...many(3, 'B'), ...many(3, 'C')],
      [whole(true)],
    ],
    [
      'as many suspects of a whole account as are worth a request each one by one',
      [wide(['A', 'B', 'C'].map((reference) => store(reference, 1)))],
      [...many(3), ...many(3, 'B'), ...many(2, 'C')],
      ['A0', 'A1', 'A2', 'B0', 'B1', 'B2', 'C0', 'C1'].map((poiid) => own(poiid)),
    ],
    [
      'suspects in a store that its account’s list lacks by its own, beside many in others by that one list',
      [wide(['A', 'B', 'C', 'E'].map((reference) => store(reference, 1, { uncovered: reference === 'E' })))],
      [...many(4, 'E'), ...many(3), ...many(3, 'B'), ...many(3, 'C')],
      [whole(true), list('E', true)],
    ],
    [
      'suspects in few stores of a whole account store by store, since its list may lack a store by mistake',
      [wide([])],
      [...many(4), ...many(1, 'B')],
      [list('A', true), own('B0')],
    ],
    [
      'the own list of a store that its account’s lacks',
      [wide([store('A', 0, { uncovered: true }), store('B', 0)], { nextAt: t0 - 1 })],
      [],
      [whole(), list('A')],
    ],
    ['few suspects of a whole account one by one', [wide([])], many(2), [own('A0'), own('A1')]],
    [
      'two wanted lists at a time beside that of the account',
      [
        wide(
          ['A', 'B', 'C'].map((reference) => store(reference, 0, { wantedAt: t0 })),
          { nextAt: t0 },
        ),
      ],
      [],
      [whole(), list('A'), list('B')],
    ],
    [
      'a sweep takes the store whose own list was asked for longest ago',
      [wide([store('A', 0), store('B', 0, { ownAskedAt: t0 - 1 })], { sweepAt: t0 })],
      [],
      [list('B')],
    ],
    [
      'a store whose own list was never asked for is swept first',
      [wide([store('A', 0), store('B', 0, { ownAskedAt: null })], { sweepAt: t0 })],
      [],
      [list('B')],
    ],
  ])('%s', (_, accounts, suspects, expected) => {
    expect(planRound(accounts, suspects, [], t0)).toEqual(expected);
  });

  it('puts what somebody waits for after confirmations and before everything else', () => {
    const awaited = [{ kind: 'store', account: 'shop', store: 'B', confirms: false }] as const;
    const plan = planRound([account([store('A', 0), store('B', 0)])], [terminal('T1')], awaited, t0);
    expect(plan).toEqual([own('T1'), list('B'), list('A')]);
  });

  it('takes the longest due first, whichever account it is of', () => {
    const other = { ...account([store('X', -2)]), account: 'other' };
    expect(planRound([account([store('A', -1), store('B', -3)]), other], [], [], t0)).toEqual([
      list('B'),
      { ...list('X'), account: 'other' },
      list('A'),
    ]);
  });

  it('asks in its turn for a terminal that no list holds', () => {
    const known = { ...unlisted('T1'), record: makeRecord({ poiid: 'T1' }) };
    expect(planRound([], [known, unlisted('T2', 1)], [], t0)).toEqual([own('T1', false)]);
  });

  it('confirms each of many suspects that no list holds by its own ID, longest due first and after the lists', () => {
    const suspects = ['T1', 'T2', 'T3', 'T4', 'T5'].map((poiid, at) => unlisted(poiid, -at));
    expect(planRound([account([store('A', 0)])], suspects, [], t0)).toEqual([
      list('A'),
      ...['T5', 'T4', 'T3', 'T2', 'T1'].map((poiid) => own(poiid)),
    ]);
  });

  it('confirms nobody when nobody is suspect', () => {
    expect(confirmations([], () => true)).toEqual([]);
  });
});

describe('when there is next anything to ask', () => {
  it.each<[string, DueAccount[], DueTerminal[], number]>([
    ['never, where nothing is watched', [], [], Infinity],
    ['the first store', [account([store('A', 9), store('B', 5)])], [], 5],
    ['not before: what is overdue', [account([store('A', -7)])], [], -7],
    [
      'the list of the whole account, not those of its stores',
      [wide([store('A', 3)], { nextAt: t0 + 8, sweepAt: t0 + 9 })],
      [],
      8,
    ],
    [
      'a store that the whole list says nothing about',
      [wide([store('A', 3, { uncovered: true })], { nextAt: t0 + 8, sweepAt: t0 + 9 })],
      [],
      3,
    ],
    [
      'a store whose own list is wanted',
      [wide([store('A', 30, { wantedAt: t0 + 4 })], { nextAt: t0 + 8, sweepAt: t0 + 9 })],
      [],
      4,
    ],
    [
      'the look whether terminals have moved',
      [wide([store('A', 3)], { nextAt: t0 + 8, sweepAt: t0 + 6 })],
      [],
      6,
    ],
    ['the first terminal of its own', [account([store('A', 9)])], [terminal('T1', 8), terminal('T2', 2)], 2],
  ])('%s', (_, accounts, terminals, inMs) => {
    expect(nextDueAt(accounts, terminals) - t0).toBe(inMs);
  });
});
