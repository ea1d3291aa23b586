import type { Reply, SettingsView } from '../../preload/contract.ts';
import type { Watchlist } from '../monitor/watchlist.ts';
import type { Edit } from './edit.ts';
import type { Managed } from './managed.ts';
import type { Notice } from './notice.ts';
import type { Secrets } from './secrets.ts';
import type { SettingsStore } from './store.ts';
import { viewSettings, type ViewSources } from './view.ts';

export interface DeskDeps {
  settings: SettingsStore;
  managed: () => Managed;
  secrets: Secrets;
  watchlist: () => Watchlist;
  spoken: () => ViewSources['spoken'];
  /** Of the other files of the profile. */
  notices: () => Notice[];
  router: ViewSources['router'];
  atLogin: () => ViewSources['atLogin'];
  network: () => ViewSources['network'];
  updates: () => ViewSources['updates'];
  /** The view has changed. */
  onChange: () => void;
}

/** Where the settings are shown and changed. What was dismissed stays so until the next start. */
export function createDesk({
  settings,
  managed,
  secrets,
  watchlist,
  spoken,
  notices,
  router,
  atLogin,
  network,
  updates,
  onChange,
}: DeskDeps) {
  const dismissed = new Set<string>();
  const all = () => [...settings.notices(), ...secrets.notices(), ...notices()];
  return {
    /** Dismissed or not. */
    notices: all,
    view: (): SettingsView =>
      viewSettings({
        settings: settings.current(),
        managed: managed(),
        watchlist: watchlist(),
        keyState: secrets.state,
        keychain: secrets.keychain(),
        spoken: spoken(),
        notices: all(),
        dismissed,
        router,
        atLogin: atLogin(),
        network: network(),
        updates: updates(),
      }),
    dismiss(id: string): void {
      dismissed.add(id);
      onChange();
    },
    /** Turns an edit into the answer, and into effect. One that cannot be saved counts all the same; a notice says so. */
    apply<T>(edit: Edit<T>): Reply<T> {
      if (!edit.ok) return edit;
      settings.update(() => edit.settings);
      return { ok: true, value: edit.value };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
