import type { Words } from '../../assets/locales/index.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import { summedUp } from '../monitor/overview.ts';
import type { Overview, StoreOverview } from '../monitor/overview-types.ts';
import type { QuietView } from '../monitor/quiet.ts';
import { headline, nameOf } from './headline.ts';
import { trayIcon } from './icon.ts';
import { menuEntries } from './menu.ts';
import { createStoreEntries, type StoreEntries } from './store-entries.ts';
import { tooltip } from './tooltip.ts';
import type { IconSubject, Telling, TrayView } from './view-types.ts';

/** What the views are made with, but for what each icon stands for. `now` in epoch milliseconds. */
export interface Saying {
  quiet: QuietView;
  now: number;
  words: Words;
  /** For times of day. */
  locale: string;
}

/** A tray has room for no more. */
const mostIcons = 8;

/** Which icons there are: one for everything, or one for each store. */
type Icons = 'one' | 'each-store';

/**
 * What every icon shows, in their order. One, unless there shall be one for each of several stores; where these are
 * too many, the last one sums up the rest. Shown again and again, so that what did not change costs next to nothing.
 *
 * Durations are in minutes and times of day stand for the rest, so that a view does not differ, and is not painted
 * anew, every second.
 */
export function createTrayViews(): (overview: Overview, icons: Icons, saying: Saying) => TrayView[] {
  const storeEntries = createStoreEntries();
  let moments = { day: '', locale: '', moment: (at: number) => String(at) };
  return (overview, icons, saying) => {
    const { now, locale, words, quiet } = saying;
    const day = new Date(now).toDateString();
    if (moments.day !== day || moments.locale !== locale) {
      moments = { day, locale, moment: createMoment(now, locale) };
    }
    const telling = { words, now, quiet, ...moments };
    return subjectsOf(overview, icons, saying).map(({ overview: shown, icon }) =>
      trayView(shown, { ...telling, icon }, storeEntries),
    );
  };
}

interface Subject {
  overview: Overview;
  icon: IconSubject;
}

function subjectsOf(overview: Overview, icons: Icons, { words }: Saying): Subject[] {
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

function trayView(overview: Overview, telling: Telling, storeEntries: StoreEntries): TrayView {
  const first = headline(overview, telling);
  return {
    icon: trayIcon(overview, telling),
    tooltip: tooltip(overview, first, telling),
    menu: menuEntries(overview, first, telling, storeEntries),
  };
}
