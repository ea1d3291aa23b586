import { expect, test } from 'vitest';
import type { AccountView } from '../../../preload/contract.ts';
import { accountDraft, accountValues, fieldOf, rebased } from '../../../renderer/settings/account-draft.ts';

test('the draft that is sent never holds the key', () => {
  const values = { ...accountValues(null), merchantAccount: 'ExampleMerchant', key: 'AQE-secret' };
  const draft = accountDraft(values, 'main');
  expect(draft).toMatchObject({ id: 'main', merchantAccount: 'ExampleMerchant' });
  expect(JSON.stringify(draft)).not.toContain('secret');
});

test('an account is opened without its key', () => {
  const account: AccountView = {
    id: 'main',
    origin: 'settings',
    environment: 'test',
    region: 'au',
    merchantAccount: 'ExampleMerchant',
    endpoint: '',
    host: 'terminal-api-test.adyen.com',
    source: 'cloud-device',
    inUse: { use: 'cloud-device', why: 'chosen' },
    stores: [{ reference: 'UTR-01', name: 'Utrecht Centraal', id: 'ST1' }],
    key: 'keychain',
  };
  expect(accountValues(account)).toEqual({
    environment: 'test',
    region: 'au',
    merchantAccount: 'ExampleMerchant',
    endpoint: '',
    source: 'cloud-device',
    stores: account.stores,
    key: '',
  });
});

test.each([
  { field: 'merchantAccount', stores: 1, shown: 'merchantAccount' },
  { field: 'endpoint', stores: 1, shown: 'endpoint' },
  { field: 'source', stores: 1, shown: 'source' },
  { field: 'key', stores: 1, shown: 'key' },
  { field: 'stores.1.reference', stores: 2, shown: 'stores.1.reference' },
  { field: 'stores.0.name', stores: 1, shown: 'stores.0.name' },
  { field: 'stores.2.id', stores: 3, shown: 'stores.2.id' },
  { field: 'stores.0.reference', stores: 0, shown: 'root.stores' },
  { field: 'stores', stores: 1, shown: 'root.stores' },
  { field: 'id', stores: 1, shown: null },
  { field: '', stores: 1, shown: null },
])('an error of $field with $stores lines is shown at $shown', ({ field, stores, shown }) => {
  expect(fieldOf(field, stores)).toBe(shown);
});

const utrecht = { reference: 'UTR-01', name: 'Utrecht', id: '' };
const amsterdam = { reference: 'AMS-01', name: 'Amsterdam', id: '' };
const rotterdam = { reference: 'RTM-01', name: 'Rotterdam', id: '' };
const empty = { reference: '', name: '', id: '' };
const base = { ...accountValues(null), merchantAccount: 'Shop', stores: [utrecht, amsterdam] };
const named = { ...utrecht, name: 'Utrecht CS' };

test.each([
  {
    how: 'takes over what nobody has touched',
    typed: {},
    next: { region: 'au' as const, stores: [named, amsterdam, rotterdam] },
    shown: { region: 'au', stores: [named, amsterdam, rotterdam] },
  },
  {
    how: 'keeps what was typed, beside what is new',
    typed: { region: 'us' as const, endpoint: 'no address', stores: [named, amsterdam, empty] },
    next: { region: 'au' as const, source: 'cloud-device' as const, stores: [utrecht, amsterdam, rotterdam] },
    shown: {
      region: 'us',
      endpoint: 'no address',
      source: 'cloud-device',
      stores: [named, amsterdam, empty, rotterdam],
    },
  },
  {
    how: 'lets a store go that is gone, unless it was touched',
    typed: { stores: [named, amsterdam] },
    next: { stores: [] },
    shown: { stores: [named] },
  },
  {
    how: 'does not bring back a store that was taken out',
    typed: { stores: [utrecht] },
    next: { region: 'au' as const },
    shown: { region: 'au', stores: [utrecht] },
  },
  {
    how: 'leaves alone what was saved from it',
    typed: { stores: [{ ...named, reference: ' UTR-01 ' }, rotterdam, empty] },
    next: { stores: [named, rotterdam] },
    shown: { stores: [{ ...named, reference: ' UTR-01 ' }, rotterdam, empty] },
  },
])('an account that has changed elsewhere $how', ({ typed, next, shown }) => {
  expect(rebased({ ...base, key: 'typed', ...typed }, base, { ...base, ...next })).toEqual({
    ...base,
    key: 'typed',
    ...shown,
  });
});
