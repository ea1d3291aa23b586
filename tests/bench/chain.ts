import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TerminalRecord } from '../../main/monitor/terminal.ts';
import type { Account, Watchlist } from '../../main/monitor/watchlist.ts';
import { startProcess } from '../support/process.ts';
import type { BenchContext } from './bench.ts';

/** A merchant with that many stores, all of whose terminals are connected. */
export interface Chain {
  stores: { reference: string; name: string; terminals: string[] }[];
}

export const merchantAccount = 'ChainNL';
export const accountId = 'chain';

/** @param each terminals of a store */
export function createChain(stores: number, each: number): Chain {
  return {
    stores: Array.from({ length: stores }, (_, store) => ({
      reference: `NL-${String(store + 1).padStart(4, '0')}`,
      name: `Store ${store + 1}`,
      terminals: Array.from(
        { length: each },
        (_none, at) => `S1F2-${String(324_000_000 + store * each + at)}`,
      ),
    })),
  };
}

/** As settings have it. */
export function accountOf(chain: Chain, endpoint: string): Account {
  return {
    id: accountId,
    environment: 'test',
    region: 'eu',
    source: 'auto',
    merchantAccount,
    endpoint,
    origin: 'settings',
    stores: chain.stores.map(({ reference, name }) => ({
      reference,
      name,
      id: '',
      terminals: [],
      restart: { at: '06:00', graceMinutes: 15, timeZone: 'Europe/Amsterdam' },
      openingHours: null,
    })),
  };
}

export const pace: Watchlist['pace'] = { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: null };

/** As memory has it after the app has run for a while; the costs of learning which terminal is whose are paid. */
export function recordsOf(chain: Chain, now: number): TerminalRecord[] {
  return chain.stores.flatMap(({ reference, terminals }) =>
    terminals.map((poiid) => ({
      account: accountId,
      store: reference,
      poiid,
      installation: false,
      status: 'connected',
      since: now - 3_600_000,
      connectedSince: now - 3_600_000,
      outageSince: null,
      seenAt: now - 30_000,
      evidenceAt: now - 30_000,
      misses: 0,
      hits: 0,
      swings: [],
      flapping: false,
      told: 'connected',
    })),
  );
}

/** The vendor with these terminals, in a process of its own: its work is not ours. */
export async function startVendor(
  chain: Chain,
  folder: string,
  { root, defer }: BenchContext,
): Promise<{ url: string; key: string }> {
  const key = `AQE${randomBytes(60).toString('base64')}`;
  const world = join(folder, 'world.json');
  const stores = chain.stores.map((store) => ({
    ...store,
    terminals: store.terminals.map((poiid) => ({ poiid })),
  }));
  await writeFile(world, JSON.stringify({ accounts: [{ merchantAccount, keys: [key], stores }] }));
  const script = join(root, 'out', 'app', 'main', 'simulator.js');
  const vendor = await startProcess(process.execPath, [script, '--world', world], {});
  defer(() => vendor.stop());
  const [, url = ''] = await vendor.wrote(/^\{"url":"([^"]+)"/);
  return { url, key };
}
