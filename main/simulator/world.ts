import { usualAssumptions, type Assumptions } from './assumptions.ts';

/** What the simulated vendor knows: accounts, their stores and which terminals hold a connection. */
export interface World {
  accounts: readonly WorldAccount[];
  assumptions(): Assumptions;
  /** What is left out stays as it is. */
  assume(change: Partial<Assumptions>): void;
  /** Each answers whether there is such a terminal or store. POIIDs and references are unique in a world. */
  drop(poiid: string): boolean;
  restore(poiid: string): boolean;
  dropStore(reference: string): boolean;
  restoreStore(reference: string): boolean;
  /** A new terminal, connected. False too where the POIID is taken. */
  add(poiid: string, reference: string): boolean;
  /** To another store; its connection stays as it is. */
  move(poiid: string, reference: string): boolean;
  /** @returns what ends the subscription */
  onChange(listener: (change: WorldChange) => void): () => void;
}

export interface WorldAccount {
  merchantAccount: string;
  /** API keys that may use this account. */
  keys: string[];
  /** Keys that the vendor knows but that lack every role. */
  keysWithoutRole?: string[];
  /** The roles of a key, as `/me` lists them; a key of `keys` that is not in here has all. */
  rolesOfKeys?: Record<string, string[]>;
  /** Where its keys may be used from, as `/me` lists it; nothing comes of it. */
  allowedIpAddresses?: string[];
  company?: string;
  stores: WorldStore[];
}

export interface WorldStore {
  reference: string;
  /** The vendor's own ID, `ST…`: not what `/connectedTerminals` takes for `store`. */
  id: string;
  name: string;
  /** `active` where not said. */
  status?: 'active' | 'inactive' | 'closed';
  terminals: WorldTerminal[];
  /** Of the vendor's SDK on phones: only the Cloud Device API has them, and their IDs are no POIIDs. */
  installations?: WorldTerminal[];
}

/** What is optional is known to the Management API only. */
export interface WorldTerminal {
  poiid: string;
  connected: boolean;
  /** `boarded` where not said. One in the inventory is assigned to no store. */
  status?: 'boarded' | 'deployed' | 'inventory' | 'reassignmentInProgress';
  deviceName?: string;
  /** 0 to 23; 6 where not said. */
  restartHour?: number;
  /** As the vendor would send it. */
  cloudDeviceApiEndpoint?: string;
  /** ISO 8601. */
  lastActivityAt?: string;
}

export interface WorldChange {
  kind: 'dropped' | 'restored' | 'added' | 'moved';
  poiid: string;
  store: string;
}

/** @param accounts becomes the world's own and changes with it */
export function createWorld(accounts: WorldAccount[]): World {
  let assumptions = usualAssumptions;
  const listeners = new Set<(change: WorldChange) => void>();

  const stores = () => accounts.flatMap((account) => account.stores);
  const storeOf = (reference: string) => stores().find((store) => store.reference === reference);
  const placeOf = (poiid: string) => {
    for (const store of stores()) {
      for (const list of [store.terminals, store.installations ?? []]) {
        const terminal = list.find((candidate) => candidate.poiid === poiid);
        if (terminal) return { store, list, terminal };
      }
    }
    return undefined;
  };
  const tell = (change: WorldChange) => {
    for (const listener of listeners) listener(change);
  };

  function set(store: WorldStore, terminal: WorldTerminal, connected: boolean) {
    if (terminal.connected === connected) return;
    terminal.connected = connected;
    tell({ kind: connected ? 'restored' : 'dropped', poiid: terminal.poiid, store: store.reference });
  }
  function setOne(poiid: string, connected: boolean): boolean {
    const place = placeOf(poiid);
    if (place) set(place.store, place.terminal, connected);
    return place !== undefined;
  }
  function setStore(reference: string, connected: boolean): boolean {
    const store = storeOf(reference);
    if (store)
      for (const terminal of [...store.terminals, ...(store.installations ?? [])])
        set(store, terminal, connected);
    return store !== undefined;
  }

  return {
    accounts,
    assumptions: () => assumptions,
    assume(change) {
      assumptions = { ...assumptions, ...change };
    },
    drop: (poiid) => setOne(poiid, false),
    restore: (poiid) => setOne(poiid, true),
    dropStore: (reference) => setStore(reference, false),
    restoreStore: (reference) => setStore(reference, true),
    add(poiid, reference) {
      const store = storeOf(reference);
      if (!store || placeOf(poiid)) return false;
      store.terminals.push({ poiid, connected: true });
      tell({ kind: 'added', poiid, store: reference });
      return true;
    },
    move(poiid, reference) {
      const from = placeOf(poiid);
      const to = storeOf(reference);
      if (!from || !to) return false;
      from.list.splice(from.list.indexOf(from.terminal), 1);
      if (from.list === from.store.installations) (to.installations ??= []).push(from.terminal);
      else to.terminals.push(from.terminal);
      tell({ kind: 'moved', poiid, store: reference });
      return true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
