import { done, failed, type Handlers } from './register.ts';
import type { Services } from './services.ts';

/** Keys come in through here and never go out again. */
export function keyHandlers(services: Services): Pick<Handlers, 'keys.set' | 'keys.remove'> {
  const { secrets, engine, watchlist, settingsChanged } = services;
  const takesKey = (id: string) =>
    watchlist().accounts.some((account) => account.id === id && account.origin !== 'demo');
  return {
    async 'keys.set'({ account, key }) {
      if (!takesKey(account)) return failed('not-found', 'account');
      const outcome = await secrets.set(account, key);
      if ('error' in outcome) return failed(outcome.error, 'key');
      engine.expedite(account);
      settingsChanged();
      return done(outcome);
    },
    'keys.remove'({ account }) {
      if (!takesKey(account)) return failed('not-found', 'account');
      secrets.remove(account);
      engine.expedite(account);
      settingsChanged();
      return done(null);
    },
  };
}
