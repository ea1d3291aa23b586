import { BellOff, ChevronDown, RotateCw } from 'lucide-react';
import { duration } from '../../assets/locales/duration.ts';
import { Button } from '../components/button.tsx';
import { CloudIcon } from '../components/cloud-icon.tsx';
import { cx } from '../components/cx.ts';
import { FailureNote } from '../components/failure-note.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useNow } from '../hooks/use-now.ts';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useShortcut } from '../hooks/use-shortcut.ts';
import { useWords } from '../hooks/use-words.ts';
import { isSameTerminal, type Failure, type Overview, type TerminalRef, type Verdict } from '../model.ts';
import type { Section } from '../settings/settings-page.tsx';
import { Freshness } from './freshness.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { SnoozeNote } from './snooze-note.tsx';
import { headline, isFirstCheck } from './headline.ts';

const looks: Record<Verdict, string> = {
  disconnected: 'border-bad-line bg-bad-wash',
  attention: 'border-warn-line bg-warn-wash',
  offline: 'border-line bg-card',
  unknown: 'border-line bg-card',
  connected: 'border-ok-line bg-ok-wash',
};

/** The overall verdict in words, how fresh it is, and the way to ask again at once. */
export function Banner({
  overview,
  selected,
  onOpenSettings,
  onSelect,
}: {
  overview: Overview;
  selected: TerminalRef | null;
  onOpenSettings: (section: Section) => void;
  onSelect: (terminal: TerminalRef) => void;
}) {
  const words = useWords();
  const ask = useAsk();
  const now = useNow(10_000);
  const { title, detail } = headline(overview, words);
  const lasted =
    overview.since === null
      ? ''
      : words('terminals:banner.for', { duration: duration(now - overview.since, words) });
  const facts = [detail, lasted].filter((fact) => fact !== '');
  const recheck = () => {
    if (!overview.checking) void ask('monitor.recheck', { kind: 'all' });
  };
  useShortcut('F5', recheck);
  const isSnoozed = useQuiet().snoozeOf({ kind: 'all' }) !== null;
  const isBrief = overview.failure === null && !isSnoozed;
  const down = overview.verdict === 'disconnected' ? firstDown(overview) : null;
  // Where nobody can do more than ask again, that is what stands out.
  const next =
    overview.unconfigured || isMendedInSettings(overview.failure)
      ? { label: words('common:openSettings'), run: () => onOpenSettings('accounts') }
      : isFirstCheck(overview)
        ? { label: words('settings:networkCheck.run'), run: () => onOpenSettings('network') }
        : down !== null && !isSameTerminal(down, selected)
          ? { label: words('terminals:banner.whatToDo'), run: () => onSelect(down) }
          : null;

  return (
    <section
      className={cx(
        'flex shrink-0 items-start gap-4 rounded-xl border p-4 shadow-card transition-colors',
        looks[overview.verdict],
      )}
    >
      <CloudIcon
        shape={overview.verdict}
        count={overview.counts.disconnected}
        label=""
        className="mt-1 h-9 w-12"
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-3">
        {/* Rather the buttons below it than its words in a narrow column. */}
        <div className={cx('min-w-[min(14rem,100%)]', isBrief ? 'flex-[1_1_18rem]' : 'flex-[1_1_24rem]')}>
          <div role="status">
            <h1 className="text-xl leading-snug font-bold text-pretty">{title}</h1>
          </div>
          <p className="flex flex-wrap gap-x-3 text-sm text-soft">
            {facts.length > 0 && <span className="text-ink">{facts.join(' · ')}</span>}
            {!overview.unconfigured && <Freshness overview={overview} />}
          </p>
          <SnoozeNote now={now} />
          {overview.failure !== null && (
            <div className="mt-2 max-w-prose">
              <FailureNote failure={overview.failure} sentence={false} />
            </div>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {!overview.unconfigured && (
            <SnoozeMenu scope={{ kind: 'all' }} counts={overview.counts}>
              <Button>
                <BellOff aria-hidden className="size-4" />
                {words('terminals:snooze.label')}
                <ChevronDown aria-hidden className="size-4" />
              </Button>
            </SnoozeMenu>
          )}
          {!overview.unconfigured && (
            <Button
              look={next === null ? 'primary' : 'secondary'}
              className="min-w-34"
              disabled={overview.checking}
              onClick={recheck}
            >
              {overview.checking ? <Spinner /> : <RotateCw aria-hidden className="size-4" />}
              {words(overview.checking ? 'terminals:recheck.busy' : 'terminals:recheck.all')}
            </Button>
          )}
          {next !== null && (
            <Button look="primary" onClick={next.run}>
              {next.label}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

/** Of the terminals that are disconnected, the first of the list. */
function firstDown({ stores }: Overview): TerminalRef | null {
  const store = stores.find(({ counts }) => counts.disconnected > 0);
  const terminal = store?.terminals.find(({ status }) => status === 'disconnected');
  return store && terminal ? { account: store.account, poiid: terminal.poiid } : null;
}

function isMendedInSettings(failure: Failure | null): boolean {
  switch (failure?.kind) {
    case 'key-missing':
    case 'unauthorized':
    case 'forbidden':
    case 'invalid-request':
      return true;
    default:
      return false;
  }
}
