import { limitAsync } from 'es-toolkit';
import type { StoreTestResult } from '../../preload/contract.ts';
import { readKeyFacts } from '../import/key-facts.ts';
import type { Account } from '../monitor/watchlist.ts';
import { readDraft } from '../settings/edit-account.ts';
import { setupAccount } from '../settings/edit-setup.ts';
import type { StoreSettings } from '../settings/schema.ts';
import { readKey } from '../settings/key.ts';
import { checkEndpoint } from '../terminal-api/endpoints.ts';
import { createManagement } from '../terminal-api/management.ts';
import { createVendorRouter } from '../terminal-api/route.ts';
import { done, failed, type Handlers } from './register.ts';
import type { Services } from './services.ts';
import type { Waits } from './waits.ts';

const requestsAtATime = 8;

/** Asks Adyen for the stores of a draft as it stands in the form, saved or not. */
export function connectionHandlers({
  transport,
  clock,
  secrets,
  router: watching,
  watchlist,
  budgetOf,
  waits,
}: Pick<Services, 'transport' | 'clock' | 'router' | 'watchlist' | 'budgetOf'> & {
  secrets: Pick<Services['secrets'], 'get'>;
  waits: Waits;
}): Pick<Handlers, 'connection.test' | 'connection.stop'> {
  function isHeld(id: string): boolean {
    const key = secrets.get(id);
    return key !== null && budgetOf(key).held(clock.elapsed()) !== null;
  }

  return {
    async 'connection.test'({ draft, key: typed }) {
      const read = readDraft(draft, checkEndpoint);
      if (!read.ok) return read;
      const given = typed === '' ? null : readKey(typed);
      if (given?.ok === false) return failed(given.error, 'key');
      const key = given ? given.key : secrets.get(draft.id ?? setupAccount);

      const account: Account = {
        ...read.account,
        id: draft.id ?? '',
        origin: 'settings',
        stores: read.account.stores.map((store) => ({
          ...store,
          terminals: [],
          restart: null,
          openingHours: null,
        })),
      };
      const router = createVendorRouter({ transport, clock, keyFor: () => key, budgetOf });
      const ask = async (
        { reference, name }: StoreSettings,
        signal: AbortSignal,
      ): Promise<StoreTestResult> => {
        const answer = await router.ask({ kind: 'store', account, store: reference }, signal);
        const asked = { reference, name, host: router.hostOf(account), tookMs: answer.tookMs };
        return answer.ok
          ? { ...asked, ok: true, connected: answer.connected }
          : { ...asked, ok: false, failure: answer.failure };
      };
      const limited = limitAsync(ask, requestsAtATime);
      const management = createManagement({ transport, clock, keyFor: () => key, budgetOf });
      const [results, facts] = await waits.run(draft.id ?? setupAccount, (signal) =>
        Promise.all([
          Promise.all(read.account.stores.map((store) => limited(store, signal))),
          readKeyFacts(management, account, clock),
        ]),
      );
      // Whoever tests has often just changed what the key may do; what is watched shall not lag behind the test.
      const watched = watchlist().accounts.find(({ id }) => id === draft.id);
      if (watched && !isHeld(watched.id)) await watching.lookAgain(watched);
      return done({ results, source: router.inUse(account), facts });
    },

    'connection.stop'({ account }) {
      waits.stop(account ?? setupAccount);
      return done(null);
    },
  };
}
