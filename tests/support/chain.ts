import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createWorld } from '../../main/simulator/world.ts';
import { managedFile } from './corner-shop.ts';
import type { Profile } from './profile.ts';

/** A merchant of the simulated vendor with many stores of as many terminals each. */
export interface Chain {
  vendor: Simulator;
  stores: { reference: string; name: string; terminals: string[] }[];
  /** The environment in which the administrator has set it up. */
  environment(profile: Profile): Promise<Record<string, string>>;
}

const key = 'AQEchain';
const merchantAccount = 'Chain';

export async function openChain(count: number, terminals: number): Promise<Chain> {
  const stores = Array.from({ length: count }, (_, at) => ({
    reference: `STORE-${at}`,
    name: `Store ${at}`,
    terminals: Array.from({ length: terminals }, (_, till) => `V400m-${324_000_000 + at * 100 + till}`),
  }));
  const vendor = await createSimulator({
    world: createWorld([
      {
        merchantAccount,
        keys: [key],
        stores: stores.map(({ terminals, ...store }, at) => ({
          ...store,
          id: `ST3224Z223225T5JCHAIN${String(at).padStart(4, '0')}`,
          terminals: terminals.map((poiid) => ({ poiid, connected: true })),
        })),
      },
    ]),
  });
  return {
    vendor,
    stores,
    async environment(profile) {
      const watched = stores.map((store) => ({
        ...store,
        terminals: store.terminals.map((poiid) => ({ poiid })),
      }));
      const account = { id: 'chain', environment: 'test', merchantAccount, endpoint: vendor.url };
      const file = await managedFile(profile, {
        accounts: [{ ...account, stores: watched }],
        confirmationDelaySeconds: 2,
      });
      return { ...file, TILLWATCH_API_KEY: key };
    },
  };
}
