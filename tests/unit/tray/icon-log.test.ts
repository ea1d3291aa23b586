import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { Overview } from '../../../main/monitor/overview-types.ts';
import type { QuietView } from '../../../main/monitor/quiet.ts';
import { createIconLog, type IconCause, type IconChange } from '../../../main/tray/icon-log.ts';
import { subjectsOf, type Icons } from '../../../main/tray/subjects.ts';
import { makeOverview, makeStore, makeTerminals, twoPastTwo } from './make.ts';

const { words } = createSpeech();
const awake: QuietView = { snoozes: [], acknowledged: [], withHours: [] };
const snoozed: QuietView = { ...awake, snoozes: [{ scope: { kind: 'all' }, until: null, lengthMs: null }] };
const dns: Failure = { kind: 'dns', host: 'terminal-api-test.adyen.com', code: 'ENOTFOUND' };

type Picture = [overview: Overview, quiet?: QuietView];

/** What the log says to these pictures, one after the other. */
function noted(pictures: Picture[], icons: Icons = 'one'): IconChange[] {
  const changes: IconChange[] = [];
  const show = createIconLog((change) => changes.push(change));
  for (const [overview, quiet = awake] of pictures) show(subjectsOf(overview, icons, words), quiet);
  return changes;
}

const utrecht = (...statuses: Parameters<typeof makeTerminals>[0]) =>
  makeStore({ terminals: makeTerminals(statuses) });
const well = makeOverview([utrecht('connected', 'connected')]);
const oneDown = makeOverview([utrecht('connected', 'disconnected')]);
const bothDown = makeOverview([utrecht('disconnected', 'disconnected')]);
const blind = makeOverview([makeStore({ verdict: 'attention', failure: dns })]);
const old = makeOverview([utrecht('unknown', 'unknown')]);
const nothing = makeOverview([], { unconfigured: true });
const place = { account: 'shop', store: 'UTR-01' };
const till1 = { ...place, poiid: 'V400m-100' };
const till2 = { ...place, poiid: 'V400m-101' };

describe('the log of the icon', () => {
  it.each<[string, Picture, Picture, [string, string], IconCause[]]>([
    [
      'a terminal that is confirmed missing',
      [well],
      [oneDown],
      ['connected', 'disconnected-1'],
      [{ because: 'terminal', ...till2, is: 'disconnected' }],
    ],
    [
      'one more',
      [oneDown],
      [bothDown],
      ['disconnected-1', 'disconnected-2'],
      [{ because: 'terminal', ...till1, is: 'disconnected' }],
    ],
    [
      'a terminal that is back',
      [oneDown],
      [well],
      ['disconnected-1', 'connected'],
      [{ because: 'terminal', ...till2, is: 'connected' }],
    ],
    [
      'a terminal that nobody watches any more',
      [oneDown],
      [makeOverview([utrecht('connected')])],
      ['disconnected-1', 'connected'],
      [{ because: 'terminal', ...till2, is: 'not watched' }],
    ],
    [
      'a request that failed',
      [well],
      [blind],
      ['connected', 'attention'],
      [{ because: 'failure', ...place, failure: dns }],
    ],
    [
      'a request that works again',
      [blind],
      [well],
      ['attention', 'connected'],
      [{ because: 'failure over', ...place }],
    ],
    [
      'knowledge that has grown old',
      [well],
      [old],
      ['connected', 'checking'],
      [{ because: 'knowledge', answeredAt: new Date(twoPastTwo).toISOString() }],
    ],
    [
      'the first answer',
      [makeOverview([utrecht('unknown', 'unknown')], { checkedAt: null })],
      [well],
      ['checking', 'connected'],
      [{ because: 'knowledge', answeredAt: new Date(twoPastTwo).toISOString() }],
    ],
    ['a first store', [nothing], [well], ['attention', 'connected'], [{ because: 'watched', ...place }]],
    [
      'a last store that is gone',
      [well],
      [nothing],
      ['connected', 'attention'],
      [{ because: 'not watched', ...place }],
    ],
    ['a snooze', [oneDown], [oneDown, snoozed], ['disconnected-1', 'paused'], [{ because: 'snoozed' }]],
    [
      'the end of a snooze',
      [oneDown, snoozed],
      [oneDown],
      ['paused', 'disconnected-1'],
      [{ because: 'snooze over' }],
    ],
  ])('has one line for %s', (_, before, after, [from, to], causes) => {
    const [first, second, ...more] = noted([before, after, after]);
    expect(first).toMatchObject({ from: null, to: from, causes: [{ because: 'started' }] });
    expect(second).toMatchObject({ of: 'all', from, to, causes, more: 0 });
    expect(more).toEqual([]);
  });

  it('says nothing while the icon stays as it is, whatever else changes', () => {
    const later = makeOverview([utrecht('connected', 'suspect')], { checkedAt: twoPastTwo + 60_000 });
    expect(noted([[well], [later], [well]])).toHaveLength(1);
  });

  it('has the state also while the icon is snoozed and does not show it', () => {
    const [, dropped] = noted([
      [well, snoozed],
      [oneDown, snoozed],
    ]);
    expect(dropped).toMatchObject({
      from: 'paused',
      to: 'paused',
      verdict: 'disconnected',
      causes: [{ because: 'terminal', ...till2 }],
    });
  });

  it('does not blame a request that failed for a number that grows', () => {
    const ede = makeStore({ reference: 'EDE-03', failure: dns });
    const [, grown] = noted([
      [makeOverview([utrecht('disconnected', 'connected')])],
      [makeOverview([utrecht('disconnected', 'disconnected'), ede])],
    ]);
    expect(grown?.causes).toEqual([
      { because: 'terminal', ...till2, is: 'disconnected' },
      { because: 'watched', account: 'shop', store: 'EDE-03' },
    ]);
  });

  it('names twenty causes and counts the rest', () => {
    const [, lost] = noted([
      [makeOverview([utrecht(...Array<'connected'>(200).fill('connected'))])],
      [makeOverview([utrecht(...Array<'disconnected'>(200).fill('disconnected'))])],
    ]);
    expect(lost?.causes).toHaveLength(20);
    expect(lost).toMatchObject({ to: 'disconnected-9plus', more: 180, counts: { disconnected: 200 } });
  });

  it('has a line for each of several icons, under the name of its store', () => {
    const ede = makeStore({ reference: 'EDE-03', name: 'Ede' });
    const changes = noted(
      [
        [makeOverview([utrecht('connected', 'connected'), ede])],
        [makeOverview([utrecht('connected', 'disconnected'), ede])],
      ],
      'each-store',
    );
    expect(changes.map(({ of, to }) => [of, to])).toEqual([
      [place, 'connected'],
      [{ account: 'shop', store: 'EDE-03' }, 'connected'],
      [place, 'disconnected-1'],
    ]);
  });
});
