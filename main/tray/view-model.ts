import type { Words } from '../../assets/locales/index.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import type { Overview } from '../monitor/overview-types.ts';
import type { QuietView } from '../monitor/quiet.ts';
import { headline } from './headline.ts';
import { trayIcon } from './icon.ts';
import { menuEntries } from './menu.ts';
import { tooltip } from './tooltip.ts';
import type { Telling, TrayView } from './view-types.ts';

/**
 * `now` in epoch milliseconds; `locale` for times of day. Durations are in minutes and times of day
 * stand for the rest, so that the view does not differ, and is not painted anew, every second.
 */
export function trayView(
  overview: Overview,
  quiet: QuietView,
  now: number,
  words: Words,
  locale: string,
): TrayView {
  const telling: Telling = { words, now, moment: createMoment(now, locale), quiet };
  const first = headline(overview, telling);
  return {
    icon: trayIcon(overview, quiet),
    tooltip: tooltip(overview, first, telling),
    menu: menuEntries(overview, first, telling),
  };
}
