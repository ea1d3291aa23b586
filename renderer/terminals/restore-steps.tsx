import { CircleCheck } from 'lucide-react';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { places, restoreSteps, type Extent, type RestoreStep } from './restore.ts';

/** What brings the connection back: first what is known of the reason, then one step after the other. */
export function RestoreSteps({ extent, poiid }: { extent: Extent; poiid: string }) {
  const words = useWords();
  return (
    <section>
      <h3 className="font-semibold">{words('terminals:restore.title')}</h3>
      <p className="mb-3 text-sm text-soft">{words(`terminals:restore.known.${extent}`)}</p>
      <ol className="flex flex-col gap-3.5 text-sm [counter-reset:step]">
        {restoreSteps(extent, poiid).map((step, at, steps) => (
          <li
            key={step}
            className="relative pl-8 [counter-increment:step] before:absolute before:top-0 before:left-0 before:grid before:size-5.5 before:place-items-center before:rounded-full before:border before:border-line before:bg-page before:text-xs before:font-semibold before:text-soft before:tabular-nums before:content-[counter(step)]"
          >
            <p className={cx('text-xs text-soft', isSamePlace(step, steps[at - 1]) && 'sr-only')}>
              {words(`terminals:restore.place.${places[step]}`)}
            </p>
            <p>{words(`terminals:restore.step.${step}`)}</p>
            <p className="mt-1 flex gap-1.5 text-soft">
              <CircleCheck aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ok" />
              <span>
                <span className="sr-only">{words('terminals:restore.worked')} </span>
                {words(`terminals:restore.sign.${step}`)}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whoever stands there already need not be sent there again. */
function isSamePlace(step: RestoreStep, before: RestoreStep | undefined): boolean {
  return before !== undefined && places[step] === places[before];
}
