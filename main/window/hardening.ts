import type { App, Session, WebContents } from 'electron';
import { origin } from './protocol.ts';

/** Closes every window to the outside, also those that somebody forgets about later. */
export function harden(app: App): void {
  // As root on Linux Chromium runs without its sandbox or not at all; only containers of developers do that,
  // and to ask for it all the same would make every child process crash.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => close(contents));
  app.on('session-created', closeSession);
}

function close(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Peers pass by policy and filter: without UDP they have to go through the proxy, which is none.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Nothing listens there, and it counts for this PC as well, which Chromium would else leave out. */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: '127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

function closeSession(session: Session): void {
  void session.setProxy(nowhere);
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The page talks to main alone; its Content-Security-Policy says so, and this holds where that does not.
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !url.startsWith(`${origin}/`) && !url.startsWith('devtools://') });
  });
}
