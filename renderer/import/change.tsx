import { ArrowRight } from 'lucide-react';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';

/** What something is now, and what it would be. */
export function Change({ what, from, to }: { what: string; from: string; to: string }) {
  const words = useWords();
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate text-xs text-soft">{what}</span>
      <span className="flex items-center gap-2">
        <span className={cx('min-w-0 truncate text-soft', from === '' && 'italic')}>
          {from || words('import:row.none')}
        </span>
        <ArrowRight
          role="img"
          aria-label={words('import:row.becomes')}
          className="size-3.5 shrink-0 text-soft"
        />
        <span className="min-w-0 truncate font-semibold">{to}</span>
      </span>
    </span>
  );
}
