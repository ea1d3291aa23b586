import { setUpdates } from '../settings/edit.ts';
import { done, failed, type Handlers } from './register.ts';
import type { Services } from './services.ts';

type Channels = 'settings.setUpdates' | 'updates.check' | 'updates.restart';

/** Where updates come from, and when they are put in place. */
export function updatesHandlers({
  settings,
  managed,
  desk,
  updates,
}: Pick<Services, 'settings' | 'managed' | 'desk' | 'updates'>): Pick<Handlers, Channels> {
  return {
    'settings.setUpdates': (to) => desk.apply(setUpdates(settings.current(), managed.current(), to)),
    'updates.check'() {
      void updates.check();
      return done(null);
    },
    'updates.restart': () => (updates.restart() ? done(null) : failed('not-found')),
  };
}
