import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  session,
  shell,
} from 'electron';
import type { AppArguments } from './cli/arguments.ts';
import { saysKeysChanged } from './cli/second-launch.ts';
import type { FirstSight } from './first-sight.ts';
import { createDiagnosing } from './diagnosing.ts';
import { createExporting } from './exporting.ts';
import type { Foundation } from './foundation.ts';
import { createImporting } from './importing.ts';
import { createClient } from './history/client.ts';
import { startThread } from './history/thread.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register.ts';
import { createNotifications } from './notify.ts';
import { logCrashes } from './platform/crashes.ts';
import { doNotDisturbReader } from './platform/do-not-disturb.ts';
import { createLoginItem, isLoginStart } from './platform/login-item.ts';
import { watchPower } from './platform/power.ts';
import { quitOnSignals } from './platform/signals.ts';
import { createHistory } from './record.ts';
import { createDesk } from './settings/desk.ts';
import { createRemoval } from './settings/removal.ts';
import { createTrayIcons } from './tray-icons.ts';
import { createUpdating } from './updating.ts';
import { createWatch } from './watch.ts';
import { createChooseFile } from './window/choose-file.ts';
import { serveFiles } from './window/protocol.ts';
import { createMainWindow } from './window/window.ts';

/** The app in the tray. After `ready`; returns once it is watching. */
export async function startApp(
  foundation: Foundation,
  options: AppArguments,
  { host, run, ...tray }: FirstSight,
): Promise<void> {
  const { clock, words, language, log, settings, managed, secrets, memory, demo, watchlist } = foundation;
  const { network, telling } = foundation;
  const built = join(app.getAppPath(), 'out', 'app');
  const icons = join(built, 'assets', 'icons');

  logCrashes({ process, app, log });
  quitOnSignals({ process, app });
  const window = createMainWindow({
    Window: BrowserWindow,
    preload: join(built, 'preload', 'index.cjs'),
    icon: join(icons, 'app-256.png'),
    title: words('common:name'),
    serve: () => serveFiles(protocol, join(built, 'renderer')),
    onClosed() {
      importer.cancel();
      removal.forget();
      diagnostics.forget();
    },
    now: clock.elapsed,
    log,
  });

  const trayIcons = createTrayIcons(foundation, tray, {
    engine: () => watch.engine,
    quiet: () => notifications,
    open: window.open,
    quit: () => app.quit(),
    round: () => watch.engine.round(),
  });
  const history = createHistory({
    ...foundation,
    client: createClient(() => startThread(join(built, 'main', 'history.js'))),
    confirmedBy: (account, poiid) => watch.engine.confirmedBy(account, poiid),
    knowledgeOf: (account, store) => watch.engine.knowledgeOf(account, store),
    acknowledged: () => telling.quiet().acknowledged,
    noticed: pushSettings,
  });
  const notifications = createNotifications(foundation, {
    Notification,
    icons,
    readDoNotDisturb: doNotDisturbReader(process.platform, process.env['XDG_CURRENT_DESKTOP'] ?? '', run),
    beep: () => shell.beep(),
    open: (terminal) => window.open({ page: 'terminals', terminal }),
    recheck: (scope) => void watch.engine.recheck(scope),
    record: history.decided,
    onQuiet() {
      window.push('quiet.changed', notifications.quiet());
      watch.refresh();
    },
    noticed: pushSettings,
  });
  const watch = createWatch(
    foundation,
    (overview) => {
      history.look(overview);
      trayIcons.show(overview, notifications.quiet());
      window.push('overview.changed', overview);
    },
    (report, overview) => {
      // What people are told of is on record before it is recorded that they were.
      history.look(overview);
      return notifications.roundEnded(report, overview);
    },
    (byMs) => notifications.clockSet(byMs),
    pushSettings,
  );
  const importer = createImporting(foundation, {
    overview: watch.engine.overview,
    changed: watch.engine.expedite,
    onProgress: (progress) => window.push('import.progress', progress),
  });
  const { platform, env, execPath } = process;
  const program = app.isPackaged ? [execPath] : [execPath, app.getAppPath()];
  const loginItem = createLoginItem({ app, platform, env, home: homedir(), program });
  const updates = createUpdating(foundation, { app, sessions: session, changed: pushSettings });
  const notices = () => [memory, telling, history, network, notifications].flatMap((each) => each.notices());
  const removal = createRemoval(secrets);
  const desk = createDesk({
    settings,
    managed: managed.current,
    secrets,
    watchlist,
    spoken: () => ({ spoken: language.language(), locale: language.locale() }),
    notices,
    router: foundation.router,
    atLogin: loginItem.state,
    network: network.view,
    updates: updates.state,
    onChange: pushSettings,
  });
  const checkNetwork = () => network.check(watchlist().accounts, foundation.router, foundation.asking);
  const diagnostics = createDiagnosing(foundation, {
    app,
    checkNetwork,
    overview: watch.engine.overview,
    notices: desk.notices,
  });
  registerHandlers(
    createHandlers({
      ...foundation,
      engine: watch.engine,
      desk,
      removal,
      version: app.getVersion(),
      settingsChanged: pushSettings,
      checkNetwork,
      networkChanged: checkAnew,
      chooseFile: createChooseFile({ dialog, focused: () => BrowserWindow.getFocusedWindow() }),
      loginItem,
      copyText: async (text) => clipboard.writeText(text),
      navigation: window.navigation,
      notifications,
      importer,
      history,
      diagnostics,
      updates,
      exporting: createExporting({
        Window: BrowserWindow,
        sessions: session,
        dialog,
        focused: () => BrowserWindow.getFocusedWindow(),
        app,
        locale: language.locale,
      }),
    }),
    { ipcMain, isTrusted: ({ senderFrame }) => window.owns(senderFrame), log },
  );

  if (options.demo) settings.update((current) => ({ ...current, demo: true }));
  settings.onChange(() => void applySettings());
  foundation.router.onChange(pushSettings);
  managed.watch(() => {
    log.info('the managed configuration has changed', { state: managed.current().state });
    void applySettings();
  });
  network.watch(() => void applySettings());
  app.on('second-instance', (_event, _argv, _folder, message) => {
    if (saysKeysChanged(message)) void secrets.reload().then(checkAnew);
    else window.open(window.navigation());
  });
  app.on('activate', () => window.open(window.navigation()));
  // Closing the window leaves the tray; without a listener Electron would quit.
  app.on('window-all-closed', () => {});
  app.on('before-quit', () => {
    watch.stop();
    history.stop();
    trayIcons.destroy();
  });

  await applySettings();
  // Only now: a keychain that is locked asks somebody to open it, and meanwhile the tray should be there.
  await secrets.load();
  pushSettings();
  watch.start();
  void host.then((arrival) => {
    if (arrival === 'arrived') trayIcons.remake();
    if (arrival === 'unknown') log.info('a tray that comes later will not be noticed');
  });
  history.start();
  watchPower(powerMonitor, watch.engine);
  const hidden = options.hidden || isLoginStart(app, process.platform);
  const isAwaited = !hidden && (watchlist().accounts.length === 0 || !settings.current().startHidden);
  if (isAwaited) window.open({ page: 'terminals', terminal: null });
  log.info('started', { version: app.getVersion(), accounts: watchlist().accounts.length });

  async function applySettings(): Promise<void> {
    try {
      await demo.turn(settings.current().demo);
    } catch (error) {
      log.error('the demo store could not be started', { error });
    }
    const { appearance } = settings.current();
    nativeTheme.themeSource = appearance.theme;
    await language.speak();
    watch.reconfigure();
    notifications.reconfigure();
    history.reconfigure();
    updates.reconfigure();
    if (network.hasChanged()) checkAnew();
    else pushSettings();
  }

  function checkAnew(): void {
    for (const { id } of watchlist().accounts) watch.engine.expedite(id);
    pushSettings();
  }

  function pushSettings(): void {
    window.push('settings.changed', desk.view());
  }
}
