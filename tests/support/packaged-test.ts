// oxlint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures a function wants
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandbox } from './app.ts';
import { expect, root, test as desktopTest } from './desktop-test.ts';
import { startProcess, type RunningProcess } from './process.ts';

export { expect };

/** What `npm test -- packages` has made. */
export const made = {
  unpacked: join(root, 'out', 'package', 'linux-unpacked'),
  folder: join(root, 'out', 'package'),
};

interface Packaged {
  /** Starts it as a user does; nothing looks inside, there is no way to. Ended with the test. */
  start: (args?: string[], env?: Record<string, string>) => Promise<RunningProcess>;
}

/** The unpacked app, outside the repository: nothing that it lacks can be found in a folder above it. */
export const test = desktopTest.extend<Packaged, { place: string }>({
  place: [
    async ({}, provide) => {
      const folder = await mkdtemp(join(tmpdir(), 'tillwatch-packaged-'));
      await cp(made.unpacked, folder, { recursive: true });
      await provide(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  start: async ({ place, profile, bus }, provide) => {
    const running: RunningProcess[] = [];
    await provide(async (args = [], env = {}) => {
      const given = [...sandbox(), `--user-data-dir=${profile.userData}`, ...args];
      const app = await startProcess(join(place, 'tillwatch'), given, {
        ...profile.env,
        DBUS_SESSION_BUS_ADDRESS: bus.address,
        ...env,
      });
      running.push(app);
      return app;
    });
    for (const app of running) await app.kill();
  },
});
