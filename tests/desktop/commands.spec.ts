import { z } from 'zod';
import { executable, expect, root, test } from '../support/desktop-test.ts';
import { managedFile } from '../support/corner-shop.ts';
import { startProcess } from '../support/process.ts';

const printed = z.object({
  url: z.url(),
  key: z.string(),
  merchantAccount: z.string(),
  stores: z.array(z.object({ reference: z.string(), name: z.string() })),
});

test('the two commands of the README fit together: the simulator prints what a check needs, and both print nothing else', async ({
  profile,
}) => {
  const { DISPLAY: _display, XAUTHORITY: _authority, ...env } = profile.env;
  const simulator = await startProcess(
    process.execPath,
    [`${root}build/simulator.mjs`, '--scenario', 'none'],
    env,
  );
  await simulator.wrote(/^\{.*\}$/m);
  const { url, key, merchantAccount, stores } = printed.parse(JSON.parse(simulator.stdout()));

  const managed = await managedFile(profile, {
    accounts: [
      {
        id: 'demo-nl',
        environment: 'test',
        merchantAccount,
        endpoint: url,
        stores: stores.map(({ reference, name }) => ({ reference, name })),
      },
    ],
  });
  const check = await startProcess('npm', ['--prefix', root, 'start', '-s', '--', 'check', '--json'], {
    ...env,
    ...managed,
    ELECTRON_EXEC_PATH: executable(),
    TILLWATCH_API_KEY_DEMO_NL: key,
  });
  expect(await check.ended).toBe(0);
  expect(JSON.parse(check.stdout())).toMatchObject({
    state: 'connected',
    stores: stores.map(({ reference }) => ({ account: 'demo-nl', reference, state: 'connected' })),
  });
  expect(check.stderr()).not.toContain('Building');
  expect(check.stdout() + check.stderr()).not.toContain(key);
  await simulator.stop();
});
