import { BellOff, BellRing, RotateCw, X } from 'lucide-react';
import { Fragment, useEffect, useEffectEvent } from 'react';
import { createMoment } from '../../assets/locales/moment.ts';
import { Button } from '../components/button.tsx';
import { CloudIcon } from '../components/cloud-icon.tsx';
import { cx } from '../components/cx.ts';
import { FailureNote } from '../components/failure-note.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useLocale } from '../hooks/use-locale.ts';
import { useNow } from '../hooks/use-now.ts';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';
import type { StoreOverview, TerminalOverview } from '../model.ts';
import { brief } from './brief.ts';
import { RestoreSteps } from './restore-steps.tsx';
import { statusWords } from './status-words.ts';
import type { TerminalActions } from './use-terminal-actions.ts';

/** Everything about the selected terminal, and what can be done for it. */
export function TerminalPanel({
  store,
  terminal,
  actions,
  onClose,
}: {
  store: StoreOverview;
  terminal: TerminalOverview;
  actions: TerminalActions;
  onClose: () => void;
}) {
  const words = useWords();
  const now = useNow(1000);
  const named = { account: store.account, poiid: terminal.poiid, name: terminal.name };
  const time = createMoment(now, useLocale());
  const moment = (at: number | null) =>
    at === null
      ? words('terminals:panel.never')
      : words('terminals:panel.at', { time: time(at), duration: brief(now - at, words) });
  const known = useQuiet().isAcknowledged(named);
  useEscape(onClose);

  const facts = [
    ...(terminal.since === null
      ? []
      : [{ term: words('terminals:panel.since'), text: moment(terminal.since) }]),
    { term: words('terminals:panel.seen'), text: moment(terminal.seenAt) },
    { term: words('terminals:panel.checked'), text: moment(terminal.checkedAt) },
  ];

  return (
    <aside
      aria-label={words('terminals:panel.label', { name: terminal.name })}
      className="flex w-72 shrink-0 flex-col gap-4 overflow-y-auto border-l border-line bg-card p-4"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-xl leading-snug font-bold break-words">{terminal.name}</h2>
          {terminal.name !== terminal.poiid && (
            <p className="text-sm break-words text-soft select-text">{terminal.poiid}</p>
          )}
          <p className="text-sm break-words text-soft">{store.name}</p>
        </div>
        <IconButton label={words('terminals:panel.close')} onClick={onClose} className="-mt-1 -mr-1">
          <X aria-hidden />
        </IconButton>
      </header>

      <p
        role="status"
        className={cx(
          'flex items-center gap-2.5 font-semibold',
          terminal.status === 'disconnected' && 'text-bad',
        )}
      >
        <CloudIcon shape={terminal.status} label="" className="h-4.5 w-6" />
        {statusWords(terminal, now, words)}
      </p>
      {known && <p className="-mt-2 text-sm text-soft">{words('terminals:status.acknowledged')}</p>}
      {terminal.failure !== null && <FailureNote failure={terminal.failure} />}

      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(({ term, text }) => (
          <Fragment key={term}>
            <dt className="text-soft">{term}</dt>
            <dd className="tabular-nums select-text">{text}</dd>
          </Fragment>
        ))}
      </dl>

      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          className="w-full"
          disabled={terminal.checking}
          onClick={() => actions.recheck(named)}
        >
          {terminal.checking ? <Spinner /> : <RotateCw aria-hidden className="size-4" />}
          {words(terminal.checking ? 'terminals:recheck.busy' : 'terminals:recheck.terminal')}
        </Button>
        {(known || terminal.status === 'disconnected') && (
          <Button className="w-full" onClick={() => actions.acknowledge(named, !known)}>
            {known ? <BellRing aria-hidden className="size-4" /> : <BellOff aria-hidden className="size-4" />}
            {words(known ? 'terminals:menu.tellAgain' : 'terminals:menu.acknowledge')}
          </Button>
        )}
        <Button className="flex-1" onClick={() => actions.rename(named)}>
          {words('terminals:menu.rename')}
        </Button>
        <Button className="flex-1" onClick={() => actions.unwatch(named)}>
          {words('terminals:menu.unwatch')}
        </Button>
      </div>

      {terminal.status !== 'connected' && <RestoreSteps neverSeen={terminal.neverSeen} />}
    </aside>
  );
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
