import type { Change } from '../../main/history/changes.ts';
import { createKeeper } from '../../main/history/keeper.ts';
import type { SuppressReason } from '../../main/notifications/decision.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const days = 45;
/** The PC is switched on and off with the lights. */
const [opens, closes] = [8, 20];

interface Store {
  reference: string;
  name: string;
  terminals: readonly { poiid: string; name: string }[];
}

interface Subject {
  place: number;
  store: string;
  account: string;
  poiid: string;
}

interface Drop {
  from: number;
  to: number;
}

/** Writes a history of some weeks of these stores, as if Tillwatch had been running then; the same each time. */
export function writePast(directory: string, merchantAccount: string, stores: readonly Store[]): void {
  const account = `test/${merchantAccount}`;
  const now = Date.now();
  const keeper = createKeeper();
  keeper.open(directory, now);
  const changes: Change[] = [];
  let terminal = 0;
  for (const [place, { reference, name, terminals }] of stores.entries()) {
    changes.push({ kind: 'place', place, account, store: reference, name });
    for (const { poiid, name: label } of terminals) {
      changes.push({ kind: 'terminal', terminal, account, poiid, name: label });
      changes.push(...life(terminal, { place, store: reference, account, poiid }, now));
      terminal += 1;
    }
  }
  const at = now - 26 * hourMs;
  const attention = { at, kind: 'attention', reason: null, account, store: null, poiid: null } as const;
  keeper.write([...changes, { kind: 'decided', decided: attention }]);
  keeper.close();
}

function life(terminal: number, of: Subject, now: number): Change[] {
  const { place } = of;
  const changes: Change[] = [];
  for (let ago = days; ago >= 0; ago -= 1) {
    const midnight = new Date(now);
    midnight.setHours(0, 0, 0, 0);
    midnight.setDate(midnight.getDate() - ago);
    const open = midnight.getTime() + opens * hourMs;
    const close = Math.min(midnight.getTime() + closes * hourMs, now - minuteMs);
    if (close <= open || (ago > 0 && midnight.getDay() === 0)) continue;
    let at = open;
    const span = (up: boolean, to: number) => {
      changes.push({ kind: 'begin', terminal, place, up, from: at }, { kind: 'end', terminal, at: to });
      at = to;
    };
    for (const { from, to } of drops(terminal, ago, open)) {
      span(true, from);
      span(false, to);
      changes.push(...incident(terminal, of, ago, { from, to }));
    }
    span(true, close);
  }
  return changes;
}

function drops(terminal: number, ago: number, open: number): Drop[] {
  if (ago === 0 || (ago * 7 + terminal * 3) % 9 !== 0) return [];
  const from = open + ((ago * 5 + terminal * 11) % 10) * hourMs + terminal * 7 * minuteMs;
  return [{ from, to: from + (3 + ((ago * 13 + terminal * 5) % 40)) * minuteMs }];
}

const reasons: (SuppressReason | null)[] = [null, null, 'outside-hours', null, 'acknowledged', 'snoozed'];

function incident(terminal: number, of: Subject, ago: number, { from, to }: Drop): Change[] {
  const { place, ...subject } = of;
  const reason = reasons[(ago + terminal) % reasons.length] ?? null;
  const told = { at: from + 6000, kind: 'disconnected', reason } as const;
  return [
    {
      kind: 'incident',
      terminal,
      place,
      cause: (ago + terminal) % 5 === 0 ? 'store' : 'terminal',
      start: from,
      confirmed: from + 5000,
      confirmedBy: (ago + terminal) % 3 === 0 ? 'list' : 'own-request',
      end: null,
    },
    { kind: 'told', terminal, told },
    { kind: 'decided', decided: { ...told, ...subject } },
    { kind: 'over', terminal, at: to },
  ];
}
