import { useMemo, useState } from 'react';
import type { AccountView } from '../../preload/contract.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal, Overview, TerminalRef } from '../model.ts';
import { percent } from '../../assets/locales/percent.ts';
import { ExportButtons } from './export-buttons.tsx';
import { Charts } from './charts.tsx';
import { Decisions } from './decisions.tsx';
import { noFilter, type Filter, type Scope, type Summary } from './history-model.ts';
import { Incidents } from './incidents.tsx';
import { Lists } from './lists.tsx';
import { OnlyTerminal } from './only-terminal.tsx';
import { lengths, periodOf, type Length } from './period.ts';
import { Choice } from './choice.tsx';
import { StoreRanking } from './store-ranking.tsx';
import { SummaryCards } from './summary-cards.tsx';
import { useAnswer } from '../hooks/use-answer.ts';
import { usePresent } from '../hooks/use-present.ts';

/** Often enough for what was recorded meanwhile. */
const refreshMs = 30_000;

/** No ID of an account, as those of stores are none. */
const all = '';
const keyOf = (account: string, store: string) => JSON.stringify([account, store]);

/** What happened, how often, and what to send to somebody about it. */
export function HistoryPage({
  overview,
  accounts,
  terminal,
  onTerminal,
  onOpen,
}: {
  overview: Overview;
  accounts: readonly AccountView[];
  /** Of which alone the history is shown; null: all of them. */
  terminal: NamedTerminal | null;
  onTerminal: (terminal: NamedTerminal | null) => void;
  onOpen: (terminal: TerminalRef) => void;
}) {
  const words = useWords();
  const [days, setDays] = useState<Length>(30);
  const [chosen, setChosen] = useState(all);
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [tries, setTries] = useState(0);
  // Also when a terminal drops or returns, which is what somebody watches for.
  const now = usePresent(refreshMs, `${overview.counts.disconnected} ${tries}`);
  const period = useMemo(() => periodOf(days, now), [days, now]);

  const store = overview.stores.find((one) => keyOf(one.account, one.reference) === chosen);
  const account = accounts.find(({ id }) => id === chosen);
  const scope: Scope =
    terminal !== null
      ? { kind: 'terminal', account: terminal.account, poiid: terminal.poiid }
      : store
        ? { kind: 'store', account: store.account, store: store.reference }
        : account
          ? { kind: 'account', account: account.id }
          : { kind: 'all' };
  const refresh = `${period.to} ${JSON.stringify(scope)}`;
  const summary = useAnswer('history.summary', { scope, ...period }, refresh);
  const charts = useAnswer('history.charts', { scope, ...period }, refresh);
  const choose = (key: string) => {
    setChosen(key);
    onTerminal(null);
  };
  const error = summary.error ?? charts.error;

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-5 pt-4 pb-5">
      <header className="flex flex-wrap items-center gap-2">
        <h1 className="flex-1 text-2xl font-bold">{words('history:title')}</h1>
        <Choice
          label={words('history:scope.label')}
          value={chosen}
          options={[
            { value: all, label: words('history:scope.all') },
            ...(accounts.length > 1 ? accounts : []).map(({ id, merchantAccount }) => ({
              value: id,
              label: words('history:decision.account', { merchantAccount }),
            })),
            ...overview.stores.map(({ account, reference, name }) => ({
              value: keyOf(account, reference),
              label: name,
            })),
          ]}
          onChange={choose}
        />
        <Choice
          label={words('history:period.label')}
          value={`${days}`}
          options={lengths.map((length) => ({
            value: `${length}` as const,
            label: words(`history:period.${length}`),
          }))}
          onChange={(value) => setDays(lengths.find((length) => String(length) === value) ?? 30)}
        />
        <ExportButtons
          scope={scope}
          period={period}
          filter={filter}
          disabled={summary.value?.recordedSince == null}
        />
        <div
          className={cx(
            'flex basis-full flex-wrap items-center gap-x-4 gap-y-1',
            terminal === null && '-mt-1.5',
          )}
        >
          <Coverage summary={summary.value} from={period.from} to={period.to} />
          {terminal !== null && <OnlyTerminal name={terminal.name} onAll={() => onTerminal(null)} />}
        </div>
      </header>
      {error !== null ? (
        <div
          role="alert"
          className="flex flex-col items-start gap-2 rounded-lg border border-warn-line bg-warn-wash px-4 py-3"
        >
          <p className="font-semibold">{words('history:unavailable')}</p>
          <p className="text-sm">{words(`problem:error.${error.code}`, error.params)}</p>
          <Button onClick={() => setTries(tries + 1)}>{words('history:retry')}</Button>
        </div>
      ) : summary.value?.recordedSince === null ? (
        <div
          role="status"
          className="flex flex-1 flex-col items-center justify-center gap-1 pb-16 text-center"
        >
          <p className="text-lg font-semibold">{words('history:empty.title')}</p>
          <p className="max-w-96 text-soft">{words('history:empty.body')}</p>
        </div>
      ) : (
        summary.value !== null && (
          <>
            <SummaryCards summary={summary.value} />
            {charts.value !== null && <Charts charts={charts.value} />}
            {(scope.kind === 'all' || scope.kind === 'account') && summary.value.stores.length > 1 && (
              <StoreRanking
                stores={summary.value.stores}
                onChoose={({ account, store: reference }) => choose(keyOf(account, reference))}
              />
            )}
            <Lists
              incidents={
                <Incidents
                  {...{ scope, period, refresh, filter, onOpen }}
                  onFilter={setFilter}
                  onNarrow={onTerminal}
                />
              }
              decisions={<Decisions {...{ scope, period, refresh, onOpen }} />}
            />
          </>
        )
      )}
    </div>
  );
}

/** The period, and how much of it anybody was watching: numbers about the rest would be made up. */
function Coverage({ summary, from, to }: { summary: Summary | null; from: number; to: number }) {
  const words = useWords();
  const locale = useLocale();
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const isToday = (at: number) => new Date(at).toDateString() === new Date(to).toDateString();
  const time = (at: number) => (isToday(at) ? createMoment(to, locale) : date.format)(at);
  const facts = [words('history:period.shown', { from: date.format(from), to: date.format(to) })];
  if (summary !== null && summary.recordedSince !== null) {
    const { watched } = summary.uptime;
    facts.push(
      watched === 0
        ? words('history:coverage.none')
        : watched >= 0.9995
          ? words('history:coverage.whole')
          : words('history:coverage.partly', { watched: percent(watched, locale, words) }),
    );
    if (summary.recordedSince > from) {
      facts.push(words('history:coverage.since', { time: time(summary.recordedSince) }));
    }
  }
  return <p className="text-soft">{facts.join(' · ')}</p>;
}
