import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchUp } from '../../../main/monitor/catch-up.ts';
import type { TerminalEvent, TerminalEventKind } from '../../../main/monitor/terminal.ts';
import { t0 } from './make.ts';

function make(poiid: string, kind: TerminalEventKind, whileAway: boolean): TerminalEvent {
  return {
    kind,
    account: 'shop',
    store: 'UTR-01',
    poiid,
    at: t0,
    outageSince: t0,
    whileAway,
    neverSeen: false,
  };
}

const away = (poiid: string, kind: TerminalEventKind) => make(poiid, kind, true);
const seen = (poiid: string, kind: TerminalEventKind) => make(poiid, kind, false);
const drop = away('T1', 'disconnected');
const back = away('T1', 'reconnected');

describe('what changed while nobody watched', () => {
  it.each<[string, TerminalEvent[], TerminalEvent[], boolean, TerminalEvent[], TerminalEvent[]]>([
    ['waits until all of it is sure', [], [drop], false, [], [drop]],
    [
      'is told with what comes last',
      [drop],
      [away('T2', 'reconnected')],
      true,
      [drop, away('T2', 'reconnected')],
      [],
    ],
    [
      'is told before what was seen to happen',
      [drop],
      [seen('T2', 'disconnected')],
      true,
      [drop, seen('T2', 'disconnected')],
      [],
    ],
    [
      'does not hold up what was seen to happen',
      [drop],
      [seen('T2', 'disconnected')],
      false,
      [seen('T2', 'disconnected')],
      [drop],
    ],
    ['is told to nobody where the drop has ended', [drop], [seen('T1', 'reconnected')], false, [], []],
    [
      'is told to nobody where the return was followed by a drop',
      [back],
      [seen('T1', 'disconnected')],
      true,
      [],
      [],
    ],
    [
      'is told before its terminal is told as unstable',
      [drop],
      [seen('T1', 'unstable')],
      false,
      [drop, seen('T1', 'unstable')],
      [],
    ],
  ])('%s', (_, waiting, events, isSure, told, left) => {
    expect(catchUp(waiting, events, isSure)).toEqual({ told, waiting: left });
  });

  it('leaves people with what is true once nothing waits, and tells nothing twice', () => {
    const step = fc.record({ away: fc.boolean(), sure: fc.boolean(), changes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let truth: TerminalEventKind = 'reconnected';
        let waiting: TerminalEvent[] = [];
        const heard: TerminalEventKind[] = ['reconnected'];
        for (const { away: isAway, sure, changes } of [
          ...steps,
          { away: false, sure: true, changes: false },
        ]) {
          if (changes) truth = truth === 'reconnected' ? 'disconnected' : 'reconnected';
          const next = catchUp(waiting, changes ? [make('T1', truth, isAway)] : [], sure);
          waiting = next.waiting;
          heard.push(...next.told.map(({ kind }) => kind));
        }
        expect(heard.at(-1)).toBe(truth);
        heard.forEach((kind, at) => expect(kind).not.toBe(heard[at + 1]));
      }),
    );
  });
});
