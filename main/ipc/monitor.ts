import { done, type Handlers } from './register.ts';
import type { Services } from './services.ts';

export function monitorHandlers({ engine }: Services): Pick<Handlers, 'monitor.recheck'> {
  return {
    async 'monitor.recheck'(scope) {
      await engine.recheck(scope);
      return done(null);
    },
  };
}
