import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import type { RowHistory } from '../hooks/use-bars.ts';
import { percent } from '../../assets/locales/percent.ts';

/** How much of the last 30 days it was connected, of the time that it was watched. */
export function Uptime({ month }: { month: RowHistory['month'] }) {
  const words = useWords();
  const locale = useLocale();
  if (month.connected === null) {
    return (
      <span title={words('terminals:uptime.none')}>
        <span aria-hidden>–</span>
        <span className="sr-only">{words('terminals:uptime.none')}</span>
      </span>
    );
  }
  const share = percent(month.connected, locale, words);
  return (
    <span
      title={words('terminals:uptime.explain', { share, watched: percent(month.watched, locale, words) })}
    >
      <span aria-hidden>{share}</span>
      <span className="sr-only">{words('terminals:uptime.label', { share })}</span>
    </span>
  );
}
