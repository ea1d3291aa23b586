import { Button } from '../components/button.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { UnwatchedRow } from './unwatched.ts';
import type { TerminalActions } from './use-terminal-actions.ts';

/** Terminals that somebody stopped watching, to take them back. */
export function UnwatchedList({ rows, actions }: { rows: UnwatchedRow[]; actions: TerminalActions }) {
  const words = useWords();
  return (
    <div className="-mx-5 min-h-0 flex-1 overflow-y-auto pr-3 pb-5 pl-5 [scrollbar-gutter:stable]">
      <p className="mb-2 text-sm text-soft">{words('terminals:unwatched.explain')}</p>
      <ul
        aria-label={words('terminals:unwatched.label')}
        className="divide-y divide-line rounded-xl border border-line bg-card shadow-card"
      >
        {rows.map(({ account, poiid, name, store }) => (
          <li key={`${account}/${poiid}`} className="flex h-13 items-center gap-3 pr-2.5 pl-4">
            <div className="min-w-0 flex-1">
              <p className="truncate font-semibold">{name}</p>
              <p className="truncate text-xs text-soft">
                {[...(name === poiid ? [] : [poiid]), store].join(' · ')}
              </p>
            </div>
            <Button
              aria-label={words('terminals:unwatched.watchNamed', { name })}
              onClick={() => actions.watchAgain({ account, poiid, name })}
            >
              {words('terminals:unwatched.watch')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
