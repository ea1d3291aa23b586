import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Stands in for Electron's own default app, which the fallback runtime does not bring:
// `electron [switches] FOLDER [arguments]` runs the app in FOLDER. As in the original, `process.argv`
// stays untouched and `process.defaultApp` says that the app's own arguments begin after the folder.
const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron FOLDER [arguments]\n');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const appPath = resolve(folder);
const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
const name = manifest.productName ?? manifest.name;
app.setName(name);
app.setVersion(manifest.version);
app.setAppPath(appPath);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), name));
app.setDesktopName(manifest.desktopName ?? `${name}.desktop`);

// Awaited, so that Electron holds `ready` back until the app's module has run, as it does for a packaged app.
await import(pathToFileURL(join(appPath, manifest.main ?? 'index.js')).href);
