import { win32, posix } from 'node:path';
import { readPoiid } from '../monitor/poiid.ts';
import type { Account } from '../monitor/watchlist.ts';
import { UnsafeFile } from './guarded-file.ts';
import { problemOf } from './json.ts';
import { readManagedContent, type ContentDeps } from './managed-content.ts';
import type { ManagedFault } from './managed-issue.ts';
import type { ManagedFile } from './managed-schema.ts';
import type { ManagedNetwork } from './network.ts';
import type { ManagedRules } from './notifications.ts';
import type { CheckEndpoint } from './schema.ts';
import type { IconChoice } from './tray.ts';
import type { ManagedUpdates } from './updates.ts';
import type { Watching } from './watching.ts';

/** The administrator's file: taken as a whole or, with the first fault named, not at all. */
export type Managed =
  | { state: 'none' }
  | {
      state: 'ok';
      file: string;
      accounts: Account[];
      /** Null: left to the user. */
      pollIntervalSeconds: number | null;
      confirmationDelaySeconds: number | null;
      closedPollIntervalSeconds: number | null;
      unstable: Watching['unstable'] | null;
      notifications: ManagedRules | null;
      trayIcons: IconChoice | null;
      historyKeepDays: number | null;
      network: ManagedNetwork | null;
      updates: ManagedUpdates | null;
      /** The file has been changed since, and what it says now is refused: what it said before goes on. */
      fault: ManagedFault | null;
    }
  | { state: 'refused'; file: string; path: string; problem: string };

export interface ManagedDeps extends ContentDeps {
  place: ManagedPlace;
  /** Throws as `readGuarded` does. */
  readFile: (path: string) => string;
}

export interface ManagedPlace {
  file: string;
  /** Somebody named it, so that it has to be there. */
  named: boolean;
}

export function managedPlace(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): ManagedPlace {
  const named = env['TILLWATCH_MANAGED_CONFIG'];
  return named ? { file: named, named: true } : { file: systemPlace(platform, env), named: false };
}

export function readManaged(deps: ManagedDeps): Managed {
  const { words } = deps;
  const { file, named } = deps.place;
  const refuse = (path: string, problem: string): Managed => ({ state: 'refused', file, path, problem });

  let content: string;
  try {
    content = deps.readFile(file);
  } catch (error) {
    if (error instanceof UnsafeFile)
      return refuse('', words('problem:managed.unsafe', { context: error.why }));
    const problem = problemOf(error);
    if (problem === 'ENOENT' || problem === 'ENOTDIR') {
      return named ? refuse('', words('problem:managed.missing')) : { state: 'none' };
    }
    return refuse('', words('problem:managed.unreadable', { problem }));
  }

  const read = readManagedContent(content, deps);
  if (!read.ok) return refuse(read.faults[0].path, read.faults[0].problem);

  const { accounts, pollIntervalSeconds, confirmationDelaySeconds, notifications } = read.value;
  const { closedPollIntervalSeconds, unstable, trayIcons, historyKeepDays, network, updates } = read.value;
  return {
    state: 'ok',
    file,
    accounts: accounts.map((account) => toAccount(account, deps.checkEndpoint)),
    pollIntervalSeconds: pollIntervalSeconds ?? null,
    confirmationDelaySeconds: confirmationDelaySeconds ?? null,
    closedPollIntervalSeconds: closedPollIntervalSeconds ?? null,
    unstable: unstable ?? null,
    notifications: notifications ?? null,
    trayIcons: trayIcons ?? null,
    historyKeepDays: historyKeepDays ?? null,
    network: network ?? null,
    updates: updates ?? null,
    fault: null,
  };
}

/** What counts once the file says `next`: a mistake in it must not blind the stores that are watched. */
export function succeed(before: Managed, next: Managed): Managed {
  if (next.state !== 'refused' || before.state !== 'ok') return next;
  return { ...before, fault: { path: next.path, problem: next.problem } };
}

/** What the administrator has set; null where that is nothing. */
export function setBy(managed: Managed): Extract<Managed, { state: 'ok' }> | null {
  return managed.state === 'ok' ? managed : null;
}

function systemPlace(platform: NodeJS.Platform, env: Parameters<typeof managedPlace>[0]): string {
  switch (platform) {
    case 'win32':
      return win32.join(env['ProgramData'] || 'C:\\ProgramData', 'Tillwatch', 'managed.json');
    case 'darwin':
      return '/Library/Application Support/Tillwatch/managed.json';
    default:
      return posix.join('/etc', 'tillwatch', 'managed.json');
  }
}

export function toAccount(account: ManagedFile['accounts'][number], checkEndpoint: CheckEndpoint): Account {
  const checked = account.endpoint === undefined ? null : checkEndpoint(account.endpoint);
  return {
    id: account.id,
    environment: account.environment,
    region: account.region ?? 'eu',
    merchantAccount: account.merchantAccount,
    endpoint: checked?.ok ? checked.url : null,
    source: account.source ?? 'auto',
    origin: 'managed',
    stores: account.stores.map(
      ({ reference, id = '', name, terminals = [], restart, openingHours = null }) => ({
        reference,
        id,
        name,
        restart: restart ? { ...restart, timeZone: openingHours?.timeZone ?? null } : null,
        openingHours,
        terminals: terminals.flatMap(({ poiid, name = '' }) => {
          const read = readPoiid(poiid);
          return read.usable ? [{ poiid: read.poiid, name, watched: true, origin: 'managed' as const }] : [];
        }),
      }),
    ),
  };
}
