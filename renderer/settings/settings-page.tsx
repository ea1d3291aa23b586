import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import type { SettingsView } from '../../preload/contract.ts';
import { useWords } from '../hooks/use-words.ts';
import { AccountsSection } from './accounts-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { CheckingSection } from './checking-section.tsx';
import { DiagnosticsSection } from './diagnostics-section.tsx';
import { DemoSection } from './demo-section.tsx';
import { HistorySection } from './history-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { OpeningHoursSection } from './opening-hours-section.tsx';
import { Saving } from './saved-mark.tsx';
import { StartSection } from './start-section.tsx';
import { UpdatesSection } from './updates-section.tsx';

export type Section =
  | 'accounts'
  | 'checking'
  | 'notifications'
  | 'openingHours'
  | 'appearance'
  | 'history'
  | 'start'
  | 'network'
  | 'updates'
  | 'diagnostics'
  | 'demo';

export function SettingsPage({
  settings,
  version,
  section: shown,
  onSection,
}: {
  settings: SettingsView;
  version: string;
  section: Section;
  onSection: (section: Section) => void;
}) {
  const words = useWords();
  const sections: { section: Section; content: ReactNode }[] = [
    { section: 'accounts', content: <AccountsSection settings={settings} /> },
    { section: 'checking', content: <CheckingSection settings={settings} /> },
    { section: 'notifications', content: <NotificationsSection notifications={settings.notifications} /> },
    { section: 'openingHours', content: <OpeningHoursSection stores={settings.openingHours} /> },
    {
      section: 'appearance',
      content: <AppearanceSection appearance={settings.appearance} tray={settings.tray} />,
    },
    { section: 'history', content: <HistorySection history={settings.history} /> },
    {
      section: 'start',
      content: (
        <StartSection startHidden={settings.startHidden} atLogin={settings.atLogin} version={version} />
      ),
    },
    {
      section: 'network',
      content: <NetworkSection network={settings.network} keychain={settings.keychain} />,
    },
    { section: 'updates', content: <UpdatesSection updates={settings.updates} /> },
    { section: 'diagnostics', content: <DiagnosticsSection /> },
    { section: 'demo', content: <DemoSection demo={settings.demo} accounts={settings.accounts} /> },
  ];
  return (
    <Saving>
      {(mark) => (
        <div className="flex min-h-0 flex-1 flex-col gap-4 px-6 pt-5">
          <header className="flex items-center justify-between gap-4">
            <div>
              <h1 className="text-2xl font-bold">{words('settings:title')}</h1>
              <p className="text-soft">{words('settings:subtitle')}</p>
            </div>
            {mark}
          </header>
          <Tabs.Root
            value={shown}
            onValueChange={(value) => {
              const next = sections.find(({ section }) => section === value);
              if (next) onSection(next.section);
            }}
            orientation="vertical"
            className="flex min-h-0 flex-1 gap-6"
          >
            <Tabs.List
              aria-label={words('settings:sections')}
              className="-ml-1 flex w-45 shrink-0 flex-col gap-1 overflow-y-auto py-1 pl-1 *:shrink-0"
            >
              {sections.map(({ section }) => (
                <Tabs.Trigger
                  key={section}
                  value={section}
                  className="relative flex h-9 items-center rounded-md px-3 text-left transition-colors hover:bg-hover data-[state=active]:bg-raised data-[state=active]:font-semibold data-[state=active]:shadow-card data-[state=active]:before:absolute data-[state=active]:before:inset-y-2 data-[state=active]:before:left-0 data-[state=active]:before:w-[3px] data-[state=active]:before:rounded-full data-[state=active]:before:bg-accent forced-colors:data-[state=active]:before:bg-[Highlight]"
                >
                  {words(`settings:${section}.title`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            {sections.map(({ section, content }) => (
              // Mounted while another one shows: what was typed into a form stays there.
              <Tabs.Content
                key={section}
                value={section}
                forceMount
                tabIndex={-1}
                className="-mr-6 min-w-0 flex-1 overflow-y-auto pr-6 pl-1 outline-none data-[state=inactive]:hidden"
              >
                <div className="max-w-180 pb-6">{content}</div>
              </Tabs.Content>
            ))}
          </Tabs.Root>
        </div>
      )}
    </Saving>
  );
}
