import { readKeyFacts } from '../import/key-facts.ts';
import type { Account } from '../monitor/watchlist.ts';
import { readEndpoint } from '../settings/edit-account.ts';
import { finishSetup, setupAccount } from '../settings/edit-setup.ts';
import { checkEndpoint } from '../terminal-api/endpoints.ts';
import { createManagement } from '../terminal-api/management.ts';
import { createVendorRouter } from '../terminal-api/route.ts';
import { done, failed, type Handlers } from './register.ts';
import type { Services } from './services.ts';
import type { Waits } from './waits.ts';

/**
 * What stands in the place of a merchant account, or of a key, that nobody has entered yet. The vendor looks at the key
 * first, so its refusal of the one tells that the other was taken.
 */
const none = 'Tillwatch';

/** The first run, step by step: its key is kept here from the moment it is entered, the rest once it is finished. */
export function setupHandlers(
  services: Services & { waits: Waits },
): Pick<Handlers, 'setup.key' | 'setup.ask' | 'setup.stores' | 'setup.finish'> {
  const {
    settings,
    secrets,
    desk,
    engine,
    watchlist,
    transport,
    clock,
    budgetOf,
    importer,
    waits,
    settingsChanged,
  } = services;
  return {
    async 'setup.key'({ key }) {
      const outcome = await secrets.set(setupAccount, key);
      if ('error' in outcome) return failed(outcome.error, 'key');
      settingsChanged();
      return done(outcome);
    },

    async 'setup.ask'({ environment, region, endpoint, source, merchantAccount, withKey }) {
      const read = readEndpoint(endpoint, checkEndpoint);
      if (!read.ok) return read;
      const account: Account = {
        id: setupAccount,
        origin: 'settings',
        environment,
        region,
        endpoint: read.endpoint,
        source,
        merchantAccount: merchantAccount.trim() || none,
        stores: [],
      };
      const keyFor = () => (withKey ? secrets.get(setupAccount) : none);
      const way = { transport, clock, keyFor, budgetOf };
      const router = createVendorRouter(way);
      const isAboutKey = withKey && merchantAccount.trim() === '';
      const [answer, facts] = await waits.run(setupAccount, (signal) =>
        Promise.all([
          router.ask({ kind: 'account', account }, signal),
          isAboutKey ? readKeyFacts(createManagement(way), account, clock) : null,
        ]),
      );
      const asked = { host: router.hostOf(account), tookMs: answer.tookMs, facts };
      return done(
        answer.ok
          ? { ...asked, ok: true, connected: answer.connected.length }
          : { ...asked, ok: false, failure: answer.failure },
      );
    },

    async 'setup.stores'({ environment, endpoint, merchantAccount }) {
      const read = readEndpoint(endpoint, checkEndpoint);
      if (!read.ok) return read;
      const asked = { environment, endpoint: read.endpoint, merchantAccount: merchantAccount.trim() };
      return done(await importer.stores({ id: setupAccount, ...asked }));
    },

    async 'setup.finish'(request) {
      const edit = () => finishSetup(settings.current(), watchlist().accounts, request, checkEndpoint);
      const planned = edit();
      if (!planned.ok) return planned;
      const { id } = planned.value;
      // Before the account is watched, or its first check would be one without a key.
      const key = secrets.state(setupAccount) === 'environment' ? null : secrets.get(setupAccount);
      if (key !== null && id !== setupAccount) {
        await secrets.set(id, key);
        secrets.remove(setupAccount);
      }
      const reply = desk.apply(edit());
      engine.expedite(id);
      settingsChanged();
      return reply;
    },
  };
}
