import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import type { RowHistory } from '../hooks/use-bars.ts';
import { percent } from '../../assets/locales/percent.ts';

/** Of 30 days. A share of less than an hour would make a short drop look like a bad month. */
const leastWatched = 1 / (30 * 24);

/** How much of the last 30 days it was connected, of the time that it was watched. */
export function Uptime({ month: { connected, watched } }: { month: RowHistory['month'] }) {
  const words = useWords();
  const locale = useLocale();
  if (connected === null || watched < leastWatched) {
    const why = words(connected === null ? 'terminals:uptime.none' : 'terminals:uptime.little');
    return (
      <span title={why}>
        <span aria-hidden>–</span>
        <span className="sr-only">{why}</span>
      </span>
    );
  }
  const share = percent(connected, locale, words);
  return (
    <span title={words('terminals:uptime.explain', { share, watched: percent(watched, locale, words) })}>
      <span aria-hidden>{share}</span>
      <span className="sr-only">{words('terminals:uptime.label', { share })}</span>
    </span>
  );
}
