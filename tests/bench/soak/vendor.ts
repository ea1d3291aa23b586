import { z } from 'zod';
import type { ApiRequest } from '../../../main/terminal-api/request.ts';
import type { Sent, Transport } from '../../../main/terminal-api/transport.ts';
import type { SoakClock } from './clock.ts';
import { answered, host } from './faults.ts';
import { contains } from './intervals.ts';
import type { World, WorldAccount, WorldTerminal } from './world.ts';

export interface SoakVendor {
  transport: Transport;
  /** Lists that lacked nobody went out at these real times, in order; by account and, for a store's own, by store. */
  goodLists: ReadonlyMap<string, readonly number[]>;
  /** How many requests came. */
  requests(): number;
}

interface Asked {
  api: 'connected-terminals' | 'cloud-device';
  merchantAccount: string;
  store: string | null;
  poiid: string | null;
}

const body = z.object({
  merchantAccount: z.string(),
  store: z.string().optional(),
  uniqueTerminalId: z.string().optional(),
});

/** The vendor's two APIs over a drawn world, and the way to them. @param takesMs for the next answer */
export function createSoakVendor(
  world: World,
  clock: Pick<SoakClock, 'world' | 'after'>,
  takesMs: () => number,
  onAnswer: () => void,
): SoakVendor {
  const accounts = new Map(world.accounts.map((account) => [account.id, account]));
  const goodLists = new Map<string, number[]>();
  const wrongOf = new Map(world.accounts.map((account) => [account.id, createWrongs(account)]));
  let requests = 0;

  function answer(request: ApiRequest): Sent {
    const now = clock.world();
    if (world.offline.some(({ begin, end }) => begin <= now && now < end)) {
      return { ok: false, failure: { kind: 'dns', host, code: 'EAI_AGAIN' } };
    }
    const asked = read(request);
    const account = accounts.get(asked.merchantAccount);
    if (!account) throw new Error('asked for an account that nobody configured');
    const fault = account.faults.find(({ begin, end }) => begin <= now && now < end);
    if (fault) return fault.sent;
    if (request.headers['x-api-key'] !== account.key.secret) throw new Error('asked with another key');
    if (asked.api === 'cloud-device' && !account.key.forDevices) {
      return answered(403, JSON.stringify({ status: 403, errorCode: '00_403', title: 'Forbidden' }));
    }
    return asked.poiid === null ? list(asked, account, now) : one(asked, asked.poiid, account, now);
  }

  function list({ api, store }: Asked, account: WorldAccount, now: number): Sent {
    const name = api === 'cloud-device' ? 'uniqueDeviceIds' : 'uniqueTerminalIds';
    if (contains(account.mixedUp, now)) {
      return answered(200, JSON.stringify({ [name]: ['S1F2-000158000000001', 'S1F2-000158000000002'] }));
    }
    const lacks = wrongOf.get(account.id)?.(now) ?? none;
    if (lacks === none) {
      const key = store === null ? account.id : `${account.id}/${referenceOf(account, store)}`;
      const times = goodLists.get(key) ?? [];
      goodLists.set(key, times);
      times.push(now);
    }
    const connected = account.terminals.filter(
      (terminal) =>
        lacks !== 'all' &&
        !lacks.has(terminal.poiid) &&
        (api === 'cloud-device' || !terminal.isInstallation) &&
        (store === null || isIn(terminal, store, now)) &&
        !contains(terminal.down, now),
    );
    return answered(200, JSON.stringify({ [name]: connected.map(({ poiid }) => poiid) }));
  }

  function one({ api }: Asked, poiid: string, account: WorldAccount, now: number): Sent {
    const isMixedUp = contains(account.mixedUp, now);
    const found = account.terminals.find((terminal) => terminal.poiid === poiid);
    const isThere = found !== undefined && !contains(found.down, now);
    const deviceId = isMixedUp ? 'S1F2-000158000000001' : poiid;
    if (api === 'cloud-device') {
      return answered(200, JSON.stringify({ deviceId, status: isThere ? 'ONLINE' : 'OFFLINE' }));
    }
    const connected = isMixedUp || (isThere && !found.isInstallation) ? [deviceId] : [];
    return answered(200, JSON.stringify({ uniqueTerminalIds: connected }));
  }

  return {
    transport: {
      send(request) {
        requests += 1;
        return new Promise((resolve) => {
          clock.after(takesMs(), () => {
            onAnswer();
            resolve(answer(request));
          });
        });
      },
      close: () => Promise.resolve(),
    },
    goodLists,
    requests: () => requests,
  };
}

const none: ReadonlySet<string> = new Set();

function read(request: ApiRequest): Asked {
  if (request.method === 'POST') {
    const { merchantAccount, store, uniqueTerminalId } = body.parse(JSON.parse(request.body));
    return {
      api: 'connected-terminals',
      merchantAccount,
      store: store ?? null,
      poiid: uniqueTerminalId ?? null,
    };
  }
  const [, , , merchantAccount = '', what, poiid = ''] = request.url.pathname.split('/');
  return {
    api: 'cloud-device',
    merchantAccount,
    store: request.url.searchParams.get('store'),
    poiid: what === 'devices' ? decodeURIComponent(poiid) : null,
  };
}

function isIn({ places }: WorldTerminal, store: string, now: number): boolean {
  const place = places.findLast(({ from }) => from <= now)?.store;
  return place?.reference === store || place?.id === store;
}

function referenceOf({ stores }: WorldAccount, store: string): string {
  return stores.find(({ reference, id }) => reference === store || id === store)?.reference ?? store;
}

/** What the next list lacks, wrongly. What was due while nobody asked is over, but for the last of it. */
function createWrongs({ wrongLists }: WorldAccount) {
  let next = 0;
  let answers = 0;
  return (now: number) => {
    const due = wrongLists.findLastIndex(({ at }) => at <= now);
    if (due >= next) [next, answers] = [due + 1, wrongLists[due]?.answers ?? 0];
    if (answers === 0) return none;
    answers -= 1;
    return wrongLists[due]?.lacks ?? none;
  };
}
