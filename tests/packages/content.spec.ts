import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { fuseStates } from '../../build/packaging/fuses.ts';
import { expect, made, test } from '../support/packaged-test.ts';

const resources = join(made.unpacked, 'resources');

/** Whatever else turns up in a package has to be argued for here. */
const allowed = [
  /^\/package\.json$/,
  /^\/out\/app\/main\/index\.js$/,
  // The thread that records what happens.
  /^\/out\/app\/main\/history\.js$/,
  /^\/out\/app\/main\/chunks\/[\w-]+\.js$/,
  /^\/out\/app\/preload\/index\.cjs$/,
  /^\/out\/app\/renderer\/index\.html$/,
  /^\/out\/app\/renderer\/assets\/[\w-]+\.(js|css)$/,
  /^\/out\/app\/assets\/icons\/app-(64|256)\.png$/,
  /^\/out\/app\/assets\/icons\/tray\/[a-z]+(-\w+)?-(16|22|24|32|48|64)\.png$/,
];

test('the archive holds the bundles and the icons of this system, and nothing else', () => {
  const listed = listPackage(join(resources, 'app.asar'), { isPack: false });
  const files = listed.filter((path) => !listed.some((other) => other.startsWith(`${path}/`)));
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(files).toContain('/out/app/main/index.js');
});

test('beside Electron lie the archive, where updates come from, and how it was installed', async () => {
  expect((await readdir(resources)).toSorted()).toEqual([
    'app-update.yml',
    'app.asar',
    'apparmor-profile',
    'package-type',
  ]);
});

test('the code of the application is small: 25 MB at most', async () => {
  const sizes = await Promise.all(
    (await readdir(resources)).map(async (name) => (await stat(join(resources, name))).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25_000_000);
});

test('every fuse is set: nothing but our archive runs, and nobody looks inside', async () => {
  const wire = await getCurrentFuseWire(join(made.unpacked, 'tillwatch'));
  const states = fuseStates({ ...wire });
  expect(states).toMatchObject({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
  expect(Object.keys(states)).toHaveLength(Object.keys(wire).length - 1);
});

test('it is no Node: neither as one, nor with its options', async ({ start, profile }) => {
  const script = join(profile.folder, 'script.cjs');
  await writeFile(script, 'process.stdout.write("I ran"); process.exit(42);');
  const asNode = await start([script], { ELECTRON_RUN_AS_NODE: '1' });
  expect([await asNode.ended, asNode.stdout()]).toEqual([3, '']);
  const required = await start(['no-such-command'], { NODE_OPTIONS: `--require ${script}` });
  expect([await required.ended, required.stdout()]).toEqual([3, '']);
});
