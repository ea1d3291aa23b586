import { uniqBy } from 'es-toolkit';
import type { Request } from '../../preload/contract.ts';
import { foldPoiid } from '../monitor/poiid.ts';
import { saveAccount } from './edit-account.ts';
import { done, oneLine, wrong, type Edit } from './edit.ts';
import { longestText, type CheckEndpoint, type Settings } from './schema.ts';

/** Names the key that the first run was given, until its account is there. */
export const setupAccount = 'setup';

/** The account of the first run, and what was found in its stores: expected from now on, by the names they were given. */
export function finishSetup(
  settings: Settings,
  others: Parameters<typeof saveAccount>[1],
  { draft, found }: Request<'setup.finish'>,
  checkEndpoint: CheckEndpoint,
): Edit<{ id: string }> {
  const saved = saveAccount(settings, others, { ...draft, id: null }, checkEndpoint);
  if (!saved.ok) return saved;
  const { id } = saved.value;
  const stores = saved.settings.accounts.find((account) => account.id === id)?.stores ?? [];
  const terminals = found
    .filter(({ store }) => stores.some(({ reference }) => reference === store))
    .map(({ store, poiid, name }) => ({ account: id, store, poiid, name: oneLine(name), watched: true }));
  const tooLong = terminals.find(({ name }) => name.length > longestText);
  if (tooLong) return wrong('out-of-range', 'found', { least: 0, most: longestText, context: 'characters' });
  return done(
    {
      ...saved.settings,
      // Two stores may list the same one.
      terminals: [...saved.settings.terminals, ...uniqBy(terminals, ({ poiid }) => foldPoiid(poiid))],
    },
    saved.value,
  );
}
