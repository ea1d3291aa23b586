import { Activity, BellOff, BellRing, RotateCw, X } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { AccountView } from '../../preload/contract.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import { Button } from '../components/button.tsx';
import { CloudIcon } from '../components/cloud-icon.tsx';
import { cx } from '../components/cx.ts';
import { FailureNote } from '../components/failure-note.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useNow } from '../hooks/use-now.ts';
import { isOngoing } from '../history/incident-words.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal, Overview, StoreOverview, TerminalOverview } from '../model.ts';
import { Evidence } from './evidence.tsx';
import { quietWords } from './quiet-words.ts';
import { RestoreSteps } from './restore-steps.tsx';
import { extentOf } from './restore.ts';
import { statusWords } from './status-words.ts';
import { TerminalHistory } from './terminal-history.tsx';
import { TerminalMenu } from './terminal-menu.tsx';
import { modelOf } from './terminal-model.ts';
import { useLife } from './use-life.ts';
import type { TerminalActions } from './use-terminal-actions.ts';

/** Everything about the selected terminal, and what can be done for it. */
export function TerminalPanel({
  overview,
  store,
  terminal,
  account,
  movable,
  actions,
  onShowHistory,
  onClose,
}: {
  overview: Overview;
  store: StoreOverview;
  terminal: TerminalOverview;
  /** Undefined where it is not in the settings any more. */
  account: AccountView | undefined;
  /** Its account has other stores. */
  movable: boolean;
  actions: TerminalActions;
  onShowHistory: (terminal: NamedTerminal) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const { poiid, name, status } = terminal;
  const named = { account: store.account, poiid, name };
  const quiet = useQuiet().ofTerminal(named);
  const known = quiet.acknowledged;
  const down = status === 'disconnected';
  const failure = terminal.failure ?? store.failure;
  const life = useLife(named, status);
  const [last] = life.value?.incidents ?? [];
  useEscape(onClose);

  return (
    <aside
      aria-label={words('terminals:panel.label', { name })}
      className="flex w-76 shrink-0 @max-[46rem]:absolute @max-[46rem]:inset-0 @max-[46rem]:z-30 @max-[46rem]:w-full flex-col gap-4 overflow-y-auto border-l border-line bg-card p-4 min-[1400px]:w-96"
    >
      <header className="flex items-start">
        <div className="min-w-0 flex-1">
          <h2 className="text-xl leading-snug font-bold break-words">{name}</h2>
          <p className="text-sm break-words text-soft select-text">{about(terminal)}</p>
          <p className="text-sm break-words text-soft">{store.name}</p>
        </div>
        <TerminalMenu terminal={named} down={down} movable={movable} actions={actions} />
        <IconButton label={words('terminals:panel.close')} onClick={onClose} className="-mr-1">
          <X aria-hidden />
        </IconButton>
      </header>

      <div className={cx('rounded-lg border p-3', looks[status])}>
        {/* Not a live region: the banner says the same, and this changes every minute. */}
        <StatusLine terminal={terminal} />
        {terminal.unstable && (
          <p className="mt-1.5 flex items-center gap-2.5 text-sm">
            <Activity aria-hidden className="size-4 w-6 text-warn" />
            {words('terminals:status.unstable')}
          </p>
        )}
        <QuietNote quiet={quiet} />
      </div>

      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          className="grow"
          disabled={terminal.checking}
          onClick={() => actions.recheck(named)}
        >
          {terminal.checking ? <Spinner /> : <RotateCw aria-hidden className="size-4" />}
          {words(terminal.checking ? 'terminals:recheck.busy' : 'terminals:recheck.terminal')}
        </Button>
        {(known || down) && (
          <Button className="grow" onClick={() => actions.acknowledge(named, !known)}>
            {known ? <BellRing aria-hidden className="size-4" /> : <BellOff aria-hidden className="size-4" />}
            {words(known ? 'terminals:menu.tellAgain' : 'terminals:menu.acknowledge')}
          </Button>
        )}
      </div>

      {failure !== null && <FailureNote failure={failure} />}
      <Evidence
        terminal={terminal}
        incident={down && last && isOngoing(last) ? last : null}
        account={account}
      />
      {status !== 'connected' && <RestoreSteps extent={extentOf(overview, store, terminal)} poiid={poiid} />}
      <TerminalHistory terminal={named} life={life} onShowAll={onShowHistory} />
    </aside>
  );
}

/** Ticks on its own: the history of a quarter is not drawn anew for it. */
function StatusLine({ terminal }: { terminal: TerminalOverview }) {
  const words = useWords();
  const now = useNow(1000);
  return (
    <p className="flex items-center gap-2.5 font-semibold">
      <CloudIcon shape={terminal.status} label="" className="h-4.5 w-6" />
      {statusWords(terminal, now, words)}
    </p>
  );
}

/** Apart, so that only this is drawn anew when a day begins. */
function QuietNote({ quiet }: { quiet: ReturnType<ReturnType<typeof useQuiet>['ofTerminal']> }) {
  const words = useWords();
  const text = quietWords(quiet, createMoment(useNow(60_000), useLocale()), words);
  if (text === null) return null;
  return (
    <p className="mt-1.5 flex items-center gap-2.5 text-sm">
      <BellOff aria-hidden className="size-4 w-6 shrink-0 text-soft" />
      {text}
    </p>
  );
}

const looks: Record<TerminalOverview['status'], string> = {
  connected: 'border-ok-line bg-ok-wash',
  suspect: 'border-warn-line bg-warn-wash',
  disconnected: 'border-bad-line bg-bad-wash text-bad',
  unknown: 'border-line bg-page',
};

/** "V400m-324688179 · Verifone V400m" */
function about({ poiid, name }: TerminalOverview): string {
  const model = modelOf(poiid)?.name;
  return [...(name === poiid ? [] : [poiid]), ...(model === undefined ? [] : [model])].join(' · ');
}

/** Escape closes the panel wherever the focus is, unless something above it is open. */
function useEscape(close: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && document.querySelector('dialog[open], [role=menu]') === null) close();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
