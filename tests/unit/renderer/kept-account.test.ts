import { expect, test } from 'vitest';
import { accountValues } from '../../../renderer/settings/account-draft.ts';
import { readKeptAccount, withoutKey } from '../../../renderer/settings/kept-account.ts';

const values = withoutKey({ ...accountValues(null), merchantAccount: 'Shop', key: 'AQE-secret' });
const kept = { base: values, typed: { ...values, merchantAccount: '' } };

test('what was typed and not saved comes back as it was kept, never with a key', () => {
  expect(JSON.stringify(kept)).not.toContain('secret');
  expect(readKeptAccount(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test.each([
  null,
  'typed',
  { typed: values },
  { base: values, typed: { ...values, region: 7 } },
  { base: values, typed: { ...values, stores: [{ reference: 'UTR-01' }] } },
])('what makes no sense is not kept: %j', (value) => {
  expect(readKeptAccount(value)).toBeNull();
});
