import { Activity, useState } from 'react';
import type { Language } from '../assets/locales/language.ts';
import type { Navigation, Snapshot } from '../preload/contract.ts';
import { NoticeBanners } from './components/notice-banners.tsx';
import { Shell } from './components/shell.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { useAppearance } from './hooks/use-appearance.ts';
import { useLive } from './hooks/use-live.ts';
import { LocaleProvider } from './hooks/use-locale.ts';
import { QuietProvider } from './hooks/use-quiet.ts';
import { useWords } from './hooks/use-words.ts';
import type { NamedTerminal } from './model.ts';
import { SettingsPage, type Section } from './settings/settings-page.tsx';
import { SetupPage } from './setup/setup-page.tsx';
import { TerminalsPage } from './terminals/terminals-page.tsx';

export function App({ speak }: { speak: (language: Language) => Promise<void> }) {
  const words = useWords();
  const { live, error } = useLive();
  const spoken = useAppearance(live?.settings.appearance ?? null, speak);
  // Not in one language first and then in another.
  if (live !== null && spoken !== null) {
    return (
      <LocaleProvider value={live.settings.appearance.locale}>
        <Pages live={live} />
      </LocaleProvider>
    );
  }
  return (
    <p role="status" className="grid h-full place-items-center text-soft">
      {error === null ? words('common:loading') : words(`problem:error.${error.code}`, error.params)}
    </p>
  );
}

function Pages({ live }: { live: Snapshot }) {
  const { overview, settings } = live;
  const [at, setAt] = useState<Navigation>(live.navigation);
  const [navigated, setNavigated] = useState(live.navigation);
  const [section, setSection] = useState<Section>('accounts');
  const [inHistory, setInHistory] = useState<NamedTerminal | null>(null);

  if (navigated !== live.navigation) {
    setNavigated(live.navigation);
    setAt(live.navigation);
  }

  if (overview.unconfigured && settings.accounts.length === 0) {
    return <SetupPage settings={settings} />;
  }
  return (
    <Shell page={at.page} overview={overview} onNavigate={(page) => setAt({ ...at, page })}>
      <NoticeBanners settings={settings} />
      {/* A hidden page keeps what was typed into it. */}
      <Activity mode={at.page === 'terminals' ? 'visible' : 'hidden'}>
        <QuietProvider value={live.quiet}>
          <TerminalsPage
            overview={overview}
            accounts={settings.accounts}
            unwatched={settings.unwatched}
            selected={at.terminal}
            onSelect={(terminal) => setAt({ page: 'terminals', terminal })}
            onOpenSettings={(next) => {
              setSection(next);
              setAt({ ...at, page: 'settings' });
            }}
            onShowHistory={(terminal) => {
              setInHistory(terminal);
              setAt({ ...at, page: 'history' });
            }}
          />
        </QuietProvider>
      </Activity>
      <Activity mode={at.page === 'history' ? 'visible' : 'hidden'}>
        <HistoryPage
          overview={overview}
          accounts={settings.accounts}
          terminal={inHistory}
          onTerminal={setInHistory}
          onOpen={(terminal) => setAt({ page: 'terminals', terminal })}
        />
      </Activity>
      <Activity mode={at.page === 'settings' ? 'visible' : 'hidden'}>
        <SettingsPage settings={settings} version={live.version} section={section} onSection={setSection} />
      </Activity>
    </Shell>
  );
}
