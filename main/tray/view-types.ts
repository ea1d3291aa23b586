import type { Words } from '../../assets/locales/index.ts';
import type { RecheckScope } from '../monitor/scope.ts';
import type { QuietView, SnoozeLength, SnoozeScope } from '../monitor/quiet.ts';
import type { TrayIcon } from './icon.ts';

/** Everything the tray shows, as plain data that can be compared. */
export interface TrayView {
  icon: TrayIcon;
  /** At most 127 UTF-16 units; lines are parted by `\n`. */
  tooltip: string;
  menu: MenuEntry[];
}

export type MenuEntry =
  | { kind: 'line'; label: string }
  | { kind: 'separator' }
  | { kind: 'item'; label: string; enabled: boolean; action: TrayAction }
  | { kind: 'submenu'; label: string; entries: MenuEntry[] };

export type TrayAction =
  | { kind: 'recheck'; scope: RecheckScope }
  | { kind: 'open'; terminal: { account: string; poiid: string } | null }
  | { kind: 'snooze'; scope: SnoozeScope; length: SnoozeLength }
  | { kind: 'end-snooze'; scope: SnoozeScope }
  | { kind: 'settings' }
  | { kind: 'quit' };

/** What the tray's sentences are made with. */
export interface Telling {
  words: Words;
  /** Epoch milliseconds. */
  now: number;
  /** That of `now` on this PC. */
  day: string;
  /** For dates and times of day, in the language of the words. */
  locale: string;
  moment(at: number): string;
  quiet: QuietView;
  /** What the icon stands for. */
  icon: IconSubject;
}

/** Everything, as the usual icon; or a store, or the stores for which there was no icon left. */
export type IconSubject =
  | { kind: 'all' }
  | { kind: 'store'; account: string; store: string; name: string }
  | { kind: 'rest'; name: string };
