import type { Request } from '../../preload/contract.ts';
import { removeAccount, restoreAccount } from './edit-account.ts';
import { wrong, type Edit } from './edit.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './schema.ts';

type Id = Request<'settings.removeAccount'>['id'];
type Others = Parameters<typeof removeAccount>[1];

/** The account that was removed last, with its key: that is off the disk, and kept here for whoever takes it back. */
export function createRemoval(secrets: Pick<Secrets, 'get' | 'set' | 'remove' | 'state'>) {
  let last: { id: Id; before: Settings; key: string | null } | null = null;
  return {
    remove(settings: Settings, others: Others, id: Id): Edit<null> {
      const edit = removeAccount(settings, others, id);
      if (!edit.ok) return edit;
      const isOwn = secrets.state(id) !== 'environment';
      last = { id, before: settings, key: isOwn ? secrets.get(id) : null };
      secrets.remove(id);
      return edit;
    },
    async restore(settings: () => Settings, others: () => Others, id: Id): Promise<Edit<null>> {
      if (last?.id !== id) return wrong('too-late');
      const { before, key } = last;
      const possible = restoreAccount(settings(), others(), before, id);
      if (!possible.ok) return possible;
      // Before the account is watched, or its first check would be one without a key.
      if (key !== null) await secrets.set(id, key);
      last = null;
      return restoreAccount(settings(), others(), before, id);
    },
    /** Nobody can take it back any more. */
    forget(): void {
      last = null;
    },
  };
}

export type Removal = ReturnType<typeof createRemoval>;
