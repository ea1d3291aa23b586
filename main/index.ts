import { app, protocol } from 'electron';
import { createSpeech } from '../assets/locales/index.ts';
import { startApp } from './app.ts';
import { parseArguments, type AppArguments, type CheckArguments } from './cli/arguments.ts';
import { check } from './cli/command.ts';
import { layFoundation } from './foundation.ts';
import { harden } from './window/hardening.ts';
import { registerScheme } from './window/protocol.ts';

// Everything that must come before `ready` happens here, synchronously: Electron waits for that and no more.
const command = parseArguments(process.argv, process.defaultApp === true);
harden(app);
registerScheme(protocol);

switch (command.kind) {
  case 'app':
    runApp(command);
    break;
  case 'check':
    runCommand(command);
    break;
  case 'wrong': {
    const { words } = createSpeech();
    const { code, argument } = command.fault;
    process.stderr.write(`${words(`cli:${code}`, { argument })}\n${words('cli:usage')}\n`);
    app.exit(3);
  }
}

function runApp(options: AppArguments): void {
  // Before anything is written. A second launch only shows the window of the first, which is also the way in on
  // a desktop without a tray.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app
    .whenReady()
    .then(() => layFoundation(app, { readOnly: false }))
    .then((foundation) => startApp(foundation, options))
    .catch(fail);
}

function runCommand(options: CheckArguments): void {
  // No display is needed and none is touched. Set from here this is the only switch for it that takes effect:
  // `ozone-platform` comes too late (tried on Electron 33.2.1).
  app.commandLine.appendSwitch('headless');
  app.disableHardwareAcceleration();
  // Standard error is for people here; what Chromium misses without a desktop says nothing to them.
  app.commandLine.appendSwitch('log-level', '3');
  app
    .whenReady()
    .then(() => check(app, options))
    .then((code) => app.exit(code), fail);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(3);
}
