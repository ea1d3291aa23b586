import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { TerminalRef } from '../model.ts';

/** A list of what happened, with what loads more of it. */
export function HistoryTable({
  columns,
  hasActions = false,
  hasMore,
  onMore,
  children,
}: {
  columns: readonly { column: string; title: string }[];
  /** A last column without a title. */
  hasActions?: boolean;
  hasMore: boolean;
  onMore: () => void;
  /** Rows. */
  children: ReactNode;
}) {
  const words = useWords();
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line text-sm text-soft">
            {columns.map(({ column, title }) => (
              <th key={column} scope="col" className="py-1.5 pr-4 font-normal whitespace-nowrap">
                {title}
              </th>
            ))}
            {hasActions && <th aria-hidden />}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {hasMore && (
        <Button look="quiet" className="my-1 -ml-2" onClick={onMore}>
          {words('history:list.more')}
        </Button>
      )}
    </div>
  );
}

/** Goes to the terminal, where it is still watched. */
export function TerminalLink({
  terminal: { account, poiid },
  name,
  onOpen,
}: {
  terminal: TerminalRef;
  name: string;
  onOpen: (terminal: TerminalRef) => void;
}) {
  const words = useWords();
  return (
    <button
      type="button"
      disabled={account === ''}
      title={words('history:list.open', { name })}
      onClick={() => onOpen({ account, poiid })}
      className="max-w-full truncate rounded-sm text-left enabled:text-accent hover:enabled:underline"
    >
      {name}
    </button>
  );
}
