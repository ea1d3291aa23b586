import type { ReactNode } from 'react';
import { SearchField } from '../components/search-field.tsx';
import { useWords } from '../hooks/use-words.ts';

/** What narrows a list down: a text, and what stands in it. */
export function FilterBar({
  text,
  onText,
  children,
}: {
  text: string;
  onText: (text: string) => void;
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
    </div>
  );
}
