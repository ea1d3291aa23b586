import { saveAccount } from '../settings/edit-account.ts';
import { changeAppearance, done as edited, setHistory, setPolling, setTray } from '../settings/edit.ts';
import { copyToStores } from '../settings/copy-to-stores.ts';
import { setNotifications, setOpeningHours } from '../settings/edit-quiet.ts';
import { setRestart, setWatching } from '../settings/edit-watching.ts';
import { problemOf } from '../settings/json.ts';
import { checkEndpoint } from '../terminal-api/endpoints.ts';
import { done, failed, type Handlers } from './register.ts';
import type { Services } from './services.ts';

type Channels =
  | 'settings.saveAccount'
  | 'settings.checkAccount'
  | 'settings.removeAccount'
  | 'settings.restoreAccount'
  | 'settings.setPolling'
  | 'settings.setNotifications'
  | 'settings.setOpeningHours'
  | 'settings.setWatching'
  | 'settings.setRestart'
  | 'settings.copyToStores'
  | 'settings.setStartHidden'
  | 'settings.setAtLogin'
  | 'settings.setAppearance'
  | 'settings.setTray'
  | 'settings.setHistory'
  | 'settings.dismissNotice'
  | 'demo.set';

export function settingsHandlers(services: Services): Pick<Handlers, Channels> {
  const { settings, managed, removal, engine, watchlist, desk } = services;
  return {
    'settings.saveAccount'(draft) {
      const reply = desk.apply(saveAccount(settings.current(), watchlist().accounts, draft, checkEndpoint));
      if (reply.ok) engine.expedite(reply.value.id);
      return reply;
    },
    'settings.checkAccount'(draft) {
      const edit = saveAccount(settings.current(), watchlist().accounts, draft, checkEndpoint);
      return edit.ok ? done(null) : edit;
    },
    'settings.removeAccount'({ id }) {
      return desk.apply(removal.remove(settings.current(), watchlist().accounts, id));
    },
    async 'settings.restoreAccount'({ id }) {
      const restored = await removal.restore(settings.current, () => watchlist().accounts, id);
      const reply = desk.apply(restored);
      if (reply.ok) engine.expedite(id);
      return reply;
    },
    'settings.setPolling': (polling) =>
      desk.apply(setPolling(settings.current(), managed.current(), polling)),
    'settings.setNotifications': (rules) =>
      desk.apply(setNotifications(settings.current(), managed.current(), rules)),
    'settings.setOpeningHours': (request) =>
      desk.apply(setOpeningHours(settings.current(), managed.current(), request)),
    'settings.setWatching': (change) =>
      desk.apply(setWatching(settings.current(), managed.current(), change)),
    'settings.setRestart': (request) =>
      desk.apply(setRestart(settings.current(), managed.current(), request)),
    'settings.copyToStores': (request) =>
      desk.apply(copyToStores(settings.current(), managed.current(), watchlist(), request)),
    'settings.setStartHidden': ({ startHidden }) =>
      desk.apply(edited({ ...settings.current(), startHidden }, null)),
    'settings.setAtLogin'({ on }) {
      try {
        services.loginItem.set(on);
      } catch (error) {
        return failed('not-saved', 'atLogin', { problem: problemOf(error) });
      } finally {
        services.settingsChanged();
      }
      return done(null);
    },
    'settings.setAppearance': (change) =>
      desk.apply(edited(changeAppearance(settings.current(), change), null)),
    'settings.setHistory': (history) =>
      desk.apply(setHistory(settings.current(), managed.current(), history)),
    'settings.setTray': (tray) => desk.apply(setTray(settings.current(), managed.current(), tray)),
    'settings.dismissNotice'({ id }) {
      desk.dismiss(id);
      return done(null);
    },
    'demo.set': ({ on }) => desk.apply(edited({ ...settings.current(), demo: on }, null)),
  };
}
