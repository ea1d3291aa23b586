import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';

/**
 * A modal dialog for as long as it is mounted. It is the browser's own element: the usual libraries
 * lock scrolling with a style element, which the page's policy refuses.
 */
export function Dialog({
  title,
  large = false,
  onClose,
  children,
}: {
  title: string;
  /** As high and wide as fits, for what scrolls in itself. */
  large?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const words = useWords();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [opener] = useState(() => document.activeElement);

  useEffect(() => {
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className={cx(
        'm-auto rounded-xl border border-line bg-card p-5 text-ink shadow-float',
        large
          ? 'h-[min(52rem,calc(100vh-2rem))] max-h-none w-[min(60rem,calc(100vw-3rem))] open:flex open:flex-col'
          : 'w-[min(30rem,calc(100vw-3rem))]',
      )}
    >
      <h2 id={titleId} className="mb-3 pr-8 text-xl font-semibold break-words">
        {title}
      </h2>
      {children}
      {/* Last, because the browser gives the focus to the first control. */}
      <IconButton label={words('common:close')} onClick={onClose} className="absolute top-4 right-3.5">
        <X aria-hidden />
      </IconButton>
    </dialog>
  );
}
