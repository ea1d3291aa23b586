import { app, protocol } from 'electron';
import { parseArguments, type AppArguments, type ArgumentFault } from './cli/arguments.ts';
import { showFirstSight } from './first-sight.ts';
import { identify } from './platform/identity.ts';
import { hostNetworkService } from './platform/network-service.ts';
import { closeSwitches } from './platform/switches.ts';
import { harden } from './window/hardening.ts';
import { registerScheme } from './window/protocol.ts';

// Everything that must come before `ready` happens here, synchronously: Electron waits for that and no more.
const command = parseArguments(process.argv, process.defaultApp === true);
identify(app, process.platform);
if (app.isPackaged) closeSwitches(app.commandLine);
hostNetworkService(app.commandLine);
harden(app);
registerScheme(protocol);

switch (command.kind) {
  case 'app':
    runApp(command);
    break;
  case 'check':
    runCommand(async () => (await import('./cli/command.ts')).check(app, command));
    break;
  case 'validate-config':
    runCommand(async () => (await import('./cli/roll-out.ts')).validate(app, command));
    break;
  case 'set-key':
    runCommand(async () => (await import('./cli/roll-out.ts')).storeKey(app, command));
    break;
  case 'set-proxy-password':
    runCommand(async () => (await import('./cli/roll-out.ts')).storeProxyPassword(app));
    break;
  case 'wrong':
    runCommand(() => refuse(command.fault));
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
    .then(async () => {
      const firstSight = showFirstSight(app);
      const [{ layFoundation }, { startApp }] = await Promise.all([
        import('./foundation.ts'),
        import('./app.ts'),
      ]);
      await startApp(await layFoundation(app, { readOnly: false }), options, firstSight);
    })
    .catch(fail);
}

/** @param run gives the exit code; after `ready`, since to exit shortly before it crashes (Electron 33.2.1) */
function runCommand(run: () => Promise<number>): void {
  // No display is needed and none is touched. Set from here this is the only switch for it that takes effect:
  // `ozone-platform` comes too late (tried on Electron 33.2.1).
  app.commandLine.appendSwitch('headless');
  app.disableHardwareAcceleration();
  // Standard error is for people here; what Chromium misses without a desktop says nothing to them.
  app.commandLine.appendSwitch('log-level', '3');
  app
    .whenReady()
    .then(run)
    .then((code) => app.exit(code), fail);
}

async function refuse({ code, argument }: ArgumentFault): Promise<number> {
  const [{ systemWords }, { redact }] = await Promise.all([
    import('./platform/language.ts'),
    import('./platform/redaction.ts'),
  ]);
  const words = await systemWords(app.getPreferredSystemLanguages());
  // Somebody may have typed a key where none belongs.
  process.stderr.write(
    `${words(`cli:${code}`, { argument: redact(argument, []) })}\n${words('cli:usage')}\n`,
  );
  return 3;
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(3);
}
