import { ChartColumn, Cloud, FlaskConical, Settings, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Navigation } from '../../preload/contract.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Overview } from '../model.ts';
import { CloudIcon } from './cloud-icon.tsx';
import { cx } from './cx.ts';

type Page = Navigation['page'];

const pages: { page: Page; icon: LucideIcon }[] = [
  { page: 'terminals', icon: Cloud },
  { page: 'history', icon: ChartColumn },
  { page: 'settings', icon: Settings },
];

/** Navigation at the left, which shrinks to icons in a narrow window; the page at the right. */
export function Shell({
  page,
  overview,
  onNavigate,
  children,
}: {
  page: Page;
  overview: Overview;
  onNavigate: (page: Page) => void;
  children: ReactNode;
}) {
  const words = useWords();
  const ask = useAsk();
  return (
    <div className="flex h-full">
      <a
        href="#content"
        className="absolute -top-20 left-2 z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:top-2"
      >
        {words('common:skip')}
      </a>
      <header className="flex w-14 shrink-0 flex-col border-r border-line bg-rail p-2 min-[1080px]:w-48">
        <p className="mb-3 flex h-10 items-center gap-2.5 px-2 text-lg font-bold">
          <CloudIcon
            shape={overview.verdict}
            count={overview.counts.disconnected}
            label={words(`common:verdict.${overview.verdict}`)}
            className="h-5 w-6"
          />
          <span className="hidden min-[1080px]:inline">{words('common:name')}</span>
        </p>
        <nav aria-label={words('common:nav.label')} className="flex flex-col gap-1">
          {pages.map(({ page: target, icon: Icon }) => (
            <button
              key={target}
              type="button"
              aria-current={page === target ? 'page' : undefined}
              title={words(`common:nav.${target}`)}
              onClick={() => onNavigate(target)}
              className={cx(
                'relative flex h-9 items-center gap-2.5 rounded-md px-3 text-left transition-colors',
                page === target
                  ? 'bg-raised font-semibold shadow-card before:absolute before:inset-y-2 before:left-0 before:w-[3px] before:rounded-full before:bg-accent forced-colors:before:bg-[Highlight]'
                  : 'hover:bg-hover',
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              <span className="sr-only min-[1080px]:not-sr-only">{words(`common:nav.${target}`)}</span>
            </button>
          ))}
        </nav>
        {overview.demo && (
          <button
            type="button"
            title={words('common:leaveDemo')}
            onClick={() => void ask('demo.set', { on: false })}
            className="mt-auto flex min-h-8 items-center gap-2 rounded-md border border-line px-2.5 py-1 text-left text-sm text-soft hover:bg-hover hover:text-ink"
          >
            <FlaskConical aria-hidden className="size-4 shrink-0" />
            <span className="sr-only min-[1080px]:not-sr-only">{words('common:leaveDemo')}</span>
          </button>
        )}
      </header>
      <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
