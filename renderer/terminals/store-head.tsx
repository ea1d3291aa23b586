import { Bell, BellOff, ChevronRight, Plus, RotateCw } from 'lucide-react';
import { duration } from '../../assets/locales/duration.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import { IconButton } from '../components/icon-button.tsx';
import { cx } from '../components/cx.ts';
import { Spinner } from '../components/spinner.tsx';
import { useLocale } from '../hooks/use-locale.ts';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';
import type { StoreOverview } from '../model.ts';
import { countWords } from './count-words.ts';
import type { Fold } from './rows.ts';
import { stepOf, type Step } from './step.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import type { TerminalActions } from './use-terminal-actions.ts';

export function StoreHead({
  store,
  fold,
  now,
  onFold,
  onMove,
  actions,
}: {
  store: StoreOverview;
  fold: Fold;
  now: number;
  onFold: () => void;
  /** To the line below or above. */
  onMove: (step: Step) => void;
  actions: TerminalActions;
}) {
  const words = useWords();
  const { name, counts, failingSince } = store;
  const scope = { kind: 'store', account: store.account, store: store.reference } as const;
  const snooze = useQuiet().snoozeOf(scope);
  const locale = useLocale();
  const snoozeText = (until: number | null) =>
    until === null
      ? words('terminals:snooze.storeUntilRecovery')
      : words('terminals:snooze.storeUntil', { at: createMoment(now, locale)(until) });
  const missing =
    counts.disconnected > 0 ? words('terminals:store.missing', { count: counts.disconnected }) : null;
  const facts = [
    ...countWords(counts, words),
    words('terminals:store.reference', { reference: store.reference }),
    ...(snooze === null ? [] : [snoozeText(snooze.until)]),
  ];
  return (
    <div className="flex h-11 items-center gap-1.5 pr-2.5">
      <h2 className="flex h-full min-w-0 flex-1">
        <button
          type="button"
          data-row
          aria-expanded={fold !== 'folded'}
          disabled={fold === 'fixed'}
          onClick={onFold}
          onKeyDown={(event) => {
            const step = stepOf(event.key);
            if (step !== null) {
              event.preventDefault();
              onMove(step);
            }
            if (event.key === (fold === 'open' ? 'ArrowLeft' : 'ArrowRight')) onFold();
          }}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-md pl-2.5 text-left -outline-offset-2 hover:enabled:bg-hover"
        >
          <ChevronRight
            aria-hidden
            className={cx(
              'size-4 shrink-0 text-soft transition-transform',
              fold !== 'folded' && 'rotate-90',
              fold === 'fixed' && 'invisible',
            )}
          />
          <span className="min-w-0 shrink truncate font-bold">{name}</span>
          <span className="min-w-0 flex-1 truncate text-sm font-normal text-soft">
            {missing !== null && <span className="font-semibold text-bad">{missing} · </span>}
            {facts.join(' · ')}
            {failingSince !== null && (
              <span className="text-warn">
                {' · '}
                {words('terminals:store.failingFor', { duration: duration(now - failingSince, words) })}
              </span>
            )}
          </span>
        </button>
      </h2>
      <SnoozeMenu scope={scope} counts={counts}>
        <IconButton
          label={words(snooze ? 'terminals:snooze.storeActive' : 'terminals:snooze.store', { store: name })}
          className={cx(snooze && 'bg-accent-wash text-accent')}
        >
          {snooze ? <BellOff aria-hidden /> : <Bell aria-hidden />}
        </IconButton>
      </SnoozeMenu>
      <IconButton label={words('terminals:store.add', { store: name })} onClick={() => actions.addTo(store)}>
        <Plus aria-hidden />
      </IconButton>
      <IconButton
        label={words('terminals:recheck.store', { store: name })}
        disabled={store.checking}
        onClick={() => actions.recheckStore(store)}
      >
        {store.checking ? <Spinner /> : <RotateCw aria-hidden />}
      </IconButton>
    </div>
  );
}
