import type { Foundation } from './foundation.ts';
import { createImporter, type Importer } from './import/importer.ts';
import type { Progress } from './import/gather.ts';
import type { Overview } from './monitor/overview-types.ts';
import { currentOf, saveImport } from './settings/edit-import.ts';
import { undone } from './settings/undone.ts';

/** Brings the importer and the settings together. */
export function createImporting(
  {
    management,
    clock,
    settings,
    watchlist,
  }: Pick<Foundation, 'management' | 'clock' | 'settings' | 'watchlist'>,
  deps: {
    overview: () => Pick<Overview, 'stores'>;
    /** Its stores or terminals are others now. */
    changed: (account: string) => void;
    onProgress: (progress: Progress) => void;
  },
): Importer {
  const { overview, changed, onProgress } = deps;
  const known = () =>
    overview().stores.flatMap(({ account, reference, terminals }) =>
      terminals.map(({ poiid }) => ({ account, store: reference, poiid })),
    );
  return createImporter({
    management,
    clock,
    onProgress,
    look(id) {
      const account = watchlist().accounts.find((one) => one.id === id);
      if (!account) return { kind: 'refused', code: 'not-found' };
      if (account.origin === 'managed') return { kind: 'refused', code: 'managed' };
      const { environment, endpoint, merchantAccount } = account;
      return {
        asked: { id, environment, endpoint, merchantAccount },
        current: currentOf(settings.current(), account, known()),
      };
    },
    write(id, from, to) {
      const before = settings.current();
      const after = saveImport(before, id, from, to);
      settings.update(() => after);
      changed(id);
      return () => {
        // An import brings no account, so that no key can have come to one.
        const back = undone(settings.current(), before, after, () => false);
        if (back === null) return false;
        settings.update(() => back);
        changed(id);
        return true;
      };
    },
  });
}
