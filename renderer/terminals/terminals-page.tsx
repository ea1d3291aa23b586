import { useMemo, useState } from 'react';
import { Button } from '../components/button.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { Overview, StoreOverview, TerminalOverview, TerminalRef, Unwatched } from '../model.ts';
import { AddTerminalsDialog } from './add-terminals-dialog.tsx';
import { Banner } from './banner.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { rowsOf } from './rows.ts';
import { TerminalList } from './terminal-list.tsx';
import { TerminalPanel } from './terminal-panel.tsx';
import { Toolbar, type Shown } from './toolbar.tsx';
import { UnwatchedList } from './unwatched-list.tsx';
import { useTerminalActions } from './use-terminal-actions.ts';

export function TerminalsPage({
  overview,
  unwatched,
  selected,
  onSelect,
  onOpenSettings,
}: {
  overview: Overview;
  unwatched: Unwatched[];
  selected: TerminalRef | null;
  onSelect: (terminal: TerminalRef | null) => void;
  onOpenSettings: () => void;
}) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const { actions, dialog, closeDialog } = useTerminalActions();
  const rows = useMemo(
    () => (shown === 'unwatched' ? [] : rowsOf(overview, search, shown)),
    [overview, search, shown],
  );
  const detail = useMemo(() => found(overview, selected), [overview, selected]);
  const showAll = () => {
    setSearch('');
    setShown('all');
  };

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col gap-3 px-5 pt-4">
        <Banner overview={overview} onOpenSettings={onOpenSettings} />
        {!overview.unconfigured && (
          <Toolbar
            counts={overview.counts}
            unwatched={unwatched.length}
            search={search}
            shown={shown}
            onSearch={setSearch}
            onShow={setShown}
          />
        )}
        {shown === 'unwatched' ? (
          <UnwatchedList unwatched={unwatched} actions={actions} />
        ) : rows.length === 0 && !overview.unconfigured ? (
          <NoMatch onShowAll={showAll} />
        ) : (
          <TerminalList rows={rows} selected={selected} actions={actions} onSelect={onSelect} />
        )}
      </div>
      {detail !== null && <TerminalPanel {...detail} actions={actions} onClose={() => onSelect(null)} />}
      {dialog?.kind === 'rename' && <RenameDialog terminal={dialog.terminal} onClose={closeDialog} />}
      {dialog?.kind === 'add' && <AddTerminalsDialog store={dialog.store} onClose={closeDialog} />}
    </div>
  );
}

function NoMatch({ onShowAll }: { onShowAll: () => void }) {
  const words = useWords();
  return (
    <div role="status" className="flex flex-1 flex-col items-center justify-center gap-1 pb-16 text-center">
      <p className="text-lg font-semibold">{words('terminals:search.nothing')}</p>
      <p className="mb-3 text-soft">{words('terminals:search.nothingDetail')}</p>
      <Button onClick={onShowAll}>{words('terminals:search.clear')}</Button>
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
