import { useMemo, useState } from 'react';
import type { AccountView } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { useKept } from '../hooks/use-kept.ts';
import { useWords } from '../hooks/use-words.ts';
import type {
  NamedTerminal,
  Overview,
  StoreOverview,
  TerminalOverview,
  TerminalRef,
  Unwatched,
} from '../model.ts';
import type { Section } from '../settings/settings-page.tsx';
import { AddTerminalsDialog } from './add-terminals-dialog.tsx';
import { Banner } from './banner.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { readListing, type Listing, type Shown } from './listing.ts';
import { MoveDialog } from './move-dialog.tsx';
import { rowsOf, storeKey } from './rows.ts';
import { TerminalList } from './terminal-list.tsx';
import { TerminalPanel } from './terminal-panel.tsx';
import { Toolbar } from './toolbar.tsx';
import { UnwatchedList } from './unwatched-list.tsx';
import { unwatchedRows } from './unwatched.ts';
import { useTerminalActions } from './use-terminal-actions.ts';

export function TerminalsPage({
  overview,
  accounts,
  unwatched,
  selected,
  onSelect,
  onOpenSettings,
  onShowHistory,
}: {
  overview: Overview;
  accounts: AccountView[];
  unwatched: Unwatched[];
  selected: TerminalRef | null;
  onSelect: (terminal: TerminalRef | null) => void;
  onOpenSettings: (section: Section) => void;
  onShowHistory: (terminal: NamedTerminal) => void;
}) {
  const [search, setSearch] = useState('');
  const [listing, setListing] = useKept('terminals.listing', readListing);
  const { shown, sort, folded } = listing;
  const list = (change: Partial<Listing>) => setListing({ ...listing, ...change });
  const { actions, dialog, closeDialog } = useTerminalActions();
  const rows = useMemo(
    () => (shown === 'unwatched' ? [] : rowsOf(overview, search, { filter: shown, sort, folded })),
    [overview, search, shown, sort, folded],
  );
  const left = useMemo(
    () => (shown === 'unwatched' ? unwatchedRows(unwatched, overview, search) : []),
    [unwatched, overview, search, shown],
  );
  const detail = useMemo(() => found(overview, selected), [overview, selected]);
  const movable = useMemo(() => accountsWithStores(overview), [overview]);
  const showAll = () => {
    setSearch('');
    list({ shown: 'all' });
  };
  const fold = (store: StoreOverview) => {
    const key = storeKey(store);
    list({ folded: folded.includes(key) ? folded.filter((one) => one !== key) : [...folded, key] });
  };

  return (
    <div className="@container relative flex min-h-0 flex-1">
      <div
        className={cx(
          'flex min-w-0 flex-1 flex-col gap-3 px-5 pt-4',
          // Under the panel, where there is no room beside it.
          detail !== null && '@max-[46rem]:invisible',
        )}
      >
        <Banner overview={overview} selected={selected} onOpenSettings={onOpenSettings} onSelect={onSelect} />
        {overview.counts.expected + unwatched.length > 0 && (
          <Toolbar
            counts={overview.counts}
            unwatched={unwatched.length}
            search={search}
            listing={listing}
            onSearch={setSearch}
            onList={list}
            onFoldAll={(all) => list({ folded: all ? overview.stores.map(storeKey) : [] })}
          />
        )}
        {left.length > 0 ? (
          <UnwatchedList rows={left} actions={actions} />
        ) : rows.length === 0 && !overview.unconfigured ? (
          <NoMatch filter={search.trim() === '' ? shown : 'all'} onShowAll={showAll} />
        ) : (
          <TerminalList
            rows={rows}
            selected={selected}
            movable={movable}
            actions={actions}
            onFold={fold}
            onSelect={onSelect}
          />
        )}
      </div>
      {detail !== null && (
        <TerminalPanel
          key={`${detail.store.account}/${detail.terminal.poiid}`}
          {...detail}
          overview={overview}
          account={accounts.find(({ id }) => id === detail.store.account)}
          movable={movable.has(detail.store.account)}
          actions={actions}
          onShowHistory={onShowHistory}
          onClose={() => onSelect(null)}
        />
      )}
      {dialog?.kind === 'rename' && <RenameDialog terminal={dialog.terminal} onClose={closeDialog} />}
      {dialog?.kind === 'move' && (
        <MoveDialog terminal={dialog.terminal} overview={overview} onClose={closeDialog} />
      )}
      {dialog?.kind === 'add' && <AddTerminalsDialog store={dialog.store} onClose={closeDialog} />}
    </div>
  );
}

/** @param filter what alone hides everything; `all` where something was searched for */
function NoMatch({ filter, onShowAll }: { filter: Shown; onShowAll: () => void }) {
  const words = useWords();
  return (
    <div role="status" className="flex flex-1 flex-col items-center justify-center gap-1 pb-16 text-center">
      <p className="text-lg font-semibold">{words(`terminals:nothing.${filter}`)}</p>
      {filter === 'all' && <p className="text-soft">{words('terminals:search.nothingDetail')}</p>}
      <Button onClick={onShowAll} className="mt-3">
        {words('terminals:search.clear')}
      </Button>
    </div>
  );
}

function found(
  overview: Overview,
  ref: TerminalRef | null,
): { store: StoreOverview; terminal: TerminalOverview } | null {
  if (ref === null) return null;
  for (const store of overview.stores) {
    if (store.account !== ref.account) continue;
    const terminal = store.terminals.find(({ poiid }) => poiid === ref.poiid);
    if (terminal !== undefined) return { store, terminal };
  }
  return null;
}

function accountsWithStores({ stores }: Overview): ReadonlySet<string> {
  const seen = new Set<string>();
  const accounts = stores.map(({ account }) => account);
  return new Set(accounts.filter((account) => seen.has(account) || !seen.add(account)));
}
