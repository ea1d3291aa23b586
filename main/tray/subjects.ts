import type { Words } from '../../assets/locales/index.ts';
import { summedUp } from '../monitor/overview.ts';
import type { Overview, StoreOverview } from '../monitor/overview-types.ts';
import { nameOf } from './headline.ts';
import type { IconSubject } from './view-types.ts';

/** A tray has room for no more. */
const mostIcons = 8;

/** Which icons there are: one for everything, or one for each store. */
export type Icons = 'one' | 'each-store';

/** What one icon stands for. */
export interface Subject {
  overview: Overview;
  icon: IconSubject;
}

/** One, or one for each of several stores; where these are too many, the last one sums up the rest. */
export function subjectsOf(overview: Overview, icons: Icons, words: Words): Subject[] {
  const { stores, verdict, checking } = overview;
  // What is wrong beside the stores is no store's to say.
  const isOfStores = stores.some((store) => store.verdict === verdict);
  if (icons === 'one' || stores.length < 2 || !isOfStores) return [{ overview, icon: { kind: 'all' } }];
  const alone = stores.length > mostIcons ? stores.slice(0, mostIcons - 1) : stores;
  const rest = stores.slice(alone.length);
  if (rest.length === 0) return alone.map(storeSubject);
  const name = words('tray:rest', { count: rest.length });
  return [
    ...alone.map(storeSubject),
    { overview: summedUp(rest, { checking, incomplete: false }), icon: { kind: 'rest', name } },
  ];
}

function storeSubject(store: StoreOverview): Subject {
  const { account, reference, checking } = store;
  return {
    overview: summedUp([store], { checking, incomplete: false }),
    icon: { kind: 'store', account, store: reference, name: nameOf(store) },
  };
}
