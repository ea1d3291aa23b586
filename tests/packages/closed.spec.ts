import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, test } from '../support/packaged-test.ts';
import { startProcess } from '../support/process.ts';

/** Of the sockets that listen on this PC, how many belong to a process of the package. */
async function listening(env: Record<string, string>): Promise<string> {
  const tool = await startProcess('ss', ['-Hltnp'], env);
  expect(await tool.ended).toBe(0);
  return tool
    .stdout()
    .split('\n')
    .filter((line) => line.includes('"tillwatch"'))
    .join('\n');
}

test('nobody looks into a package: no port for a debugger is opened, whatever it is started with', async ({
  start,
  profile,
  shop,
  tray,
}) => {
  const env = { ...(await managedEnvironment(shop, profile)), NODE_OPTIONS: '--inspect=0' };
  const app = await start(
    [
      '--hidden',
      '--remote-debugging-port=0',
      '--remote-debugging-address=0.0.0.0',
      '--remote-allow-origins=*',
      '--inspect=0',
      '--inspect-brk=0',
    ],
    env,
  );
  await (await tray()).shows('connected');
  expect(app.stdout() + app.stderr()).not.toMatch(/listening on ws:/);
  expect(await listening(profile.env)).toBe('');
  await expect(readFile(join(profile.userData, 'DevToolsActivePort'))).rejects.toThrow('ENOENT');
});

test('a package runs nothing else under its name', async ({ start, profile, shop, tray }) => {
  const mark = join(profile.folder, 'mark');
  const script = join(profile.folder, 'launcher.sh');
  await writeFile(script, `#!/bin/sh\necho ran >> ${mark}\nexec "$@"\n`);
  await chmod(script, 0o755);
  const switches = ['gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'browser-subprocess-path'];
  await start(
    ['--no-zygote', ...switches.map((name) => `--${name}=${script}`)],
    await managedEnvironment(shop, profile),
  );
  // The window is there, and with it every kind of process.
  await (await tray()).shows('connected');
  await expect(readFile(mark)).rejects.toThrow('ENOENT');
});
