import type { Words } from '../../assets/locales/index.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import { summedUp } from '../monitor/overview.ts';
import type { Overview, StoreOverview } from '../monitor/overview-types.ts';
import type { QuietView } from '../monitor/quiet.ts';
import { headline, nameOf } from './headline.ts';
import { trayIcon } from './icon.ts';
import { menuEntries } from './menu.ts';
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

/**
 * What every icon shows, in their order. One, unless there shall be one for each of several stores; where these are
 * too many, the last one sums up the rest.
 *
 * Durations are in minutes and times of day stand for the rest, so that a view does not differ, and is not painted
 * anew, every second.
 */
export function trayViews(overview: Overview, icons: 'one' | 'each-store', saying: Saying): TrayView[] {
  const { stores, verdict } = overview;
  // What is wrong beside the stores is no store's to say.
  const isOfStores = stores.some((store) => store.verdict === verdict);
  if (icons === 'one' || stores.length < 2 || !isOfStores) {
    return [trayView(overview, { kind: 'all' }, saying)];
  }
  const alone = stores.length > mostIcons ? stores.slice(0, mostIcons - 1) : stores;
  const rest = stores.slice(alone.length);
  return [...alone.map((store) => storeView(store, saying)), ...restView(rest, overview.checking, saying)];
}

function storeView(store: StoreOverview, saying: Saying): TrayView {
  const { account, reference, checking } = store;
  const subject = { kind: 'store', account, store: reference, name: nameOf(store) } as const;
  return trayView(summedUp([store], { checking, incomplete: false }), subject, saying);
}

function restView(rest: StoreOverview[], checking: boolean, saying: Saying): TrayView[] {
  if (rest.length === 0) return [];
  const name = saying.words('tray:rest', { count: rest.length });
  return [trayView(summedUp(rest, { checking, incomplete: false }), { kind: 'rest', name }, saying)];
}

function trayView(overview: Overview, icon: IconSubject, { quiet, now, words, locale }: Saying): TrayView {
  const telling: Telling = { words, now, moment: createMoment(now, locale), quiet, icon };
  const first = headline(overview, telling);
  return {
    icon: trayIcon(overview, telling),
    tooltip: tooltip(overview, first, telling),
    menu: menuEntries(overview, first, telling),
  };
}
