import { compile } from './compile.mjs';
import { runElectron } from './electron-process.mjs';
import { main } from './process.mjs';
import { setup } from './setup.mjs';

// npm start [-- arguments]: the app from this clone. Standard output is the app's alone.
//
// `check` needs no display: main/index.ts sets Chromium's `headless` switch while it is imported, before
// `ready`. Measured with Electron 33.2.1 and no DISPLAY: set from main, `headless` works (`ready` fires, the
// system's keychain and proxy settings are found), `ozone-platform` comes too late (crash), and on the command
// line both work. So the packaged app needs no wrapper either.

await main(async () => {
  const electron = await setup();
  await compile();
  return runElectron(electron, process.argv.slice(2));
});
