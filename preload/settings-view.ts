import type { Language } from '../assets/locales/language.ts';
import type { OpeningHours } from '../main/monitor/opening-hours.ts';
import type { Environment, Origin, Region, SourceChoice } from '../main/monitor/watchlist.ts';
import type { AtLogin } from '../main/platform/login-item.ts';
import type { NotificationRules } from '../main/notifications/rules.ts';
import type { Appearance } from '../main/settings/appearance.ts';
import type { Notice } from '../main/settings/notice.ts';
import type { HistorySettings } from '../main/settings/history.ts';
import type { TraySettings } from '../main/settings/tray.ts';
import type { Watching } from '../main/settings/watching.ts';
import type { SourceInUse } from '../main/terminal-api/find-source.ts';
import type { NetworkView } from './network.ts';
import type { UpdatesView } from './updates.ts';

/** The settings as a page may see them: where something comes from, whether it is locked, never a key. */
export interface SettingsView {
  accounts: AccountView[];
  polling: {
    intervalSeconds: number;
    confirmationSeconds: number;
    /** Set by the managed configuration. */
    locked: boolean;
    limits: { interval: Range; confirmation: Range };
  };
  notifications: {
    rules: NotificationRules;
    /** Set by the managed configuration. */
    locked: (keyof NotificationRules)[];
    stillAfterMinutes: Range;
  };
  /** Of every store that is watched. */
  openingHours: StoreHoursView[];
  restarts: StoreRestartView[];
  watching: { watching: Watching; /** Set by the managed configuration. */ locked: (keyof Watching)[] };
  network: NetworkView;
  updates: UpdatesView;
  startHidden: boolean;
  /** Whether the system starts it when somebody logs in; the system's own word, read anew each time. */
  atLogin: AtLogin;
  appearance: Appearance & {
    /** What `language` comes to on this PC. */
    spoken: Language;
    /** For dates and numbers; a BCP 47 tag. */
    locale: string;
  };
  tray: TraySettings & { /** Set by the managed configuration. */ locked: boolean };
  history: HistorySettings & { /** Set by the managed configuration. */ locked: boolean };
  demo: boolean;
  /** Of the key that the first run was given, until its account is there. */
  setupKey: KeyState;
  /** Path of the managed configuration in use, or null. */
  managedFile: string | null;
  /** False where keys can only be kept in memory on this PC. */
  keychain: boolean;
  notices: { id: string; notice: Notice }[];
  /** Terminals that somebody stopped watching, to be able to take them back. */
  unwatched: { account: string; store: string; poiid: string; name: string }[];
}

export interface AccountView {
  id: string;
  origin: Origin;
  environment: Environment;
  region: Region;
  merchantAccount: string;
  /** Empty for the vendor's own host. */
  endpoint: string;
  /** The host that is asked, for showing. */
  host: string;
  source: SourceChoice;
  /** Null until it was found out. */
  inUse: SourceInUse | null;
  stores: { reference: string; name: string; /** Adyen's own; empty where it is not known. */ id: string }[];
  key: KeyState;
}

export interface StoreHoursView {
  account: string;
  store: string;
  name: string;
  /** Null where none are set. */
  hours: OpeningHours | null;
  /** Set by the managed configuration. */
  locked: boolean;
}

/** The daily restart of a store's terminals. */
export interface StoreRestartView {
  account: string;
  store: string;
  name: string;
  /** `HH:mm` by the store's own clock. */
  at: string;
  /** 0: no restart is planned. */
  graceMinutes: number;
  /** Set by the managed configuration. */
  locked: boolean;
}

export type KeyState = 'none' | 'keychain' | 'memory' | 'environment' | 'unreadable';

export interface Range {
  least: number;
  most: number;
}
