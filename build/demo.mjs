import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from './compile.mjs';
import { runElectron } from './electron-process.mjs';
import { main, say } from './process.mjs';
import { root } from './root.mjs';
import { setup } from './setup.mjs';

// npm run demo: the app on the demo store, until it is quit. Where there is no display it gets a desktop of its
// own, plays for about a minute, says what happens, saves screenshots under out/demo and ends.

const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);

await main(async () => {
  const packages = hasDisplay ? ['runtime'] : ['runtime', 'session', 'desktop'];
  const electron = await setup({ packages });
  await compile();
  // A profile of its own: somebody's real stores stay as they are.
  const profile = join(root, 'out', 'demo', 'profile');
  return hasDisplay ? runElectron(electron, ['--demo', `--user-data-dir=${profile}`]) : playAlone(electron);
});

async function playAlone(executable) {
  // The play is TypeScript, shared with the tests; Vite is what can load it here.
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('./build/demo/play.ts', { root, configFile: false });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop.abort());
  // Stopped in the middle of a step, the play cannot put away what that step had begun.
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'tillwatch-demo-'));
  process.once('exit', () => rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 5 }));
  const print = (line) => process.stdout.write(`${line}\n`);
  try {
    await module.play({ executable, root, say: print, signal: stop.signal });
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    say(`The demo failed. ${error.message}`);
    return 1;
  }
}
