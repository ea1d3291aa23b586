import { done, failed, type Handlers } from './register.ts';
import { dayOf, saveChosen } from './save-chosen.ts';
import type { Services } from './services.ts';

/** A file for support, after it was looked at. */
export function diagnosticsHandlers({
  diagnostics,
  exporting,
  clock,
  words,
}: Pick<Services, 'diagnostics' | 'exporting' | 'clock' | 'words'>): Pick<
  Handlers,
  'diagnostics.gather' | 'diagnostics.save'
> {
  return {
    'diagnostics.gather': async () => done(await diagnostics.gather()),
    async 'diagnostics.save'({ id }) {
      const parts = diagnostics.zip(id);
      if (parts === null) return failed('stale-diagnostics');
      const name = words('settings:diagnostics.fileName', { day: dayOf(clock.now()) });
      return saveChosen(exporting, name, 'zip', () => parts);
    },
  };
}
