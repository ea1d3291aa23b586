import { describe, expect, it } from 'vitest';
import { removeAccount, saveAccount, type AccountDraft } from '../../../main/settings/edit-account.ts';
import type { Settings } from '../../../main/settings/schema.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeAccount as makeWatched, makeStore } from '../monitor/make.ts';
import { makeAccount, makeManaged, makeSettings, makeTerminal } from './make.ts';

const settings = makeSettings();
const managed = makeManaged({
  accounts: [
    makeWatched([makeStore('HQ')], {
      id: 'set',
      merchantAccount: 'SetNL',
      environment: 'live',
      origin: 'managed',
    }),
  ],
});

/** A store as it is typed. */
function makeRow(reference: string, name = '', id = '') {
  return { reference, name, id };
}

function makeDraft(draft: Partial<AccountDraft> = {}): AccountDraft {
  return {
    id: null,
    environment: 'live',
    region: 'us',
    merchantAccount: 'ShopUS',
    endpoint: '',
    source: 'auto',
    stores: [makeRow('NYC-01', 'New York')],
    ...draft,
  };
}

function save(draft: Partial<AccountDraft>, before: Settings = settings) {
  return saveAccount(before, buildWatchlist(before, managed, null).accounts, makeDraft(draft), checkEndpoint);
}

/** The account as it was saved. */
function saved(draft: Partial<AccountDraft>, before: Settings = settings) {
  const edit = save(draft, before);
  return edit.ok ? edit.settings.accounts.find(({ id }) => id === edit.value.id) : edit.error;
}

describe('a new account', () => {
  it('is added behind the others', () => {
    expect(save({})).toEqual({
      ok: true,
      value: { id: 'ShopUS' },
      settings: {
        ...settings,
        accounts: [
          makeAccount(),
          {
            id: 'ShopUS',
            environment: 'live',
            region: 'us',
            merchantAccount: 'ShopUS',
            endpoint: null,
            source: 'auto',
            stores: [{ reference: 'NYC-01', name: 'New York', id: '' }],
          },
        ],
      },
    });
  });

  it('has the source that was chosen, and the IDs of its stores', () => {
    const stores = [makeRow('UTR-01', 'Utrecht', ' ST1\u200B'), makeRow('AMS-01', 'Amsterdam')];
    expect(saved({ source: 'cloud-device', stores })).toMatchObject({
      source: 'cloud-device',
      stores: [
        { reference: 'UTR-01', id: 'ST1' },
        { reference: 'AMS-01', id: '' },
      ],
    });
  });

  it.each([
    ['found out', { source: 'auto' }],
    ['the only one there is', { source: 'cloud-device' }],
    ['at a host that is named', { source: 'connected-terminals', endpoint: 'http://127.0.0.1:1' }],
  ] as const)('may be in north-east Asia where its source is %s', (_, draft) => {
    expect(saved({ region: 'nea', ...draft })).toMatchObject({ region: 'nea', source: draft.source });
  });

  it.each([
    ['ShopUS', 'ShopUS'],
    ['Shop & Söhne GmbH', 'Shop-So-hne-GmbH'],
    ['NL', 'NL-2'],
    ['SET', 'SET-2'],
    ['店', 'account'],
    ['-_-', 'account'],
    ['x'.repeat(200), 'x'.repeat(50)],
  ])('has an ID that a variable can have, and nobody else has: %s', (merchantAccount, id) => {
    expect(saved({ merchantAccount })).toMatchObject({ id, merchantAccount });
  });

  it('is tidied of what a paste brings along', () => {
    const stores = [
      makeRow(' NYC-01\u200B', 'New\n York '),
      makeRow('', '  ', ' '),
      makeRow('BOS-01'),
      makeRow('ANK-01', 'نمی\u200Cدانم 👩\u200D🍳'),
    ];
    expect(saved({ merchantAccount: '\uFEFF ShopUS ', endpoint: ' ', stores })).toMatchObject({
      merchantAccount: 'ShopUS',
      endpoint: null,
      stores: [
        { reference: 'NYC-01', name: 'New York' },
        { reference: 'BOS-01', name: 'BOS-01' },
        { reference: 'ANK-01', name: 'نمی\u200Cدانم 👩\u200D🍳' },
      ],
    });
  });

  it('may have another endpoint', () => {
    expect(saved({ endpoint: 'http://127.0.0.1:8080/ ' })).toMatchObject({
      endpoint: 'http://127.0.0.1:8080',
    });
  });

  it('takes thousands of stores', () => {
    const stores = Array.from({ length: 5000 }, (_, at) => makeRow(`S-${at}`));
    expect(saved({ stores })).toMatchObject({ stores: { length: 5000 } });
  });
});

describe('an account that cannot be saved', () => {
  const store = makeRow;
  const long = 'x'.repeat(201);

  it.each([
    ['no merchant account', { merchantAccount: ' ' }, 'required', 'merchantAccount'],
    ['a merchant account without end', { merchantAccount: long }, 'out-of-range', 'merchantAccount'],
    ['no store', { stores: [] }, 'required', 'stores.0.reference'],
    ['empty rows only', { stores: [store(''), store(' ')] }, 'required', 'stores.0.reference'],
    ['a name without reference', { stores: [store('A'), store('', 'B')] }, 'required', 'stores.1.reference'],
    ['a reference without end', { stores: [store('A'), store(long)] }, 'out-of-range', 'stores.1.reference'],
    ['a name without end', { stores: [store('A', long)] }, 'out-of-range', 'stores.0.name'],
    [
      'a store twice',
      { stores: [store('A'), store(''), store(' A\u200B')] },
      'duplicate-store',
      'stores.2.reference',
    ],
    [
      'an ID without a store',
      { stores: [store('A'), store('', '', 'ST1')] },
      'required',
      'stores.1.reference',
    ],
    ['an ID without end', { stores: [store('A', '', long)] }, 'out-of-range', 'stores.0.id'],
    [
      'one ID of two stores',
      { stores: [store('A', '', 'ST1'), store(''), store('B', '', 'ST1 ')] },
      'duplicate-store-id',
      'stores.2.id',
    ],
    [
      'the source that its region does not have',
      { region: 'nea', source: 'connected-terminals' },
      'source-not-in-region',
      'source',
    ],
    ['an endpoint elsewhere', { endpoint: 'https://evil.example' }, 'endpoint-not-allowed', 'endpoint'],
    ['an endpoint that is none', { endpoint: 'adyen' }, 'endpoint-not-allowed', 'endpoint'],
    [
      'one that is there',
      { merchantAccount: 'ShopNL', region: 'eu' },
      'duplicate-account',
      'merchantAccount',
    ],
    [
      'one that is managed',
      { merchantAccount: 'SetNL', region: 'eu' },
      'duplicate-account',
      'merchantAccount',
    ],
    ['one that is gone', { id: 'gone' }, 'not-found', 'id'],
    ['a managed one', { id: 'set' }, 'managed', ''],
  ] as const)('is told by its field: %s', (_, draft, code, field) => {
    expect(
      save({ ...draft, stores: [...('stores' in draft ? draft.stores : makeDraft().stores)] }),
    ).toMatchObject({
      ok: false,
      error: { code, field },
    });
  });

  it.each([
    ['https://evil.example', 'host-not-allowed'],
    ['http://terminal-api-test.adyen.com', 'not-https'],
    ['adyen', 'not-a-url'],
  ])('says what is wrong with its endpoint: %s', (endpoint, context) => {
    expect(save({ endpoint })).toMatchObject({ error: { params: { endpoint, context } } });
  });

  it.each([
    ['another region', { merchantAccount: 'ShopNL', region: 'us' }],
    ['another environment', { merchantAccount: 'ShopNL', region: 'eu', environment: 'test' }],
    ['another endpoint', { merchantAccount: 'ShopNL', region: 'eu', endpoint: 'http://127.0.0.1:1' }],
  ] as const)('is not the same merchant account in %s', (_, draft) => {
    expect(save(draft).ok).toBe(true);
  });

  it('is the same merchant account in test, whatever its region', () => {
    const before = makeSettings({ accounts: [makeAccount({ environment: 'test' })] });
    expect(save({ merchantAccount: 'ShopNL', environment: 'test', region: 'au' }, before)).toMatchObject({
      error: { code: 'duplicate-account' },
    });
  });
});

describe('an account that is there', () => {
  const before = makeSettings({
    accounts: [makeAccount(), makeAccount({ id: 'us', merchantAccount: 'ShopUS' })],
  });

  it('is changed in its place and keeps its ID', () => {
    const edit = save({ id: 'nl', merchantAccount: 'ShopBE' }, before);
    expect(edit).toMatchObject({
      ok: true,
      value: { id: 'nl' },
      settings: { accounts: [{ id: 'nl', merchantAccount: 'ShopBE' }, { id: 'us' }] },
    });
  });

  it('may be saved as it is', () => {
    const { id, environment, region, merchantAccount, stores } = makeAccount();
    expect(save({ id, environment, region, merchantAccount, stores }, before)).toMatchObject({
      ok: true,
      settings: before,
    });
  });

  it('keeps what was said of terminals, also of a store that is taken out', () => {
    const edit = save({ id: 'nl', stores: [makeRow('AMS-01')] }, before);
    expect(edit).toMatchObject({ ok: true, settings: { terminals: [makeTerminal()] } });
  });

  it('goes with what was said of its terminals', () => {
    const terminals = [makeTerminal(), makeTerminal({ account: 'us' })];
    const accounts = buildWatchlist(before, managed, null).accounts;
    expect(removeAccount({ ...before, terminals }, accounts, 'nl')).toEqual({
      ok: true,
      value: null,
      settings: { ...before, accounts: [before.accounts[1]], terminals: [terminals[1]] },
    });
  });

  it.each([
    ['gone', 'not-found'],
    ['set', 'managed'],
  ])('cannot be removed: %s is %s', (id, code) => {
    const accounts = buildWatchlist(before, managed, null).accounts;
    expect(removeAccount(before, accounts, id)).toMatchObject({ ok: false, error: { code } });
  });
});
