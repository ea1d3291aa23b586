import { shorten } from '../../assets/locales/shorten.ts';
import type { Overview } from '../monitor/overview-types.ts';
import { here, nameOf, outages, type Outage } from './headline.ts';
import type { Telling } from './view-types.ts';

/** Windows shows no more (electron#3290). */
const limit = 127;

/** The headline and below it as many details as fit, worst first. */
export function tooltip(overview: Overview, headline: string, telling: Telling): string {
  const { words, icon } = telling;
  const what = icon.kind === 'all' ? words('tray:tooltip.title', { headline }) : headline;
  const title = shorten(withTime(what, overview, telling), limit);
  return fit(title, details(overview, telling), (count) => words('tray:tooltip.more', { count }));
}

/** Not in the menu: some desktops close an open one that changes, which it would do every minute. */
function withTime(headline: string, { verdict, checkedAt }: Overview, { words, moment }: Telling): string {
  if (verdict !== 'connected' || checkedAt === null) return headline;
  return words('tray:tooltip.checked', { headline, at: moment(checkedAt) });
}

function details(overview: Overview, telling: Telling): string[] {
  const dropped = outages(overview);
  const failing = overview.stores.filter(
    ({ verdict }) =>
      overview.verdict === 'disconnected' && (verdict === 'attention' || verdict === 'offline'),
  );
  return [
    // The headline names a single one already.
    ...(dropped.length > 1 ? dropped.map((outage) => outageLine(outage, telling)) : []),
    ...failing.map((store) => telling.words('tray:tooltip.store', { store: nameOf(store) })),
  ];
}

function outageLine({ store, terminal }: Outage, { words, moment, icon }: Telling): string {
  const names = { terminal: nameOf(terminal), store: nameOf(store), ...here(icon) };
  if (terminal.since === null) return words('tray:tooltip.terminalUnsure', names);
  return words('tray:tooltip.terminal', { ...names, at: moment(terminal.since) });
}

/** Whole lines only; when not all of them fit, the last one says how many are left out. */
function fit(title: string, lines: string[], more: (count: number) => string): string {
  for (let shown = Math.min(lines.length, limit); shown > 0; shown -= 1) {
    const left = lines.length - shown;
    const text = [title, ...lines.slice(0, shown), ...(left > 0 ? [more(left)] : [])].join('\n');
    if (text.length <= limit) return text;
  }
  return title;
}
