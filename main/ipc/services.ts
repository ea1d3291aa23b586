import type { Words } from '../../assets/locales/index.ts';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { History } from '../record.ts';
import type { SpokenLanguage } from '../platform/language.ts';
import type { Exporting } from './export.ts';
import type { Navigation } from '../../preload/contract.ts';
import type { Importer } from '../import/importer.ts';
import type { Budget } from '../monitor/budget.ts';
import type { Clock } from '../monitor/clock.ts';
import type { Engine } from '../monitor/engine.ts';
import type { Watchlist } from '../monitor/watchlist.ts';
import type { Notifier } from '../notifications/notifier.ts';
import type { LoginItem } from '../platform/login-item.ts';
import type { Desk } from '../settings/desk.ts';
import type { LiveManaged } from '../settings/live-managed.ts';
import type { Removal } from '../settings/removal.ts';
import type { Secrets } from '../settings/secrets.ts';
import type { SettingsStore } from '../settings/store.ts';
import type { Networking } from '../networking.ts';
import type { NetworkCheckReport } from '../terminal-api/network-check.ts';
import type { Router } from '../terminal-api/route.ts';
import type { Transport } from '../terminal-api/transport.ts';
import type { Updates } from '../updates/updates.ts';

/** What the handlers of the window's requests work with. */
export interface Services {
  engine: Engine;
  desk: Desk;
  notifications: Notifier;
  importer: Importer;
  history: Pick<History, 'ask' | 'accounts'>;
  exporting: Exporting;
  diagnostics: Diagnostics;
  words: Words;
  language: Pick<SpokenLanguage, 'language' | 'locale' | 'region'>;
  settings: SettingsStore;
  managed: LiveManaged;
  secrets: Secrets;
  removal: Removal;
  transport: Transport;
  /** Of what is watched. */
  router: Pick<Router, 'lookAgain'>;
  network: Pick<Networking, 'readCertificates'>;
  checkNetwork: () => Promise<NetworkCheckReport>;
  /** What leads to Adyen is another way now: all accounts are checked anew. */
  networkChanged: () => void;
  /** With the system's dialog; null where none was chosen. */
  chooseFile: (extensions: string[]) => Promise<string | null>;
  updates: Pick<Updates, 'check' | 'restart'>;
  clock: Clock;
  /** Of a key, typed or stored. */
  budgetOf: (key: string) => Budget;
  version: string;
  /** As it is watched now. */
  watchlist: () => Watchlist;
  /** Keys and the login item are not in the settings file, so the page must be told of them. */
  settingsChanged: () => void;
  loginItem: LoginItem;
  /** To the system's clipboard. */
  copyText: (text: string) => Promise<void>;
  navigation: () => Navigation;
}
