import { ChevronRight } from 'lucide-react';
import { cx } from '../components/cx.ts';
import { textareaLook } from '../components/field.tsx';
import type { Response } from '../../preload/contract.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';

type Entry = Response<'diagnostics.gather'>['entries'][number];

/** One file of the bundle: what it is, and on demand what is in it. */
export function DiagnosticsEntry({ entry: { kind, name, bytes, preview, cut } }: { entry: Entry }) {
  const words = useWords();
  const locale = useLocale();
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte' });
  return (
    <details className="group">
      <summary className="flex list-none items-center gap-3 px-4 py-3 hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-soft transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{words(`settings:diagnostics.part.${kind}`)}</span>
          <span className="block text-sm text-soft">{words(`settings:diagnostics.partHint.${kind}`)}</span>
        </span>
        <span className="shrink-0 text-right text-sm text-soft">
          <span className="block">{name}</span>
          <span className="block tabular-nums">{size.format(Math.ceil(bytes / 1000))}</span>
        </span>
      </summary>
      <div className="px-4 pt-2 pb-4">
        {cut === 'begin' && (
          <p className="mb-1 text-sm text-soft">{words('settings:diagnostics.cutBegin')}</p>
        )}
        {/* Scrolls and is copied by keyboard, as it is. */}
        <textarea
          readOnly
          rows={12}
          wrap="off"
          spellCheck={false}
          aria-label={words('settings:diagnostics.contentOf', { name })}
          value={preview}
          className={cx(textareaLook, 'resize-none font-mono text-sm')}
        />
        {cut === 'end' && <p className="mt-1 text-sm text-soft">{words('settings:diagnostics.cutEnd')}</p>}
      </div>
    </details>
  );
}
