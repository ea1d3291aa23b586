import type { ReactNode } from 'react';
import { SearchField } from '../components/search-field.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal } from '../model.ts';
import { OnlyTerminal } from './only-terminal.tsx';

/** What narrows a list down: a text, what stands in it, and the terminal to which the page is narrowed down. */
export function FilterBar({
  text,
  onText,
  terminal,
  onAllTerminals,
  children,
}: {
  text: string;
  onText: (text: string) => void;
  terminal: NamedTerminal | null;
  onAllTerminals: () => void;
  children: ReactNode;
}) {
  const words = useWords();
  return (
    <div
      role="group"
      aria-label={words('history:filter.label')}
      className="flex flex-wrap items-center gap-2"
    >
      <SearchField
        label={words('history:filter.search')}
        value={text}
        maxLength={200}
        onChange={onText}
        className="min-w-48"
      />
      {children}
      {terminal !== null && <OnlyTerminal name={terminal.name} onAll={onAllTerminals} />}
    </div>
  );
}
