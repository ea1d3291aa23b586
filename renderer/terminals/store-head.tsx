import { BellOff, Plus, RotateCw } from 'lucide-react';
import { duration } from '../../assets/locales/duration.ts';
import { IconButton } from '../components/icon-button.tsx';
import { cx } from '../components/cx.ts';
import { Spinner } from '../components/spinner.tsx';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';
import type { StoreOverview } from '../model.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import type { TerminalActions } from './use-terminal-actions.ts';

export function StoreHead({
  store,
  now,
  actions,
}: {
  store: StoreOverview;
  now: number;
  actions: TerminalActions;
}) {
  const words = useWords();
  const { name, counts, failingSince } = store;
  const scope = { kind: 'store', account: store.account, store: store.reference } as const;
  const snoozed = useQuiet().snoozeOf(scope) !== null;
  const facts = [
    counts.expected === 0
      ? words('terminals:store.none')
      : words('terminals:store.connected', { connected: counts.connected, expected: counts.expected }),
    words('terminals:store.reference', { reference: store.reference }),
  ];
  return (
    <div className="flex h-11 items-center gap-2.5 pr-2.5 pl-4">
      <h2 className="min-w-0 shrink truncate font-bold">{name}</h2>
      <p className="min-w-0 flex-1 truncate text-sm text-soft">
        {facts.join(' · ')}
        {failingSince !== null && (
          <span className="text-warn">
            {' · '}
            {words('terminals:store.failingFor', { duration: duration(now - failingSince, words) })}
          </span>
        )}
      </p>
      <SnoozeMenu scope={scope} counts={counts}>
        <IconButton
          label={words(snoozed ? 'terminals:snooze.storeActive' : 'terminals:snooze.store', { store: name })}
          className={cx(snoozed && 'bg-accent-wash text-accent')}
        >
          <BellOff aria-hidden />
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
