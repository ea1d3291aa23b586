import type { Failure } from '../monitor/failure.ts';
import type { Fetched, Management, ManagementAccount, Waiting } from '../terminal-api/management.ts';
import type { Current } from './current.ts';
import type { FetchedSettings, FetchedStore } from './fetched.ts';
import { worthAsking, type FetchedAccount } from './merge.ts';
import { abilitiesOf, noAbilities, type Abilities, type ImportRole } from './roles.ts';

/** How far the asking has come. */
export interface Progress {
  step: 'key' | 'stores' | 'terminals' | 'names';
  /** Pages of a list, or terminals by their names; 0 of 0 where that is not known yet. */
  done: number;
  total: number;
  /** Adyen wants to be left alone for so many ms; else null. */
  waitMs: number | null;
}

/** Why something could not be read. */
export type Problem =
  | { kind: 'role'; role: ImportRole; failure: Failure }
  /** The key has the role, but may not see this merchant account. */
  | { kind: 'account'; failure: Failure }
  | { kind: 'failure'; failure: Failure };

/** What was not read; the rest is good without it. */
export interface Gaps {
  terminals: Problem | null;
  names: Problem | null;
  /** Terminals of which nobody knows the name, for a problem or because nobody wanted to wait. */
  nameless: number;
}

export type Gathered =
  { kind: 'gathered'; fetched: FetchedAccount; abilities: Abilities | null; gaps: Gaps } | GatherFailure;

export interface GatherFailure {
  kind: 'failed';
  problem: Problem;
  abilities: Abilities | null;
}

export interface GatherDeps {
  management: Management;
  /** Ends all of it. */
  signal: AbortSignal;
  /** Ends the asking for names, and keeps those that are known by then. */
  enoughNames: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** So many names at a time: each costs a request, and the vendor counts them by the minute. */
const namesAtATime = 4;

/** Its stores alone, and what the key may do. Never rejects, as `gather` does not. */
export async function gatherStores(
  deps: Pick<GatherDeps, 'management' | 'signal' | 'onProgress'>,
  account: ManagementAccount,
): Promise<{ kind: 'stores'; stores: FetchedStore[]; abilities: Abilities | null } | GatherFailure> {
  const { management } = deps;
  const key = await management.whoAmI(account, waiting(deps, 'key'));
  const abilities = key.ok ? abilitiesOf(key.value.roles) : abilitiesWithout(key.failure);
  if (!key.ok && !isRefusal(key.failure)) return failed(key.failure, 'stores', abilities);
  const stores = await management.listStores(account, waiting(deps, 'stores'));
  return stores.ok
    ? { kind: 'stores', stores: stores.value, abilities }
    : failed(stores.failure, 'stores', abilities);
}

/** Reads what the Management API has of an account. Never rejects; once the signal ends it, what it says is nobody's. */
export async function gather(
  deps: GatherDeps,
  account: ManagementAccount,
  current: Current,
): Promise<Gathered> {
  const read = await gatherStores(deps, account);
  if (read.kind === 'failed') return read;
  const { stores, abilities } = read;
  const terminals = await deps.management.listTerminals(account, waiting(deps, 'terminals'));
  // Stores alone are worth something: the terminals that are on show up by themselves.
  if (!terminals.ok && terminals.failure.kind !== 'forbidden')
    return failed(terminals.failure, 'terminals', abilities);
  const lists = { stores, terminals: terminals.ok ? terminals.value : [] };
  const asked = worthAsking(current, lists);
  const names = await readNames(deps, account, asked, abilities);
  return {
    kind: 'gathered',
    fetched: { ...lists, settings: names.settings },
    abilities,
    gaps: {
      terminals: terminals.ok ? null : problemOf(terminals.failure, 'terminals', abilities),
      names: names.problem,
      nameless: asked.length - names.settings.size,
    },
  };
}

function failed(failure: Failure, role: ImportRole, abilities: Abilities | null): GatherFailure {
  return { kind: 'failed', problem: problemOf(failure, role, abilities), abilities };
}

/** Who the key is remains open, but it may be asked on with. */
function isRefusal({ kind }: Failure): boolean {
  return kind === 'forbidden' || kind === 'invalid-request';
}

/** [O] `/me` is open to any role of this API; so whoever is refused has none. */
function abilitiesWithout({ kind }: Failure): Abilities | null {
  return kind === 'forbidden' ? noAbilities : null;
}

async function readNames(
  deps: GatherDeps,
  account: ManagementAccount,
  poiids: readonly string[],
  abilities: Abilities | null,
): Promise<{ settings: Map<string, FetchedSettings>; problem: Problem | null }> {
  const { management, onProgress } = deps;
  const settings = new Map<string, FetchedSettings>();
  const broken = new AbortController();
  const signal = AbortSignal.any([deps.signal, deps.enoughNames, broken.signal]);
  let problem: Problem | null = null;
  let done = 0;
  const progress = (waitMs: number | null) =>
    onProgress({ step: 'names', done, total: poiids.length, waitMs });
  const rest = poiids.values();
  const isOver = () => signal.aborted;

  const work = async () => {
    for (const poiid of rest) {
      if (isOver()) return;
      const read: Fetched<FetchedSettings> = await management.terminalSettings(account, poiid, {
        signal,
        onWait: progress,
      });
      if (isOver()) return;
      if (read.ok) settings.set(poiid, read.value);
      // One that the vendor cannot make sense of says nothing of the next.
      else if (read.failure.kind !== 'invalid-request') {
        problem ??= problemOf(read.failure, 'terminalSettings', abilities);
        broken.abort();
      }
      done += 1;
      progress(null);
    }
  };
  if (poiids.length > 0) progress(null);
  await Promise.all(Array.from({ length: namesAtATime }, work));
  return { settings, problem };
}

/** The vendor refuses a role that is missing and an account that is another's in the same words; `/me` tells them apart. */
function problemOf(failure: Failure, role: ImportRole, abilities: Abilities | null): Problem {
  if (failure.kind !== 'forbidden') return { kind: 'failure', failure };
  const refusesAccount = failure.reason === 'account' || abilities?.[role] === true;
  return refusesAccount ? { kind: 'account', failure } : { kind: 'role', role, failure };
}

function waiting(
  { signal, onProgress }: Pick<GatherDeps, 'signal' | 'onProgress'>,
  step: Progress['step'],
): Waiting {
  let [done, total] = [0, 0];
  const progress = (waitMs: number | null) => onProgress({ step, done, total, waitMs });
  progress(null);
  return {
    signal,
    onPage(read, pages) {
      [done, total] = [read, pages];
      progress(null);
    },
    onWait: progress,
  };
}
