import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exclusively } from './lock.mjs';
import { Refusal, run, say } from './process.mjs';
import { root } from './root.mjs';

const sources = ['main', 'preload', 'renderer', 'assets'];
const configuration = [
  'build/electron.vite.config.ts',
  'build/compile.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const stamp = join(root, 'out', '.stamp');
const app = join(root, 'out', 'app');

/** Builds the app into out/app unless that was built from exactly these sources. Safe to run many times at once. */
export async function compile() {
  const wanted = await fingerprint();
  if ((await built()) === wanted) return;
  await exclusively(root, async () => {
    if ((await built()) !== wanted) await build(wanted);
  });
}

/** Content, not times: a fresh clone, a switch of branch and back, and a restored file all tell the truth. */
async function fingerprint() {
  const listed = await Promise.all(
    sources.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  const files = listed.flat().filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  const hash = createHash('sha256');
  for (const path of [...configuration.map((file) => join(root, file)), ...paths]) {
    const content = await readFile(path);
    hash.update(`${path.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function built() {
  return readFile(stamp, 'utf8').catch(() => '');
}

/** Into a folder of its own first: a failed build leaves the last good one alone. */
async function build(wanted) {
  say('Building …');
  const fresh = join(root, 'out', '.building');
  await rm(fresh, { recursive: true, force: true });
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const config = join('build', 'electron.vite.config.ts');
  const args = [electronVite, 'build', '--config', config, '--outDir', fresh, '--logLevel', 'warn'];
  if ((await run(process.execPath, args, { cwd: root })) !== 0) throw new Refusal('The build failed.');
  await cp(join(root, 'assets', 'icons'), join(fresh, 'assets', 'icons'), {
    recursive: true,
    filter: (path) => !path.endsWith('.svg'),
  });
  await rm(stamp, { force: true });
  await rm(app, { recursive: true, force: true });
  await mkdir(join(root, 'out'), { recursive: true });
  await rename(fresh, app);
  await writeFile(stamp, wanted);
}
