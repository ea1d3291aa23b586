import { TriangleAlert, X } from 'lucide-react';
import { noticeWords } from '../../assets/locales/notice.ts';
import type { SettingsView } from '../../preload/contract.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import { IconButton } from './icon-button.tsx';

/** What the user must hear about files and keys, until dismissed or mended. */
export function NoticeBanners({ settings: { notices, accounts } }: { settings: SettingsView }) {
  const words = useWords();
  const ask = useAsk();
  if (notices.length === 0) return null;
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.merchantAccount ?? id;
  const told = notices.map(({ id, notice }) => ({ id, ...noticeWords(notice, words, nameOf) }));
  return (
    <ul
      aria-label={words('common:notices')}
      className="flex max-h-40 shrink-0 flex-col gap-2 overflow-y-auto pt-4 pr-3 pl-5 [scrollbar-gutter:stable]"
    >
      {told.map(({ id, title, body }) => (
        <li
          key={id}
          className="flex items-start gap-3 rounded-lg border border-warn-line bg-warn-wash py-2 pr-2 pl-4"
        >
          <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
          <div className="min-w-0 flex-1 py-0.5">
            <p className="font-semibold">{title}</p>
            <p className="text-sm break-words select-text">{body}</p>
          </div>
          <IconButton
            label={words('common:dismiss')}
            onClick={() => void ask('settings.dismissNotice', { id })}
          >
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
