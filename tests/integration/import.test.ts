import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../main/import/gather.ts';
import type { Importer, PreviewOutcome, Refusal, ShownPreview } from '../../main/import/importer.ts';
import { createImporting } from '../../main/importing.ts';
import type { Account } from '../../main/monitor/watchlist.ts';
import type { Managed } from '../../main/settings/managed.ts';
import { defaultSettings } from '../../main/settings/schema.ts';
import { openSettings, type SettingsStore } from '../../main/settings/store.ts';
import { buildWatchlist } from '../../main/settings/watchlist.ts';
import type { Fault } from '../../main/simulator/faults.ts';
import { role } from '../../main/simulator/keys.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createWorld, type WorldAccount, type WorldStore } from '../../main/simulator/world.ts';
import { checkEndpoint } from '../../main/terminal-api/endpoints.ts';
import { createManagement } from '../../main/terminal-api/management.ts';
import { createTransport, type Transport } from '../../main/terminal-api/transport.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { makeDirectory, makeFiles, makeManaged } from '../unit/settings/make.ts';

const key = 'AQE-secret-of-this-test';

/** 120 stores of two terminals each: two pages of stores and five of terminals. */
function makeStores(): WorldStore[] {
  return Array.from({ length: 120 }, (_store, at) => ({
    reference: `S-${at}`,
    id: `ST${at}`,
    name: `Store ${at}`,
    terminals: [1, 2].map((till) => ({
      poiid: `V400m-${at}${till}`,
      connected: true,
      deviceName: `Till ${till}`,
      restartHour: 4,
    })),
  }));
}

function makeChain(over: Partial<WorldAccount> = {}): WorldAccount {
  return { merchantAccount: 'ChainNL', keys: [key], stores: makeStores(), ...over };
}

let simulator: Simulator;
let transport: Transport;
let settings: SettingsStore;
let directory: ReturnType<typeof makeDirectory>;

beforeEach(async () => {
  transport = createTransport({ ca: [], deadlines: { headers: 300, body: 300, total: 900 } });
  simulator = await createSimulator({ world: createWorld([makeChain(), emptyAccount()]) });
});

afterEach(async () => {
  await simulator.close();
  await transport.close();
});

function emptyAccount(): WorldAccount {
  return { merchantAccount: 'EmptyNL', keys: ['empty-key'], stores: [] };
}

/** Another vendor in place of the usual one. */
async function playing(account: WorldAccount): Promise<void> {
  await simulator.close();
  simulator = await createSimulator({ world: createWorld([account]) });
}

/** The importer with all that is behind it; the account has one store, which the user has named. */
function open({ merchantAccount = 'ChainNL', apiKey = key, managed = makeManaged() } = {}) {
  directory = makeDirectory();
  settings = openSettings({ ...makeFiles(directory.path), checkEndpoint });
  settings.update(() => ({
    ...defaultSettings(),
    accounts: [
      {
        id: 'nl',
        environment: 'test',
        region: 'eu',
        source: 'auto',
        merchantAccount,
        endpoint: simulator.url,
        stores: [{ reference: 'S-0', name: 'Mine', id: '' }],
      },
    ],
  }));
  const clock = createVirtualClock();
  const told: Progress[] = [];
  const watchers: ((progress: Progress) => void)[] = [];
  const changed: string[] = [];
  const importer = createImporting(
    {
      management: createManagement({ transport, clock, keyFor: () => apiKey }),
      clock,
      settings,
      watchlist: () => buildWatchlist(settings.current(), managed, null),
    },
    {
      overview: () => ({ stores: [] }),
      changed: (id) => void changed.push(id),
      onProgress(progress) {
        told.push(progress);
        watchers.forEach((watcher) => watcher(progress));
      },
    },
  );
  /** The next progress that is so. */
  const reaches = (test: (progress: Progress) => boolean) =>
    new Promise<Progress>((resolve) => {
      watchers.push((progress) => test(progress) && resolve(progress));
    });
  return { importer, clock, told, changed, reaches };
}

async function previewOf(importer: Importer): Promise<ShownPreview> {
  return shown(await importer.preview('nl'));
}

function shown(outcome: PreviewOutcome | Refusal): ShownPreview {
  if (outcome.kind !== 'preview') throw new Error(JSON.stringify(outcome));
  return outcome.preview;
}

const harmless = ({ items }: ShownPreview) => items.filter(({ conflict }) => !conflict).map(({ id }) => id);

describe('an import', () => {
  it('reads every page, shows what it would do, does what is ticked, and takes it back', async () => {
    const { importer, changed, told } = open();
    const before = settings.current();
    const preview = await previewOf(importer);
    expect(preview).toMatchObject({ merchantAccount: 'ChainNL', gaps: { nameless: 0, names: null } });
    expect(preview.stores).toHaveLength(120);
    expect(preview.items.filter(({ conflict }) => conflict)).toMatchObject([
      { kind: 'name-store', from: 'Mine', to: 'Store 0' },
    ]);
    // Nothing has been done by looking.
    expect(settings.current()).toBe(before);
    const paths = simulator.requests().map(({ path }) => path.replace(/\?.*/, ''));
    expect(paths.filter((path) => path.endsWith('/stores'))).toHaveLength(2);
    expect(paths.filter((path) => path === '/v3/terminals')).toHaveLength(5);
    expect(told.at(-1)).toMatchObject({ step: 'names' });

    expect(importer.apply(preview.id, harmless(preview))).toEqual({
      kind: 'imported',
      id: preview.id,
      // The ID of the store that was there and its restart are changes; its name stays.
      counts: { stores: 119, terminals: 240, changes: 2 },
    });
    const after = settings.current();
    expect(after.accounts[0]?.stores).toHaveLength(120);
    expect(after.accounts[0]?.stores[0]).toEqual({ reference: 'S-0', name: 'Mine', id: 'ST0' });
    expect(after.terminals).toHaveLength(240);
    expect(after.terminals[3]).toMatchObject({ poiid: 'V400m-12', store: 'S-1', name: 'Till 2' });
    expect(after.restarts[7]).toMatchObject({ store: 'S-7', restart: { at: '04:00' } });
    expect(directory.json('settings.json')).toEqual(after);
    expect(changed).toEqual(['nl']);

    expect((await previewOf(importer)).items).toMatchObject([{ kind: 'name-store', conflict: true }]);
    expect(importer.undo(preview.id)).toEqual({ kind: 'undone' });
    expect(settings.current()).toEqual(before);
    expect(importer.undo(preview.id)).toEqual({ kind: 'refused', code: 'too-late' });
  });

  it('of an account without stores finds nothing', async () => {
    const { importer } = open({ merchantAccount: 'EmptyNL', apiKey: 'empty-key' });
    expect(await previewOf(importer)).toMatchObject({ items: [], stores: [], gaps: { terminals: null } });
    expect(simulator.requests().map(({ status }) => status)).toEqual([200, 204, 200]);
  });

  it('waits where Adyen asks it to, says so, and goes on', async () => {
    const { importer, clock, reaches } = open();
    simulator.fault({ kind: 'rate-limited', retryAfter: '20' }, 1);
    const waits = reaches(({ waitMs }) => waitMs !== null);
    const preview = previewOf(importer);
    expect(await waits).toEqual({ step: 'key', done: 0, total: 0, waitMs: 20_000 });
    while (clock.pending() === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(20_000);
    expect((await preview).stores).toHaveLength(120);
  });

  it('never holds the key in what it tells', async () => {
    const { importer, told } = open();
    const preview = await previewOf(importer);
    const applied = importer.apply(preview.id, harmless(preview));
    expect(JSON.stringify([preview, applied, told, settings.current()])).not.toContain(key);
  });
});

describe('a key', () => {
  it.each<[string, string[], object]>([
    [
      'without the role for stores',
      [role.terminals],
      { kind: 'failed', problem: { kind: 'role', role: 'stores' }, abilities: { terminals: true } },
    ],
    [
      'without any role of this API',
      [role.terminalApi],
      { kind: 'failed', problem: { kind: 'role', role: 'stores' }, abilities: { stores: false } },
    ],
    [
      'without the role for terminals',
      [role.stores],
      {
        kind: 'preview',
        preview: { gaps: { terminals: { kind: 'role', role: 'terminals' } }, abilities: { stores: true } },
      },
    ],
    [
      'without the role for their names',
      [role.stores, role.terminals],
      { kind: 'preview', preview: { gaps: { names: { kind: 'role', role: 'terminalSettings' } } } },
    ],
  ])('%s is told which one it lacks', async (_what, roles, outcome) => {
    await playing(makeChain({ rolesOfKeys: { [key]: roles } }));
    expect(await open().importer.preview('nl')).toMatchObject(outcome);
  });

  it('that has the role, but not for this merchant account, is told that', async () => {
    const { importer } = open({ merchantAccount: 'SomebodyElse' });
    expect(await importer.preview('nl')).toMatchObject({ kind: 'failed', problem: { kind: 'account' } });
  });

  it('that is not accepted ends it at once', async () => {
    const { importer } = open({ apiKey: 'wrong' });
    expect(await importer.preview('nl')).toMatchObject({
      kind: 'failed',
      problem: { kind: 'failure', failure: { kind: 'unauthorized' } },
    });
    expect(simulator.requests()).toHaveLength(1);
  });
});

describe('a fault', () => {
  const faults: [Fault, string][] = [
    [{ kind: 'server-error' }, 'server-error'],
    [{ kind: 'unauthorized' }, 'unauthorized'],
    [{ kind: 'rate-limited', retryAfter: '3600' }, 'rate-limited'],
    [{ kind: 'silent' }, 'timeout'],
    [{ kind: 'stalled' }, 'timeout'],
    [{ kind: 'truncated' }, 'unreadable'],
    [{ kind: 'not-json' }, 'unreadable'],
    [{ kind: 'wrong-shape' }, 'unreadable'],
    [{ kind: 'oversized' }, 'unreadable'],
    [{ kind: 'captive-portal' }, 'unreadable'],
    [{ kind: 'redirect', location: 'https://evil.example' }, 'unreadable'],
    [{ kind: 'reset' }, 'tcp'],
  ];

  it.each(faults)('in the middle is told, and nothing is kept: $kind', async (fault, kind) => {
    const { importer, reaches } = open();
    const before = settings.current();
    void reaches(({ step }) => step === 'terminals').then(() => simulator.fault(fault));
    expect(await importer.preview('nl')).toMatchObject({
      kind: 'failed',
      problem: { kind: 'failure', failure: { kind } },
    });
    expect(settings.current()).toBe(before);
    simulator.heal();
    expect((await previewOf(importer)).stores).toHaveLength(120);
  });

  it('in the middle of the names costs the rest of them only', async () => {
    const { importer, reaches } = open();
    void reaches(({ step }) => step === 'names').then(() => simulator.fault({ kind: 'server-error' }));
    const { gaps, stores } = await previewOf(importer);
    expect(gaps.names).toMatchObject({ kind: 'failure', failure: { kind: 'server-error' } });
    expect(gaps.nameless).toBeGreaterThan(0);
    expect(stores).toHaveLength(120);
  });
});

describe('somebody who does not wait', () => {
  it('ends it in the middle, and nothing can be done with it', async () => {
    const { importer } = open();
    simulator.fault({ kind: 'silent' });
    const asked = simulator.nextRequest();
    const outcome = importer.preview('nl');
    await asked;
    importer.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(importer.apply('1', [])).toEqual({ kind: 'refused', code: 'stale-preview' });
  });

  it('ends the wait for the limit too', async () => {
    const { importer, clock, reaches } = open();
    simulator.fault({ kind: 'rate-limited', retryAfter: '20' });
    const waits = reaches(({ waitMs }) => waitMs !== null);
    const outcome = importer.preview('nl');
    await waits;
    importer.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(clock.pending()).toBe(0);
  });

  it('goes on without the other names', async () => {
    const { importer, reaches } = open();
    void reaches(({ step }) => step === 'names').then(() => importer.skipNames());
    const { gaps, stores } = await previewOf(importer);
    expect([gaps.names, stores.length]).toEqual([null, 120]);
    expect(gaps.nameless).toBeGreaterThan(200);
  });

  it('asks again, from a second window: the first is cancelled', async () => {
    const { importer } = open();
    simulator.fault({ kind: 'silent' }, 1);
    const asked = simulator.nextRequest();
    const first = importer.preview('nl');
    await asked;
    const second = importer.preview('nl');
    expect(await first).toEqual({ kind: 'cancelled' });
    expect(shown(await second).stores).toHaveLength(120);
  });
});

describe('between preview and import', () => {
  const rename = (name: string) =>
    settings.update((now) => ({
      ...now,
      accounts: now.accounts.map((account) => ({
        ...account,
        stores: account.stores.map((store) => ({ ...store, name })),
      })),
    }));

  it('a change of what was ticked is shown anew, without asking Adyen', async () => {
    const { importer } = open();
    const preview = await previewOf(importer);
    rename('Changed since');
    const before = settings.current();
    const asked = simulator.requests().length;
    const outcome = importer.apply(preview.id, ['name-store:S-0']);
    expect(outcome).toMatchObject({ kind: 'changed' });
    expect(settings.current()).toBe(before);
    if (outcome.kind !== 'changed') return;
    expect(outcome.preview.items[0]).toMatchObject({ from: 'Changed since', to: 'Store 0' });
    expect(importer.apply(preview.id, ['name-store:S-0'])).toEqual({
      kind: 'refused',
      code: 'stale-preview',
    });
    expect(importer.apply(outcome.preview.id, ['name-store:S-0'])).toMatchObject({ kind: 'imported' });
    expect(simulator.requests()).toHaveLength(asked);
  });

  it('a change of something else does not matter', async () => {
    const { importer } = open();
    const preview = await previewOf(importer);
    rename('Changed since');
    expect(importer.apply(preview.id, harmless(preview))).toMatchObject({ kind: 'imported' });
    expect(settings.current().accounts[0]?.stores[0]).toMatchObject({ name: 'Changed since', id: 'ST0' });
  });

  it.each<[string, Partial<Account> | null, string]>([
    ['the account is gone', null, 'not-found'],
    ['it is another merchant account', { merchantAccount: 'OtherNL' }, 'stale-preview'],
    ['it is asked elsewhere', { endpoint: null }, 'stale-preview'],
  ])('%s', async (_what, change, code) => {
    const { importer } = open();
    const preview = await previewOf(importer);
    settings.update((now) => ({
      ...now,
      accounts: change === null ? [] : now.accounts.map((account) => ({ ...account, ...pick(change) })),
    }));
    const before = settings.current();
    expect(importer.apply(preview.id, harmless(preview))).toEqual({ kind: 'refused', code });
    expect(settings.current()).toBe(before);
  });

  it('a tick of what was never shown is refused', async () => {
    const { importer } = open();
    const preview = await previewOf(importer);
    expect(importer.apply(preview.id, ['add-store:EVIL'])).toEqual({
      kind: 'refused',
      code: 'stale-preview',
    });
  });

  it('the same preview cannot be imported twice', async () => {
    const { importer } = open();
    const preview = await previewOf(importer);
    importer.apply(preview.id, harmless(preview));
    expect(importer.apply(preview.id, harmless(preview))).toEqual({
      kind: 'refused',
      code: 'stale-preview',
    });
  });

  function pick({ merchantAccount, endpoint }: Partial<Account>) {
    return {
      ...(merchantAccount === undefined ? {} : { merchantAccount }),
      ...(endpoint === undefined ? {} : { endpoint }),
    };
  }
});

it.each<[string, string, Managed | undefined, string]>([
  ['an account that is not there', 'be', undefined, 'not-found'],
  [
    'an account of the organisation',
    'nl',
    makeManaged({
      accounts: [
        {
          id: 'nl',
          environment: 'test',
          region: 'eu',
          source: 'auto',
          merchantAccount: 'ChainNL',
          endpoint: null,
          origin: 'managed',
          stores: [],
        },
      ],
    }),
    'managed',
  ],
])('%s is not asked for', async (_what, id, managed, code) => {
  const { importer } = open(managed?.state === 'ok' ? { managed } : {});
  expect(await importer.preview(id)).toEqual({ kind: 'refused', code });
  expect(simulator.requests()).toEqual([]);
});
