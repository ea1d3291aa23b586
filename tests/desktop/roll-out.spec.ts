import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, root, test } from '../support/desktop-test.ts';
import { filesThatHold } from '../support/files.ts';
import { startKeychain } from '../support/keychain.ts';
import { tillwatch } from '../support/run-command.ts';

test('a key that is set from outside counts at once where Tillwatch runs, and at its next start where it does not', async ({
  bus,
  launch,
  profile,
  shop,
  tray,
}) => {
  const keychain = await startKeychain(profile, bus.address);
  const { TILLWATCH_API_KEY: key = '', ...env } = await managedEnvironment(shop, profile);
  const set = (input: string) =>
    tillwatch(profile, ['set-key', '--account', 'corner-shop'], { bus: bus.address, input });

  const app = await launch({ args: ['--hidden'], env });
  const item = await tray();
  await item.shows('attention');
  const answer = await set(`${key}\n`);
  expect([answer.code, answer.stdout]).toEqual([0, '']);
  expect(answer.stderr).toContain('The key of corner-shop is stored');
  await item.shows('connected');
  expect(app.pages(), 'no window is opened for it').toEqual([]);
  await app.quit();

  expect((await set('AQEother')).code).toBe(0);
  await launch({ args: ['--hidden'], env });
  await (await tray()).shows('attention');
  expect(answer.stderr + app.output()).not.toContain(key);
  expect(await filesThatHold(profile.folder, key)).toEqual([]);
  await keychain.stop();
});

test('without a keychain no key is kept, and that is said', async ({ bus, profile }) => {
  const answer = await tillwatch(profile, ['set-key', '--account', 'nl'], {
    bus: bus.address,
    input: 'AQEyhmfxK4rIaxdEw0m',
  });
  expect([answer.code, answer.stdout]).toEqual([1, '']);
  expect(answer.stderr).toContain('no safe place');
  expect(await filesThatHold(profile.folder, 'AQEyhmfxK4rIaxdEw0m')).toEqual([]);

  const typed = await tillwatch(profile, ['set-key', 'AQEyhmfxK4rIaxdEw0m/n3Q5qf3V']);
  expect(typed.code).toBe(3);
  expect(typed.stderr).toContain('was not expected here');
  expect(typed.stderr).not.toContain('AQEyhmfxK4rIaxdEw0m');
});

test('a managed configuration is looked over from the command line', async ({ profile }) => {
  const good = await tillwatch(profile, ['--validate-config', `${root}build/roll-out/managed.json`]);
  expect([good.code, good.stdout.trim().split('\n').length]).toEqual([0, 1]);
  const wrong = await tillwatch(profile, [`--validate-config=${root}package.json`]);
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain('accounts: This is missing.');
});
