import type { BrowserWindow, BrowserWindowConstructorOptions, WebFrameMain } from 'electron';
import type { PushChannel } from '../../preload/channels.ts';
import type { Navigation, Push } from '../../preload/contract.ts';
import type { Log } from '../platform/log.ts';
import { origin } from './protocol.ts';
import { shouldReopen } from './reopen.ts';

export interface WindowDeps {
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  preload: string;
  icon: string;
  title: string;
  /** Makes the page's files reachable. */
  serve: () => void;
  /** Nobody looks at the page any more. */
  onClosed: () => void;
  /** Monotonic; ms. */
  now: () => number;
  log: Log;
}

export interface MainWindow {
  /** Opens it, or brings the open one to the front, at the given place. */
  open(navigation: Navigation): void;
  /** Reaches the page if there is one. */
  push<C extends PushChannel>(channel: C, payload: Push<C>): void;
  /** Where the page should be: for a page that has just loaded. */
  navigation(): Navigation;
  /** Whether this frame is the page of our window: its main frame, at our own address. */
  owns(frame: WebFrameMain | null): boolean;
}

/** Made when opened and destroyed when closed: a window that waits hidden costs more memory than all the rest. */
export function createMainWindow(deps: WindowDeps): MainWindow {
  let window: BrowserWindow | null = null;
  let navigation: Navigation = { page: 'terminals', terminal: null };
  let reopenedAt: number | null = null;
  let served = false;

  function create(): BrowserWindow {
    // Not before somebody looks: Chromium's network process holds 4 MB more from then on.
    if (!served) deps.serve();
    served = true;
    const created = new deps.Window({
      width: 1220,
      height: 680,
      minWidth: 720,
      minHeight: 480,
      title: deps.title,
      icon: deps.icon,
      show: false,
      autoHideMenuBar: true,
      webPreferences: {
        preload: deps.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    });
    // Closing one window and opening the next may overlap: the old one must not clear the new reference.
    created.on('closed', () => {
      if (window !== created) return;
      window = null;
      deps.onClosed();
    });
    created.webContents.on('render-process-gone', (_event, details) => {
      deps.log.error('the window has crashed', { reason: details.reason, exitCode: details.exitCode });
      created.destroy();
      if (!shouldReopen(details, reopenedAt, deps.now())) return;
      reopenedAt = deps.now();
      window = create();
    });
    created.once('ready-to-show', () => created.show());
    created.removeMenu();
    void created.loadURL(`${origin}/index.html`);
    return created;
  }

  return {
    open(next) {
      navigation = next;
      if (!window) {
        window = create();
        return;
      }
      window.webContents.send('window.navigate' satisfies PushChannel, next);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    push(channel, payload) {
      window?.webContents.send(channel, payload);
    },
    navigation: () => navigation,
    owns: (frame) =>
      frame !== null && frame === window?.webContents.mainFrame && frame.url.startsWith(`${origin}/`),
  };
}
