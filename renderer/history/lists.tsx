import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { useWords } from '../hooks/use-words.ts';

/** What happened and what people were told of it, one list at a time. */
export function Lists({ incidents, decisions }: { incidents: ReactNode; decisions: ReactNode }) {
  const words = useWords();
  const lists = [
    { list: 'incidents', title: words('history:list.title'), content: incidents },
    { list: 'decisions', title: words('history:decision.title'), content: decisions },
  ];
  return (
    <Tabs.Root
      defaultValue="incidents"
      className="shrink-0 rounded-xl border border-line bg-card px-4 pt-1.5 pb-2 shadow-card"
    >
      <Tabs.List aria-label={words('history:list.lists')} className="mb-2 flex gap-5 border-b border-line">
        {lists.map(({ list, title }) => (
          <Tabs.Trigger
            key={list}
            value={list}
            className="-mb-px border-b-2 border-transparent py-1.5 font-semibold text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink forced-colors:data-[state=active]:border-[Highlight]"
          >
            {title}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {lists.map(({ list, content }) => (
        <Tabs.Content key={list} value={list} tabIndex={-1} className="flex flex-col gap-2 outline-none">
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
