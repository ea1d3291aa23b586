import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Change, Decided, NewIncident } from '../../../main/history/changes.ts';
import { findSqlite, refusalOf } from '../../../main/history/database.ts';
import { createKeeper, type Keeper } from '../../../main/history/keeper.ts';
import type { DecisionFilter, IncidentFilter } from '../../../main/history/questions.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const t0 = Date.UTC(2026, 10, 24);
export const account = 'test/ShopNL';
/** Its name within the folder. */
export const file = 'history.db';

/** A folder of its own, gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** With two terminals in Utrecht and one in Amersfoort, by the numbers 0, 1 and 2. */
export function openHistory(folder = makeFolder(), now = t0): Keeper {
  const keeper = createKeeper();
  keeper.open(folder, now);
  onTestFinished(() => keeper.close());
  keeper.write(names);
  return keeper;
}

/** The file as SQLite has it, for what Tillwatch itself neither asks nor writes. */
export function openRaw(folder: string) {
  const { DatabaseSync } = findSqlite();
  return new DatabaseSync(join(folder, file));
}

/** As what this work is refused; `none` where it is not. */
export function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return refusalOf(error);
  }
  return 'none';
}

export const names: Change[] = [
  { kind: 'place', place: 0, account, store: 'UTR-01', name: 'Utrecht' },
  { kind: 'place', place: 1, account, store: 'AMF-02', name: 'Amersfoort' },
  { kind: 'terminal', terminal: 0, account, poiid: 'V400m-1', name: 'Till 1' },
  { kind: 'terminal', terminal: 1, account, poiid: 'V400m-2', name: 'Till 2' },
  { kind: 'terminal', terminal: 2, account, poiid: 'UX410-3', name: 'Kiosk' },
];

const placeOf = (terminal: number) => (terminal === 2 ? 1 : 0);

/** In hours from `t0`. */
export function span(terminal: number, state: 'up' | 'down', from: number, to: number): Change[] {
  return [begin(terminal, state, from), { kind: 'end', terminal, at: t0 + to * hour }];
}

export function begin(terminal: number, state: 'up' | 'down', from: number): Change {
  return { kind: 'begin', terminal, place: placeOf(terminal), up: state === 'up', from: t0 + from * hour };
}

export function seen(place: number, at: number): Change {
  return { kind: 'seen', places: [place], at: t0 + at * hour };
}

/** In hours from `t0`. */
export function incident(
  terminal: number,
  start: number,
  end: number | null,
  about: Partial<NewIncident> = {},
): Change {
  return {
    kind: 'incident',
    terminal,
    place: placeOf(terminal),
    cause: 'terminal',
    start: t0 + start * hour,
    confirmed: t0 + start * hour + 5000,
    confirmedBy: 'own-request',
    end: end === null ? null : t0 + end * hour,
    ...about,
  };
}

/** In hours from `t0`; of Till 1, and told, where nothing else is said. */
export function decided(at: number, about: Partial<Decided> = {}): Change {
  return {
    kind: 'decided',
    decided: {
      at: t0 + at * hour,
      kind: 'disconnected',
      account,
      store: 'UTR-01',
      poiid: 'V400m-1',
      reason: null,
      ...about,
    },
  };
}

export const firstDay = { from: t0, to: t0 + day };
export const all = { kind: 'all' } as const;
export const till1 = { kind: 'terminal', account, poiid: 'V400m-1' } as const;
export const utrecht = { kind: 'store', account, store: 'UTR-01' } as const;

export function timelineOf(keeper: Keeper, { poiid }: { poiid: string } = till1, period = firstDay) {
  return keeper
    .terminal(account, poiid, period)
    .timeline.map(({ state, from, to }) => [state, (from - t0) / hour, (to - t0) / hour]);
}

export function incidentsOf(keeper: Keeper, filter: Partial<IncidentFilter> = {}) {
  return keeper.incidents({
    scope: all,
    ...firstDay,
    leastMs: 0,
    causes: [],
    text: '',
    after: null,
    limit: 100,
    ...filter,
  });
}

export function decisionsOf(keeper: Keeper, filter: Partial<DecisionFilter> = {}) {
  return keeper.decisions({
    scope: all,
    ...firstDay,
    outcome: 'any',
    text: '',
    after: null,
    limit: 100,
    ...filter,
  });
}
