import type { Account } from '../monitor/watchlist.ts';
import type { Scenario } from './scenario.ts';
import { createWorld, type World } from './world.ts';

const merchantAccount = 'TillwatchDemo';

/** What the demo store shows. */
export const demoStores = [
  {
    reference: 'UTR-01',
    id: 'ST3224Z223225T5JDEMO00001',
    name: 'Utrecht Centraal',
    terminals: [
      { poiid: 'V400m-324688041', name: 'Till 1' },
      { poiid: 'V400m-324688077', name: 'Till 2' },
      { poiid: 'V400m-324688179', name: 'Till 3' },
      { poiid: 'S1F2-000158213600107', name: 'Service desk' },
      { poiid: 'UX410-801212733', name: 'Kiosk' },
    ],
  },
  {
    reference: 'AMF-02',
    id: 'ST3224Z223225T5JDEMO00002',
    name: 'Amersfoort',
    terminals: [
      { poiid: 'P400Plus-275102806', name: 'Till 1' },
      { poiid: 'P400Plus-275102811', name: 'Till 2' },
      { poiid: 'AMS1-000168223606112', name: 'Fitting room' },
    ],
  },
];

/** On record and never connected, so only an import finds it. */
const unplugged = [
  { store: 'UTR-01', poiid: 'S1F2-000158213600131', deviceName: 'Till 4', connected: false },
];

/**
 * A terminal drops soon after the start and comes back, then a store goes dark for a moment and the vendor has a
 * bad minute; then quiet, until it begins again.
 */
export const demoScenario: Scenario = {
  steps: [
    { at: 8, do: 'drop', poiid: 'V400m-324688077' },
    { at: 33, do: 'restore', poiid: 'V400m-324688077' },
    { at: 60, do: 'dropStore', store: 'AMF-02' },
    { at: 90, do: 'restoreStore', store: 'AMF-02' },
    { at: 120, do: 'fault', fault: { kind: 'server-error' } },
    { at: 145, do: 'heal' },
  ],
  repeatEvery: 600,
};

export interface DemoStore {
  world: World;
  /** Made anew for every run: who finds the port still cannot ask. */
  key: string;
  /** To be watched at the simulator's address. */
  account: (url: string) => Account;
}

/** @param randomBytes unguessable ones */
export function createDemoStore(randomBytes: (count: number) => Uint8Array): DemoStore {
  const key = Buffer.from(randomBytes(32)).toString('base64url');
  return {
    key,
    world: createWorld([
      {
        merchantAccount,
        keys: [key],
        stores: demoStores.map(({ terminals, ...store }) => ({
          ...store,
          terminals: [
            ...terminals.map(({ poiid, name }) => ({ poiid, deviceName: name, connected: true })),
            ...unplugged.filter(({ store: reference }) => reference === store.reference),
          ],
        })),
      },
    ]),
    account: (url) => ({
      id: 'demo',
      environment: 'test',
      region: 'eu',
      source: 'connected-terminals',
      merchantAccount,
      endpoint: url,
      origin: 'demo',
      stores: demoStores.map(({ reference, name, terminals }) => ({
        reference,
        name,
        id: '',
        restart: null,
        openingHours: null,
        terminals: terminals.map((terminal) => ({ ...terminal, watched: true, origin: 'demo' })),
      })),
    }),
  };
}
