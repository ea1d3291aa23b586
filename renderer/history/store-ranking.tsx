import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { percent } from '../../assets/locales/percent.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Summary } from './history-model.ts';

const shownAtFirst = 5;

/** Where to look first. A click narrows the page down to the store. */
export function StoreRanking({
  stores,
  onChoose,
}: {
  stores: Summary['stores'];
  onChoose: (store: Summary['stores'][number]) => void;
}) {
  const words = useWords();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const worst = Math.max(...stores.map(({ uptime }) => 1 - (uptime.connected ?? 1)));
  const shown = all ? stores : stores.slice(0, shownAtFirst);
  return (
    <section className="shrink-0 rounded-xl border border-line bg-card px-4 pt-3 pb-2 shadow-card">
      <h2 className="mb-1 font-semibold">{words('history:stores.title')}</h2>
      <ol>
        {shown.map((store) => {
          const { connected } = store.uptime;
          const share = connected === null ? null : percent(connected, locale, words);
          return (
            <li key={`${store.account}/${store.store}`}>
              <button
                type="button"
                disabled={store.account === ''}
                onClick={() => onChoose(store)}
                title={
                  share === null ? undefined : words('history:stores.row', { store: store.storeName, share })
                }
                className="-mx-2 flex h-8 w-[calc(100%+1rem)] items-center gap-3 rounded-md px-2 text-left hover:enabled:bg-hover"
              >
                <span className="w-44 min-w-0 truncate">{store.storeName}</span>
                {/* All are nearly always connected, so what is missing is drawn, and beside the worst. */}
                <span aria-hidden className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-line">
                  {connected !== null && (
                    <span
                      className="block h-full rounded-full bg-bad-fill forced-colors:bg-[Highlight]"
                      style={{ width: `${missing(connected, worst)}%` }}
                    />
                  )}
                </span>
                <span className="w-24 text-right tabular-nums">
                  {share ?? words('history:stores.unwatched')}
                </span>
                <span className="w-28 text-right text-sm text-soft tabular-nums">
                  {words('history:chart.incidents', { count: store.incidents })}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {stores.length > shown.length && (
        <Button look="quiet" className="-ml-2" onClick={() => setAll(true)}>
          {words('history:stores.more', { count: stores.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

/** In percent of a bar that is full for the worst; what is not nothing can be seen. */
function missing(connected: number, worst: number): number {
  return connected === 1 ? 0 : Math.max(1, ((1 - connected) / worst) * 100);
}
