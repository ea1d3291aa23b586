import { existsSync, readFileSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fallbackExecutable, fallbackRuntime, fallbackSupported } from './fallback-runtime.mjs';
import { Refusal, run, say } from './process.mjs';
import { cacheFolder } from './registry.mjs';

const electronPackage = fileURLToPath(new URL('../node_modules/electron', import.meta.url));
/** Inside Electron's dist folder. */
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
const minutes = 60_000;

/**
 * The Electron to run this repository with: the one the environment names, else the official one of
 * package.json (downloaded if need be), else the fallback where there is one. Prints nothing on standard output.
 *
 * `ELECTRON_EXEC_PATH` and `ELECTRON_OVERRIDE_DIST_PATH` name one; `ELECTRON_RUNTIME=fallback` skips the official.
 * @returns {Promise<string>} absolute path of the executable
 * @throws {Refusal} where none can be had
 */
export async function electronRuntime() {
  const named = namedExecutable(process.env);
  if (named) return named;
  if (process.env.ELECTRON_RUNTIME !== 'fallback') {
    const official = officialExecutable() ?? (await downloadOfficial());
    if (official) return official;
  }
  if (!fallbackSupported) {
    throw new Refusal(
      'Electron could not be downloaded. With a network that reaches it: npx install-electron',
    );
  }
  return fallbackRuntime();
}

function namedExecutable({ ELECTRON_EXEC_PATH, ELECTRON_OVERRIDE_DIST_PATH }) {
  const named =
    ELECTRON_EXEC_PATH || (ELECTRON_OVERRIDE_DIST_PATH && join(ELECTRON_OVERRIDE_DIST_PATH, executableName));
  if (named && !existsSync(named)) throw new Refusal(`There is no Electron at ${named}.`);
  return named;
}

function officialExecutable() {
  try {
    const version = readFileSync(join(electronPackage, 'dist', 'version'), 'utf8').replace(/^v/, '');
    const wanted = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
    // Electron's installer writes this last: without it the unpacking was cut off.
    const name = readFileSync(join(electronPackage, 'path.txt'), 'utf8');
    const executable = join(electronPackage, 'dist', name);
    return version === wanted && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

async function downloadOfficial() {
  const attempt = join(cacheFolder(), 'official-attempt');
  // Where the download was impossible a moment ago, the fallback starts without waiting for it again.
  if (existsSync(fallbackExecutable()) && (await age(attempt)) < 60 * minutes) return undefined;
  say('Downloading Electron …');
  const reachable =
    process.env.https_proxy || process.env.HTTPS_PROXY || (await canConnect(downloadAddress()));
  const limit = reachable ? 15 * minutes : 20_000;
  const installer = join(electronPackage, 'install.js');
  await run(process.execPath, [installer], { timeout: limit, quiet: true });
  const executable = officialExecutable();
  if (executable) return executable;
  say('Electron’s own download is out of reach.');
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(attempt, '');
  return undefined;
}

async function age(file) {
  return stat(file).then(
    (found) => Date.now() - found.mtimeMs,
    () => Infinity,
  );
}

function downloadAddress() {
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror;
  const { hostname, port, protocol } = new URL(URL.canParse(mirror ?? '') ? mirror : 'https://github.com');
  return { host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) };
}

/** Cheap to ask: a network that swallows packets must not hold the start up for the time that a real download may take. */
function canConnect({ host, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5000 });
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
