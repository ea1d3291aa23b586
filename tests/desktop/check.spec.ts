import { z } from 'zod';
import { expect, test } from '../support/desktop-test.ts';
import { managedEnvironment, managedFile, store, till2, type CornerShop } from '../support/corner-shop.ts';
import type { Profile } from '../support/profile.ts';
import { tillwatch } from '../support/run-command.ts';

/** As a monitoring agent runs it: no display and no session bus. */
const check = (profile: Profile, args: string[], env: Record<string, string> = {}) =>
  tillwatch(profile, ['check', ...args], { env });

const report = z.strictObject({
  state: z.string(),
  checkedAt: z.iso.datetime().nullable(),
  stores: z.array(
    z.strictObject({
      account: z.string(),
      reference: z.string(),
      name: z.string(),
      state: z.string(),
      terminals: z.array(
        z.strictObject({
          poiid: z.string(),
          name: z.string(),
          state: z.string(),
          since: z.iso.datetime().nullable(),
        }),
      ),
      failure: z
        .strictObject({ kind: z.string(), message: z.string(), remedy: z.string(), detail: z.string() })
        .optional(),
    }),
  ),
});

const situations: { state: string; code: number; when: (shop: CornerShop) => void }[] = [
  { state: 'connected', code: 0, when: () => undefined },
  { state: 'attention', code: 1, when: ({ vendor }) => vendor.fault({ kind: 'unauthorized' }) },
  { state: 'disconnected', code: 2, when: ({ vendor }) => vendor.world.drop(till2.poiid) },
];

for (const { state, code, when } of situations) {
  test(`check --json prints one object and exits ${code} when the state is ${state}`, async ({
    profile,
    shop,
  }) => {
    when(shop);
    const answer = await check(profile, ['--json'], await managedEnvironment(shop, profile));
    expect(answer.code).toBe(code);
    const printed = report.parse(JSON.parse(answer.stdout));
    expect(printed.state).toBe(state);
    expect(printed.stores).toMatchObject([{ account: 'corner-shop', ...store, state }]);
    expect(answer.stdout + answer.stderr).not.toContain(shop.key);
  });
}

test('check without a configuration exits 3 and says what to do', async ({ profile }) => {
  const answer = await check(profile, ['--json']);
  expect(answer.code).toBe(3);
  expect(report.parse(JSON.parse(answer.stdout))).toMatchObject({ state: 'unknown', stores: [] });
  expect(answer.stderr).not.toBe('');
});

test('check without --json prints a line for every terminal', async ({ profile, shop }) => {
  shop.vendor.world.drop(till2.poiid);
  const answer = await check(profile, [], await managedEnvironment(shop, profile));
  expect(answer.code).toBe(2);
  expect(answer.stdout).toMatch(/Till 1.*connected/i);
  expect(answer.stdout).toMatch(/Till 2.*disconnected/i);
});

for (const { args, says } of [
  { args: ['--store', 'NO-SUCH'], says: store.reference },
  { args: ['--jsno'], says: '--jsno' },
]) {
  test(`check ${args.join(' ')} is a usage error: exit 3, nothing on standard output`, async ({
    profile,
    shop,
  }) => {
    const answer = await check(profile, args, await managedEnvironment(shop, profile));
    expect(answer.code).toBe(3);
    expect(answer.stdout).toBe('');
    expect(answer.stderr).toContain(says);
    expect(shop.vendor.requests()).toEqual([]);
  });
}

const nea = { id: 'x', environment: 'live', region: 'nea', merchantAccount: 'X', stores: [store] };

for (const { account, says } of [
  { account: { id: 'x' }, says: 'accounts[0]' },
  {
    account: { ...nea, source: 'connected-terminals' },
    says: 'In region nea only cloud-device can be asked.',
  },
]) {
  test(`check beside a wrong managed file exits 3 and says what is wrong: ${says}`, async ({ profile }) => {
    const answer = await check(profile, ['--json'], await managedFile(profile, { accounts: [account] }));
    expect(answer.code).toBe(3);
    expect(answer.stderr).toContain(says);
  });
}
