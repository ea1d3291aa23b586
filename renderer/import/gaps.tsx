import { TriangleAlert } from 'lucide-react';
import { useWords } from '../hooks/use-words.ts';
import type { ShownPreview } from './model.ts';
import { problemWords } from './problem-words.ts';

/** What is not in a preview, and why. */
export function Gaps({ preview }: { preview: ShownPreview }) {
  const words = useWords();
  const { gaps, regions, merchantAccount } = preview;
  const notes: string[] = [];
  if (gaps.terminals) {
    const { sentence, remedy } = problemWords(gaps.terminals, merchantAccount, words);
    notes.push(`${words('import:preview.noTerminals')} ${sentence}. ${remedy}`);
  }
  if (gaps.nameless > 0) {
    const missing = words('import:preview.noNames', { count: gaps.nameless });
    const why = gaps.names && problemWords(gaps.names, merchantAccount, words);
    notes.push(why ? `${missing} ${why.sentence}. ${why.remedy}` : missing);
  }
  if (regions.length > 1) {
    const list = regions.map((region) => words(`settings:region.${region}`)).join(', ');
    notes.push(words('import:preview.regions', { regions: list }));
  }
  if (notes.length === 0) return null;
  return (
    <ul className="flex max-h-32 flex-col gap-1.5 overflow-y-auto rounded-lg border border-warn-line bg-warn-wash px-3 py-2 text-sm">
      {notes.map((note) => (
        <li key={note} className="flex gap-2.5">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          {note}
        </li>
      ))}
    </ul>
  );
}
