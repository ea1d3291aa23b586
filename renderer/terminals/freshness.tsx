import type { Words } from '../../assets/locales/index.ts';
import { useNow } from '../hooks/use-now.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Overview } from '../model.ts';
import { brief } from './brief.ts';

const second = 1000;

/** "checked 8 s ago, next check in 7 s", counting. Apart from the banner, so that only this ticks. */
export function Freshness({ overview }: { overview: Overview }) {
  const words = useWords();
  const now = useNow(second);
  return <span className="tabular-nums">{freshnessWords(overview, now, words)}</span>;
}

function freshnessWords({ checking, checkedAt, nextAt }: Overview, now: number, words: Words): string {
  const checked =
    checkedAt === null
      ? words('terminals:freshness.never')
      : words('terminals:freshness.checked', { duration: brief(now - checkedAt, words) });
  if (checking || nextAt === null) return checked;
  const next =
    nextAt - now < second
      ? words('terminals:freshness.nextNow')
      : words('terminals:freshness.next', { duration: brief(nextAt - now, words) });
  return `${checked}, ${next}`;
}
