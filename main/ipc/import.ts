import type { Importer, Refusal } from '../import/importer.ts';
import { done, failed, type Handlers } from './register.ts';

type Channels = 'import.preview' | 'import.skipNames' | 'import.cancel' | 'import.apply' | 'import.undo';

export function importHandlers({ importer }: { importer: Importer }): Pick<Handlers, Channels> {
  return {
    'import.preview': async ({ account }) => reply(await importer.preview(account)),
    'import.skipNames'() {
      importer.skipNames();
      return done(null);
    },
    'import.cancel'() {
      importer.cancel();
      return done(null);
    },
    'import.apply': ({ preview, ticked }) => reply(importer.apply(preview, ticked)),
    'import.undo'({ import: id }) {
      const outcome = importer.undo(id);
      return outcome.kind === 'refused' ? failed(outcome.code) : done(null);
    },
  };
}

function reply<T extends { kind: string }>(outcome: T | Refusal) {
  return isRefused(outcome) ? failed<T>(outcome.code) : done(outcome);
}

function isRefused(outcome: { kind: string }): outcome is Refusal {
  return outcome.kind === 'refused';
}
