import type { Failure } from '../monitor/failure.ts';
import type { Overview, Verdict } from '../monitor/overview-types.ts';
import type { QuietView } from '../monitor/quiet.ts';
import { storeKey, terminalKey, type TerminalStatus } from '../monitor/terminal.ts';
import { outages, snoozeInForce } from './headline.ts';
import { trayIcon, type TrayIcon } from './icon.ts';
import type { Subject } from './subjects.ts';

/** Why an icon looks different from before. */
export type IconCause =
  | { because: 'started' }
  | ({ because: 'terminal'; is: TerminalStatus | 'not watched' } & TerminalPlace)
  | ({ because: 'failure'; failure: Failure } & StorePlace)
  | ({ because: 'failure over' } & StorePlace)
  | ({ because: 'watched' | 'not watched' } & StorePlace)
  | { because: 'snoozed' | 'snooze over' }
  /** Nothing of the above: an answer has come, or grown too old, or the administrator's file is not taken. */
  | { because: 'knowledge'; answeredAt: string | null };

export interface IconChange {
  /** `all`, `rest`, or a store. */
  of: 'all' | 'rest' | StorePlace;
  /** Null for an icon that was not there before. */
  from: TrayIcon | null;
  to: TrayIcon;
  /** While it is snoozed the icon does not say it. */
  verdict: Verdict;
  counts: Overview['counts'];
  causes: IconCause[];
  /** How many are left out of `causes`. */
  more: number;
}

interface StorePlace {
  account: string;
  store: string;
}
interface TerminalPlace extends StorePlace {
  poiid: string;
}

/** What the next change is compared with. */
interface Seen {
  icon: TrayIcon;
  verdict: Verdict;
  snoozed: boolean;
  stores: Map<string, StorePlace & { failure: Failure | null }>;
  outages: Map<string, TerminalPlace>;
}

/** A whole chain can lose its connection in one round, and a line is for people. */
const mostCauses = 20;

/** Notes every icon that is in another state than before, with the reason. What is equal costs next to nothing. */
export function createIconLog(
  note: (change: IconChange) => void,
): (subjects: readonly Subject[], quiet: QuietView) => void {
  let known = new Map<string, Seen>();
  return (subjects, quiet) => {
    const next = subjects.map((subject): [string, Seen] => {
      const of = nameOf(subject);
      const before = known.get(JSON.stringify(of));
      const icon = trayIcon(subject.overview, { quiet, icon: subject.icon });
      const { verdict, counts } = subject.overview;
      if (before?.icon === icon && before.verdict === verdict) return [JSON.stringify(of), before];
      const snoozed = snoozeInForce({ quiet, icon: subject.icon }) !== null;
      const now = { icon, verdict, snoozed, ...look(subject.overview) };
      const causes = before ? causesOf(before, now, subject.overview) : [{ because: 'started' as const }];
      note({
        of,
        from: before?.icon ?? null,
        to: icon,
        verdict,
        counts,
        causes: causes.slice(0, mostCauses),
        more: Math.max(0, causes.length - mostCauses),
      });
      return [JSON.stringify(of), now];
    });
    known = new Map(next);
  };
}

function nameOf({ icon }: Subject): IconChange['of'] {
  return icon.kind === 'store' ? { account: icon.account, store: icon.store } : icon.kind;
}

function look(overview: Overview): Pick<Seen, 'stores' | 'outages'> {
  return {
    stores: new Map(
      overview.stores.map(({ account, reference, failure }) => [
        storeKey(account, reference),
        { account, store: reference, failure },
      ]),
    ),
    outages: new Map(
      outages(overview).map(({ store: { account, reference }, terminal: { poiid } }) => [
        terminalKey(account, poiid),
        { account, store: reference, poiid },
      ]),
    ),
  };
}

function causesOf(before: Seen, now: Seen, overview: Overview): IconCause[] {
  const causes: IconCause[] = [
    ...(now.snoozed === before.snoozed
      ? []
      : [{ because: now.snoozed ? ('snoozed' as const) : ('snooze over' as const) }]),
    ...missingFrom(before.outages, now.outages).map((place): IconCause => ({
      because: 'terminal',
      ...place,
      is: 'disconnected',
    })),
    ...missingFrom(now.outages, before.outages).map((place): IconCause => ({
      because: 'terminal',
      ...place,
      is: statusOf(place, overview),
    })),
    ...missingFrom(before.stores, now.stores).map((store) => ofStore('watched', store)),
    ...missingFrom(now.stores, before.stores).map((store) => ofStore('not watched', store)),
    // A request that failed meanwhile is no cause of a number that grows.
    ...(isBlind(before) || isBlind(now) ? failuresOf(before, now) : []),
  ];
  const { checkedAt } = overview;
  const answeredAt = checkedAt === null ? null : new Date(checkedAt).toISOString();
  return causes.length > 0 ? causes : [{ because: 'knowledge', answeredAt }];
}

function failuresOf(before: Seen, now: Seen): IconCause[] {
  return [...now.stores].flatMap(([key, { account, store, failure }]): IconCause[] => {
    const earlier = before.stores.get(key)?.failure ?? null;
    if (failure?.kind === earlier?.kind) return [];
    return failure === null
      ? [{ because: 'failure over', account, store }]
      : [{ because: 'failure', account, store, failure }];
  });
}

function isBlind({ verdict }: Seen): boolean {
  return verdict === 'attention' || verdict === 'offline' || verdict === 'unknown';
}

function ofStore(because: 'watched' | 'not watched', { account, store }: StorePlace): IconCause {
  return { because, account, store };
}

function missingFrom<T>(from: ReadonlyMap<string, unknown>, among: ReadonlyMap<string, T>): T[] {
  return [...among].filter(([key]) => !from.has(key)).map(([, value]) => value);
}

/** A terminal can have been moved to another store of its account meanwhile. */
function statusOf({ account, poiid }: TerminalPlace, { stores }: Overview): TerminalStatus | 'not watched' {
  const key = terminalKey(account, poiid);
  for (const store of stores) {
    if (store.account !== account) continue;
    const found = store.terminals.find((terminal) => terminalKey(account, terminal.poiid) === key);
    if (found) return found.status;
  }
  return 'not watched';
}
