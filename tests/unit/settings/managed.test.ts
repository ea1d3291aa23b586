import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { managedPlace, readManaged, succeed } from '../../../main/settings/managed.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';

const { words } = createSpeech();
const named = '/srv/tillwatch.json';

interface Place {
  env?: Record<string, string>;
  platform?: NodeJS.Platform;
}

/** @param files by path; an error is thrown */
function readFrom(files: Record<string, string | Error>, { env = {}, platform = 'linux' }: Place = {}) {
  return readManaged({
    place: managedPlace(env, platform),
    words,
    checkEndpoint,
    readFile(path) {
      const content = files[path] ?? Object.assign(new Error('no such file'), { code: 'ENOENT' });
      if (typeof content === 'string') return content;
      throw content;
    },
  });
}

function read(content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readFrom({ [named]: text }, { env: { TILLWATCH_MANAGED_CONFIG: named } });
}

const store = { reference: 'UTR-01', name: 'Utrecht' };
const terminal = { poiid: 'V400m-324688179', name: 'Till 1' };

function makeEntry(fields: object = {}) {
  return {
    id: 'nl',
    environment: 'live',
    region: 'eu',
    merchantAccount: 'ShopNL',
    stores: [store],
    ...fields,
  };
}

function makeFile(...accounts: object[]) {
  return { accounts };
}

function makeStores(...stores: object[]) {
  return makeFile(makeEntry({ stores }));
}

function makeTerminals(...terminals: object[]) {
  return makeStores({ ...store, terminals });
}

describe('where the managed configuration is', () => {
  const content = JSON.stringify(makeFile());

  it.each([
    ['linux', {}, '/etc/tillwatch/managed.json'],
    ['darwin', {}, '/Library/Application Support/Tillwatch/managed.json'],
    ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\Tillwatch\\managed.json'],
    ['win32', {}, 'C:\\ProgramData\\Tillwatch\\managed.json'],
    ['linux', { TILLWATCH_MANAGED_CONFIG: '' }, '/etc/tillwatch/managed.json'],
    ['linux', { TILLWATCH_MANAGED_CONFIG: named }, named],
  ] as const)('on %s with %j: %s', (platform, env, file) => {
    expect(readFrom({ [file]: content }, { platform, env })).toMatchObject({ state: 'ok', file });
  });

  it('may be nowhere', () => {
    expect(readFrom({})).toEqual({ state: 'none' });
  });

  it('may not be nowhere once somebody named it', () => {
    expect(readFrom({}, { env: { TILLWATCH_MANAGED_CONFIG: named } })).toEqual({
      state: 'refused',
      file: named,
      path: '',
      problem: 'The file is not there.',
    });
  });

  it.each(['EACCES', 'EISDIR'])('is said where it cannot be read: %s', (code) => {
    const error = Object.assign(new Error('refused'), { code });
    expect(readFrom({ '/etc/tillwatch/managed.json': error })).toMatchObject({
      state: 'refused',
      path: '',
      problem: `The file could not be read (${code}).`,
    });
  });
});

describe('a managed configuration that changes while it counts', () => {
  const ok = read(makeFile(makeEntry()));
  const other = read(makeFile(makeEntry({ id: 'be' })));
  const refused = read('{');
  const none = readFrom({});

  it.each([
    ['none', none, 'a good one', ok, ok],
    ['one', ok, 'another', other, other],
    ['one', ok, 'none, withdrawn by the administrator', none, none],
    ['none', none, 'a refused one', refused, refused],
    ['a refused one', refused, 'a good one', ok, ok],
  ])('from %s to %s to %s', (_, before, __, next, after) => {
    expect(succeed(before, next)).toEqual(after);
  });

  it('goes on where a mistake takes its place, and the mistake is told until it is mended', () => {
    const faulty = succeed(ok, refused);
    expect(faulty).toEqual({
      ...ok,
      fault: { path: '', problem: 'This is not valid JSON; look at line 1.' },
    });
    expect(succeed(faulty, other)).toEqual(other);
  });
});

describe('a good managed configuration', () => {
  it('is taken whole', () => {
    const restart = { at: '05:30', graceMinutes: 30 };
    const unstable = { changes: 4, withinMinutes: 20, calmMinutes: 15 };
    const network = {
      proxy: 'manual',
      proxyHost: 'proxy.acme.example',
      proxyPort: 3128,
      noProxy: ['*.acme.example'],
      proxyUser: 'till',
      certificateFile: '/etc/ssl/acme.pem',
    };
    const file = {
      $schema: './managed-configuration.schema.json',
      accounts: [
        makeEntry({
          source: 'cloud-device',
          stores: [
            { ...store, id: 'ST1', restart, terminals: [terminal, { poiid: 'S1F2\u2011000158215131748' }] },
          ],
        }),
        {
          id: 'sim',
          environment: 'test',
          merchantAccount: 'Sim',
          endpoint: 'http://127.0.0.1:8080/',
          stores: [store],
        },
      ],
      pollIntervalSeconds: 10,
      confirmationDelaySeconds: 60,
      closedPollIntervalSeconds: 600,
      unstable,
      notifications: { sound: 'off', onlyInOpeningHours: false },
      trayIcons: 'each-store',
      historyKeepDays: 90,
      network,
      updates: { feed: 'https://updates.acme.example/tillwatch' },
    };
    expect(read(file)).toEqual({
      state: 'ok',
      file: named,
      pollIntervalSeconds: 10,
      confirmationDelaySeconds: 60,
      closedPollIntervalSeconds: 600,
      unstable,
      notifications: { sound: 'off', onlyInOpeningHours: false },
      trayIcons: 'each-store',
      historyKeepDays: 90,
      network,
      updates: { feed: 'https://updates.acme.example/tillwatch' },
      fault: null,
      accounts: [
        {
          id: 'nl',
          environment: 'live',
          region: 'eu',
          merchantAccount: 'ShopNL',
          endpoint: null,
          source: 'cloud-device',
          origin: 'managed',
          stores: [
            {
              ...store,
              id: 'ST1',
              restart: { ...restart, timeZone: null },
              openingHours: null,
              terminals: [
                { ...terminal, watched: true, origin: 'managed' },
                { poiid: 'S1F2-000158215131748', name: '', watched: true, origin: 'managed' },
              ],
            },
          ],
        },
        {
          id: 'sim',
          environment: 'test',
          region: 'eu',
          merchantAccount: 'Sim',
          endpoint: 'http://127.0.0.1:8080',
          source: 'auto',
          origin: 'managed',
          stores: [{ ...store, id: '', restart: null, openingHours: null, terminals: [] }],
        },
      ],
    });
  });

  it.each([
    ['no account', makeFile()],
    [
      'a live account of every region',
      makeFile(...['eu', 'us', 'au', 'apse', 'nea'].map((region) => makeEntry({ id: region, region }))),
    ],
    ['a test account with a region', makeFile(makeEntry({ environment: 'test' }))],
    [
      'the newer source in the region that has only that',
      makeFile(makeEntry({ region: 'nea', source: 'cloud-device' })),
    ],
    [
      'the older source of that region at a host that is named',
      makeFile(makeEntry({ region: 'nea', source: 'connected-terminals', endpoint: 'http://127.0.0.1:1' })),
    ],
    ['a host of the vendor', makeFile(makeEntry({ endpoint: 'https://terminal-api-live-us.adyen.com' }))],
    ['an empty list of terminals', makeTerminals()],
    ['one reference in two accounts', makeFile(makeEntry(), makeEntry({ id: 'us', region: 'us' }))],
    ['an unknown model', makeTerminals({ poiid: 'NEW9000-1' })],
    ['no pace', { ...makeFile(makeEntry()) }],
  ])('may hold %s', (_, file) => {
    expect(read(file)).toMatchObject({ state: 'ok', pollIntervalSeconds: null });
  });

  it('may hold opening hours, where what is left out is closed', () => {
    const tuesday = [{ from: '09:00', to: '24:00' }];
    const file = makeStores({ ...store, openingHours: { week: { tuesday } } });
    const closed = { monday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    expect(read(file)).toMatchObject({
      accounts: [
        { stores: [{ openingHours: { week: { ...closed, tuesday }, holidays: [], timeZone: null } }] },
      ],
    });
  });

  it('may begin with a byte order mark', () => {
    expect(read(`\uFEFF${JSON.stringify(makeFile())}`)).toMatchObject({ state: 'ok' });
  });
});

describe('a wrong managed configuration', () => {
  const missing = 'This is missing.';
  const twice = 'This is there twice.';
  const empty = 'This must not be empty.';
  const span = { from: '09:00', to: '18:00' };
  const makeOpen = (openingHours: object) => makeStores({ ...store, openingHours });
  const hours = 'accounts[0].stores[0].openingHours';

  it.each([
    ['a list', [], '', 'This must be of type object.'],
    ['a text', '"accounts"', '', 'This must be of type object.'],
    ['no accounts', {}, 'accounts', missing],
    ['accounts of another type', { accounts: {} }, 'accounts', 'This must be of type array.'],
    ['a field too many', { ...makeFile(), pollInterval: 30 }, 'pollInterval', 'This field does not exist.'],
    ['a key', makeFile(makeEntry({ apiKey: 'AQE' })), 'accounts[0].apiKey', 'This field does not exist.'],
    ['no ID', makeFile(makeEntry({ id: undefined })), 'accounts[0].id', missing],
    [
      'a manual proxy without a host',
      { ...makeFile(), network: { proxy: 'manual' } },
      'network.proxyHost',
      'This is missing: a manual proxy needs its host.',
    ],
    [
      'a proxy with its scheme',
      { ...makeFile(), network: { proxyHost: 'http://proxy:8080' } },
      'network.proxyHost',
      'Write the name of a host, without http:// and port.',
    ],
    [
      'a password in the file',
      { ...makeFile(), network: { proxyPassword: 'x' } },
      'network.proxyPassword',
      'This field does not exist.',
    ],
    [
      'an ID with a blank',
      makeFile(makeEntry({ id: 'a b' })),
      'accounts[0].id',
      'Use letters, digits, - and _ only, at most 64.',
    ],
    ['an ID twice', makeFile(makeEntry(), makeEntry()), 'accounts[1].id', twice],
    ['no environment', makeFile(makeEntry({ environment: undefined })), 'accounts[0].environment', missing],
    [
      'another environment',
      makeFile(makeEntry({ environment: 'prod' })),
      'accounts[0].environment',
      'This must be one of: test, live.',
    ],
    [
      'another region',
      makeFile(makeEntry({ region: 'in' })),
      'accounts[0].region',
      'This must be one of: eu, us, au, apse, nea.',
    ],
    [
      'live without a region',
      makeFile(makeEntry({ region: undefined })),
      'accounts[0].region',
      'This is missing: a live account needs its region (eu, us, au, apse or nea).',
    ],
    [
      'the older source where it has no host',
      makeFile(makeEntry({ region: 'nea', source: 'connected-terminals' })),
      'accounts[0].source',
      'In region nea only cloud-device can be asked. Leave this out, or set it to cloud-device.',
    ],
    [
      'one ID of two stores',
      makeStores({ ...store, id: 'ST1' }, { ...store, reference: 'AMS-01', id: 'ST1' }),
      'accounts[0].stores[1].id',
      twice,
    ],
    [
      'no merchant account',
      makeFile(makeEntry({ merchantAccount: ' ' })),
      'accounts[0].merchantAccount',
      empty,
    ],
    [
      'a host elsewhere',
      makeFile(makeEntry({ endpoint: 'https://evil.example' })),
      'accounts[0].endpoint',
      'Only addresses that end in adyen.com, or this computer itself, can be used.',
    ],
    [
      'a host without TLS',
      makeFile(makeEntry({ endpoint: 'http://terminal-api-test.adyen.com' })),
      'accounts[0].endpoint',
      'This address must begin with https://',
    ],
    [
      'no URL',
      makeFile(makeEntry({ endpoint: '' })),
      'accounts[0].endpoint',
      'This is not a web address. It should look like https://terminal-api-test.adyen.com',
    ],
    ['no stores', makeFile(makeEntry({ stores: undefined })), 'accounts[0].stores', missing],
    ['an empty list of stores', makeStores(), 'accounts[0].stores', empty],
    [
      'a store without reference',
      makeStores(store, { name: 'Utrecht' }),
      'accounts[0].stores[1].reference',
      missing,
    ],
    ['a store without name', makeStores({ reference: 'UTR-01' }), 'accounts[0].stores[0].name', missing],
    [
      'a reference that is a number',
      makeStores(store, { ...store, reference: 17 }),
      'accounts[0].stores[1].reference',
      'This must be of type string.',
    ],
    [
      'a name without end',
      makeStores({ ...store, name: 'x'.repeat(201) }),
      'accounts[0].stores[0].name',
      'At most 200 characters fit.',
    ],
    [
      'a store twice',
      makeFile(makeEntry({ id: 'other' }), makeEntry({ stores: [store, { ...store, name: 'Again' }] })),
      'accounts[1].stores[1].reference',
      twice,
    ],
    ['an empty POIID', makeTerminals({ poiid: '' }), 'accounts[0].stores[0].terminals[0].poiid', empty],
    [
      'a POIID that cannot be',
      makeTerminals(terminal, { poiid: 'V400m\u0000' }),
      'accounts[0].stores[0].terminals[1].poiid',
      'This cannot be the ID of a terminal.',
    ],
    [
      'a POIID without end',
      makeTerminals({ poiid: `V400m-${'1'.repeat(150)}` }),
      'accounts[0].stores[0].terminals[0].poiid',
      'At most 100 characters fit.',
    ],
    [
      'a POIID twice',
      makeTerminals(terminal, { poiid: 'V400m\u2013324688179' }),
      'accounts[0].stores[0].terminals[1].poiid',
      twice,
    ],
    [
      'a POIID twice but for its case',
      makeTerminals(terminal, { poiid: 'v400M-324688179' }),
      'accounts[0].stores[0].terminals[1].poiid',
      twice,
    ],
    [
      'a POIID in two stores',
      makeStores(
        { ...store, terminals: [terminal] },
        { reference: 'AMS-01', name: 'Amsterdam', terminals: [terminal] },
      ),
      'accounts[0].stores[1].terminals[0].poiid',
      twice,
    ],
    ['hours without a week', makeOpen({ timeZone: 'UTC' }), `${hours}.week`, missing],
    [
      'an impossible time',
      makeOpen({ week: { monday: [span, { from: '9:00', to: '18:00' }] } }),
      `${hours}.week.monday[1].from`,
      'Write the time as 09:00, from 00:00 to 23:59; only an end can be 24:00.',
    ],
    [
      'another weekday',
      makeOpen({ week: { caturday: [span] } }),
      `${hours}.week.caturday`,
      'This field does not exist.',
    ],
    [
      'an impossible date',
      makeOpen({ week: {}, holidays: [{ date: '2026-02-29', spans: [] }] }),
      `${hours}.holidays[0].date`,
      'Write the date as 2026-12-25.',
    ],
    [
      'an unknown time zone',
      makeOpen({ week: {}, timeZone: 'Europe/Utrecht' }),
      `${hours}.timeZone`,
      'This time zone does not exist. It should look like Europe/Amsterdam.',
    ],
    [
      'an interval below the floor',
      { ...makeFile(), pollIntervalSeconds: 9 },
      'pollIntervalSeconds',
      'The least that is allowed is 10.',
    ],
    [
      'an interval above the most',
      { ...makeFile(), pollIntervalSeconds: 1e20 },
      'pollIntervalSeconds',
      'The most that is allowed is 3600.',
    ],
    [
      'a fraction',
      { ...makeFile(), pollIntervalSeconds: 30.5 },
      'pollIntervalSeconds',
      'This must be a whole number.',
    ],
    [
      'an interval that is a text',
      { ...makeFile(), pollIntervalSeconds: '30' },
      'pollIntervalSeconds',
      'This must be of type number.',
    ],
    [
      'a confirmation below the floor',
      { ...makeFile(), confirmationDelaySeconds: 1 },
      'confirmationDelaySeconds',
      'The least that is allowed is 2.',
    ],
  ])('is refused with the place of its fault: %s', (_, file, path, problem) => {
    expect(read(file)).toEqual({ state: 'refused', file: named, path, problem });
  });

  it.each([
    ['cut off', '{\n  "accounts": [\n', 3],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3],
    ['a trailing comma', '{\n  "accounts": [],\n}', 3],
    ['a bare word', '{\n  "accounts": [],\n  "pollIntervalSeconds": often,\n  "b": 1\n}', 3],
    ['a comment', '{\n  // ours\n  "accounts": []\n}', 2],
    ['something behind the end', '{"accounts": []}\n{}', 2],
    ['a byte order mark before a fault', '\uFEFF{\n"accounts": }', 2],
    ['nothing', '', 1],
  ])('is refused with the line that is no JSON: %s', (_, text, line) => {
    expect(read(text)).toMatchObject({
      state: 'refused',
      path: '',
      problem: `This is not valid JSON; look at line ${line}.`,
    });
  });
});
