import { describe, expect, it } from 'vitest';
import { confirmations, planRound, type DueStore, type DueSuspect } from '../../../main/monitor/plan.ts';
import { makeRecord, t0 } from './make.ts';

const store = (reference: string, inMs: number): DueStore => ({
  account: 'shop',
  reference,
  nextAt: t0 + inMs,
});
const suspect = (poiid: string, inMs: number, reference = 'UTR-01'): DueSuspect => ({
  record: makeRecord({ status: 'suspect', poiid, store: reference }),
  confirmAt: t0 + inMs,
});
const list = (reference: string, confirms = false) => ({
  kind: 'store',
  account: 'shop',
  store: reference,
  confirms,
});
const own = (poiid: string) => ({ kind: 'terminal', account: 'shop', poiid, confirms: true });

describe('the plan of a round', () => {
  it.each([
    ['nothing is due', [store('A', 1)], [suspect('T1', 1, 'A')], []],
    ['stores whose time has come, to the millisecond', [store('A', 0), store('B', 1)], [], [list('A')]],
    ['a suspect is asked for by its own ID', [store('A', 1)], [suspect('T1', 0, 'A')], [own('T1')]],
    [
      'three suspects of a store one by one',
      [],
      ['T1', 'T2', 'T3'].map((poiid) => suspect(poiid, 0)),
      ['T1', 'T2', 'T3'].map(own),
    ],
    [
      'four suspects of a store by its list',
      [],
      ['T1', 'T2', 'T3', 'T4'].map((poiid) => suspect(poiid, 0)),
      [list('UTR-01', true)],
    ],
    [
      'suspects of several stores each in their own way',
      [],
      [
        suspect('T1', 0, 'A'),
        suspect('T2', 0, 'B'),
        suspect('T3', 0, 'B'),
        suspect('T4', 0, 'B'),
        suspect('T5', 0, 'B'),
      ],
      [own('T1'), list('B', true)],
    ],
    [
      'a list that confirms takes the place of the regular one',
      [store('UTR-01', 0)],
      ['T1', 'T2', 'T3', 'T4'].map((poiid) => suspect(poiid, 0)),
      [list('UTR-01', true)],
    ],
  ])('%s', (_, stores, suspects, expected) => {
    expect(planRound(stores, suspects, t0)).toEqual(expected);
  });

  it('confirms nobody when nobody is suspect', () => {
    expect(confirmations([])).toEqual([]);
  });
});
