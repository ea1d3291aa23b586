import type { Words } from '../../assets/locales/index.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import type { Overview } from '../monitor/overview-types.ts';
import type { QuietView } from '../monitor/quiet.ts';
import { headline } from './headline.ts';
import { trayIcon } from './icon.ts';
import { menuEntries } from './menu.ts';
import { createStoreEntries, type StoreEntries } from './store-entries.ts';
import type { Subject } from './subjects.ts';
import { tooltip } from './tooltip.ts';
import type { Telling, TrayView } from './view-types.ts';

/** What the views are made with, but for what each icon stands for. `now` in epoch milliseconds. */
export interface Saying {
  quiet: QuietView;
  now: number;
  words: Words;
  /** For times of day. */
  locale: string;
}

/**
 * What every icon shows, in their order. Shown again and again, so that what did not change costs next to nothing.
 *
 * Durations are in minutes and times of day stand for the rest, so that a view does not differ, and is not painted
 * anew, every second.
 */
export function createTrayViews(): (subjects: readonly Subject[], saying: Saying) => TrayView[] {
  const storeEntries = createStoreEntries();
  let moments = { day: '', locale: '', moment: (at: number) => String(at) };
  return (subjects, saying) => {
    const { now, locale, words, quiet } = saying;
    const day = new Date(now).toDateString();
    if (moments.day !== day || moments.locale !== locale) {
      moments = { day, locale, moment: createMoment(now, locale) };
    }
    const telling = { words, now, quiet, ...moments };
    return subjects.map(({ overview, icon }) => trayView(overview, { ...telling, icon }, storeEntries));
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
