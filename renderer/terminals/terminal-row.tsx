import { Activity, BellOff } from 'lucide-react';
import { createMoment } from '../../assets/locales/moment.ts';
import { CloudIcon } from '../components/cloud-icon.tsx';
import { cx } from '../components/cx.ts';
import { Spinner } from '../components/spinner.tsx';
import type { RowHistory } from '../hooks/use-bars.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';
import type { TerminalOverview, TerminalStatus } from '../model.ts';
import { DayBar } from './day-bar.tsx';
import { modelOf } from './terminal-model.ts';
import { quietWords } from './quiet-words.ts';
import { stepOf, type Step } from './step.ts';
import { statusWords } from './status-words.ts';
import { TerminalMenu } from './terminal-menu.tsx';
import { Uptime } from './uptime.tsx';
import type { TerminalActions } from './use-terminal-actions.ts';

const statusLook: Record<TerminalStatus, string> = {
  connected: 'text-soft',
  suspect: 'text-warn',
  disconnected: 'font-semibold text-bad',
  unknown: 'text-soft italic',
};

export function TerminalRow({
  account,
  terminal,
  history,
  now,
  selected,
  movable,
  actions,
  onMove,
  onSelect,
}: {
  account: string;
  terminal: TerminalOverview;
  /** Null until it is known. */
  history: RowHistory | null;
  now: number;
  selected: boolean;
  /** Its account has other stores. */
  movable: boolean;
  actions: TerminalActions;
  /** To the line below or above. */
  onMove: (step: Step) => void;
  onSelect: () => void;
}) {
  const words = useWords();
  const { poiid, name, status } = terminal;
  const model = modelOf(poiid);
  const about = [...(name === poiid ? [] : [poiid]), ...(model === null ? [] : [model.name])];
  const moment = createMoment(now, useLocale());
  const quiet = quietWords(useQuiet().ofTerminal({ account, poiid }), moment, words);
  return (
    <div
      className={cx(
        'relative flex h-13 items-center gap-2 pr-2.5 transition-colors',
        status === 'disconnected' ? 'bg-bad-wash' : selected ? 'bg-accent-wash' : 'hover:bg-hover',
        selected &&
          'before:absolute before:inset-y-0 before:left-0 before:w-1 forced-colors:before:bg-[Highlight]',
        selected && (status === 'disconnected' ? 'before:bg-bad-fill' : 'before:bg-accent'),
      )}
    >
      <button
        type="button"
        data-row
        aria-pressed={selected}
        onClick={onSelect}
        onKeyDown={(event) => {
          const step = stepOf(event.key);
          if (step === null) return;
          event.preventDefault();
          onMove(step);
        }}
        className="flex h-full min-w-0 flex-1 items-center gap-3.5 pl-4 text-left -outline-offset-2"
      >
        <CloudIcon shape={status} label={words(`common:state.${status}`)} className="h-4.5 w-6" />
        <span className="min-w-0 flex-[4]">
          <span className="block truncate font-semibold">{name}</span>
          {about.length > 0 && <span className="block truncate text-xs text-soft">{about.join(' · ')}</span>}
        </span>
        <span className={cx('line-clamp-2 min-w-0 flex-[3] text-sm leading-snug', statusLook[status])}>
          {statusWords(terminal, now, words)}
        </span>
        <span className="hidden w-36 shrink-0 @min-[46rem]:block @min-[60rem]:w-48 @min-[75rem]:w-96">
          {history !== null && <DayBar bar={history.bar} className="w-full" />}
        </span>
        <span className="hidden w-14 shrink-0 text-right text-sm text-soft tabular-nums @min-[34rem]:block">
          {history !== null && <Uptime month={history.month} />}
        </span>
        {terminal.unstable && (
          <Activity role="img" aria-label={words('terminals:status.unstable')} className="size-4 text-warn" />
        )}
        {quiet !== null && <BellOff role="img" aria-label={quiet} className="size-4 text-soft" />}
        {terminal.checking && <Spinner />}
      </button>
      <TerminalMenu
        terminal={{ account, poiid, name }}
        down={status === 'disconnected'}
        movable={movable}
        actions={actions}
      />
    </div>
  );
}
