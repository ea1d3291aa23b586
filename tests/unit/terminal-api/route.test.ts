import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { Question } from '../../../main/monitor/source.ts';
import type { Account } from '../../../main/monitor/watchlist.ts';
import type { SourceName } from '../../../main/terminal-api/find-source.ts';
import { createRouter } from '../../../main/terminal-api/route.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeStore } from '../monitor/make.ts';
import { makeAccount } from './make.ts';

const vendor = { status: 403, code: '00_403', message: '', reference: '' };
const refused: Failure = { kind: 'forbidden', reason: 'role', vendor };
const unreachable: Failure = { kind: 'dns', host: 'device-api-test.adyen.com', code: 'ENOTFOUND' };

const known = makeAccount({ stores: [{ ...makeStore('AMS-01'), id: 'ST1' }] });
const byReference = makeAccount({ stores: [makeStore('AMS-01')] });
const inLive: Partial<Account> = { environment: 'live', region: 'us' };

/** What each source says: its IDs, or why it says none. */
type Says = string[] | Failure;

function makeRouter(newer: Says, older: Says = ['T1']) {
  const clock = createVirtualClock();
  const says: Record<SourceName, Says> = { 'cloud-device': newer, 'connected-terminals': older };
  const asked: string[] = [];
  let key = 'key';
  let changes = 0;
  let spent = 0;
  const source = (name: SourceName) => ({
    async ask({ kind }: Question) {
      asked.push(`${name === 'cloud-device' ? 'newer' : 'older'} ${kind}`);
      await Promise.resolve();
      const said = says[name];
      return Array.isArray(said)
        ? { ok: true as const, connected: said, tookMs: 1 }
        : { ok: false as const, failure: said, tookMs: 1 };
    },
  });
  const router = createRouter({
    clock,
    keyFor: () => key,
    spend: () => spent++,
    sources: {
      'cloud-device': source('cloud-device'),
      'connected-terminals': source('connected-terminals'),
    },
  });
  router.onChange(() => changes++);
  return {
    clock,
    router,
    says,
    list: (account: Account) => router.ask({ kind: 'account', account }),
    store: (account: Account) => router.ask({ kind: 'store', account, store: 'AMS-01' }),
    terminal: (account: Account) => router.ask({ kind: 'terminal', account, poiid: 'T1' }),
    setKey: (next: string) => (key = next),
    changes: () => changes,
    /** Requests beyond those that were granted, since the last look. */
    spent() {
      const count = spent;
      spent = 0;
      return count;
    },
    /** What was asked since the last look. */
    asked: () => asked.splice(0),
  };
}

describe('an account whose source is chosen', () => {
  it.each<[SourceName, string[]]>([
    ['cloud-device', ['newer account']],
    ['connected-terminals', ['older account']],
  ])('is asked at %s, whatever the answer', async (source, asked) => {
    const { list, asked: log } = makeRouter(refused, refused);
    expect(await list({ ...known, source })).toMatchObject({ ok: false, failure: refused });
    expect(log()).toEqual(asked);
  });
});

it.each(['auto', 'connected-terminals', 'cloud-device'] as const)(
  'an account in a region that only the newer source serves is asked there: %s',
  async (source) => {
    const { list, terminal, router, asked } = makeRouter(refused);
    const account: Account = { ...byReference, source, environment: 'live', region: 'nea' };
    expect(await list(account)).toMatchObject({ failure: refused });
    await terminal(account);
    expect(asked()).toEqual(['newer account', 'newer terminal']);
    expect(router.hostOf(account)).toBe('device-api-live-nea.adyen.com');
  },
);

describe('an account whose source is left open', () => {
  it('stays with the newer source once that has answered', async () => {
    const { list, store, asked, changes } = makeRouter(['T1']);
    expect(await list(known)).toMatchObject({ connected: ['T1'] });
    await store(known);
    await list(known);
    expect(asked()).toEqual(['newer account', 'newer store', 'newer account']);
    expect(changes()).toBe(1);
  });

  it('stays with the older source once the newer has refused the key', async () => {
    const { list, terminal, asked, changes, clock } = makeRouter(refused);
    expect(await list(known)).toMatchObject({ connected: ['T1'] });
    await terminal(known);
    await clock.advance(23 * 3_600_000);
    await list(known);
    expect(asked()).toEqual(['newer account', 'older account', 'older terminal', 'older account']);
    expect(changes()).toBe(1);
  });

  it.each<[string, (made: ReturnType<typeof makeRouter>) => Promise<unknown>]>([
    ['a day later', ({ clock, list }) => clock.advance(24 * 3_600_000).then(() => list(known))],
    ['when somebody asks for it', ({ router }) => router.lookAgain(known)],
  ])('finds the role that the key was given meanwhile: %s', async (_when, wait) => {
    const made = makeRouter(refused);
    await made.list(known);
    made.says['cloud-device'] = ['T1'];
    await made.list(known);
    expect(made.router.inUse(known)).toMatchObject({ why: 'refused' });
    await wait(made);
    expect(made.router.inUse(known)).toEqual({ use: 'cloud-device', why: 'answered' });
    expect(made.changes()).toBe(2);
  });

  it('is looked for anew only where nobody chose it', async () => {
    const { router, asked } = makeRouter(['T1']);
    await router.lookAgain({ ...known, source: 'connected-terminals' });
    expect(asked()).toEqual([]);
  });

  it('is tried with the store whose own ID is not known', async () => {
    const { store, list, asked } = makeRouter(refused);
    expect(await store(byReference)).toMatchObject({ connected: ['T1'] });
    await list(byReference);
    expect(asked()).toEqual(['newer store', 'older store', 'older account']);
  });

  it('is tried once, however many ask at the same time', async () => {
    const { list, store, terminal, asked } = makeRouter(['T1']);
    await Promise.all([list(known), store(known), terminal(known), terminal(known)]);
    expect(asked()).toEqual(['newer account', 'newer store', 'newer terminal', 'newer terminal']);
  });

  it.each<[string, Says]>([
    ['lists nothing', []],
    ['cannot be reached', unreachable],
  ])('is served by the older source while the newer %s, and tried again later', async (_what, said) => {
    const { list, asked, says, clock } = makeRouter(said);
    expect(await list(known)).toMatchObject({ connected: ['T1'] });
    await list(known);
    expect(asked()).toEqual(['newer account', 'older account', 'older account']);
    says['cloud-device'] = ['T1'];
    await clock.advance(120_000);
    await list(known);
    await list(known);
    expect(asked(), 'nobody waits for the second look').toEqual([
      'newer account',
      'older account',
      'newer account',
    ]);
  });

  it('is tried again ever more seldom while that proves nothing', async () => {
    const { list, asked, clock } = makeRouter(unreachable);
    const tries: number[] = [];
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      await list(known);
      if (asked().includes('newer account')) tries.push(minute);
      await clock.advance(60_000);
    }
    expect(tries).toEqual([0, 2, 6, 14, 30, 62, 126, 254, 510, 1022]);
  });

  it('goes back to the older source where the role is taken away', async () => {
    const { list, asked, says, changes } = makeRouter(['T1']);
    await list(known);
    says['cloud-device'] = refused;
    expect(await list(known)).toMatchObject({ ok: true });
    await list(known);
    expect(asked().slice(1)).toEqual([
      'newer account',
      'newer account',
      'older account',
      'older account',
      'older account',
    ]);
    expect(changes()).toBe(2);
  });

  it('keeps its source where one device alone is refused', async () => {
    const { list, terminal, asked, says } = makeRouter(['T1']);
    await list(known);
    says['cloud-device'] = refused;
    expect(await terminal(known)).toMatchObject({ ok: false, failure: refused });
    expect(asked()).toEqual(['newer account', 'newer terminal']);
  });

  it('gives what the older source fails with where both refuse', async () => {
    const invalid: Failure = { ...refused, reason: 'account' };
    const { list } = makeRouter(refused, invalid);
    expect(await list(known)).toMatchObject({ ok: false, failure: invalid });
  });

  it.each<[string, Account]>([
    ['region', { ...known, ...inLive, region: 'au' }],
    ['merchant account', { ...known, ...inLive, merchantAccount: 'Another' }],
    ['host', { ...known, ...inLive, endpoint: 'https://terminal-api-live-x.adyen.com' }],
  ])('is tried anew with another %s', async (_what, changed) => {
    const { list, asked } = makeRouter(refused);
    await list({ ...known, ...inLive });
    asked();
    await list(changed);
    expect(asked()).toEqual(['newer account', 'older account']);
  });

  it('is tried anew with another key', async () => {
    const { list, asked, setKey } = makeRouter(refused);
    await list(known);
    asked();
    setKey('another');
    await list(known);
    expect(asked()).toEqual(['newer account', 'older account']);
  });
});

describe('which source is in use, and why', () => {
  it.each<[string, Says, Account, object | null]>([
    ['the newer one answered', ['T1'], known, { use: 'cloud-device', why: 'answered' }],
    [
      'it refused',
      refused,
      known,
      { use: 'connected-terminals', why: 'refused', refusal: refused, asked: 'account' },
    ],
    [
      'it refused a store by its reference',
      refused,
      byReference,
      { use: 'connected-terminals', why: 'refused', refusal: refused, asked: 'store' },
    ],
    ['it lists nothing', [], known, { use: 'connected-terminals', why: 'empty' }],
    [
      'it could not be asked',
      unreachable,
      known,
      { use: 'connected-terminals', why: 'failed', failure: unreachable },
    ],
    [
      'somebody chose it',
      ['T1'],
      { ...known, source: 'connected-terminals' },
      { use: 'connected-terminals', why: 'chosen' },
    ],
    [
      'its region has no other',
      ['T1'],
      { ...known, environment: 'live', region: 'nea' },
      { use: 'cloud-device', why: 'only' },
    ],
  ])('is known where %s', async (_what, newer, account, found) => {
    const { router, list } = makeRouter(newer);
    await list(account);
    expect(router.inUse(account)).toEqual(found);
  });

  it('is not known before anybody asked, nor with another key', async () => {
    const { router, list, setKey } = makeRouter(['T1']);
    expect(router.inUse(known)).toBeNull();
    await list(known);
    setKey('another');
    expect(router.inUse(known)).toBeNull();
  });

  it('is told when it changes, not each time that it is looked at', async () => {
    const { list, says, clock, changes } = makeRouter([]);
    await list(known);
    await clock.advance(120_000);
    await list(known);
    expect(changes()).toBe(1);
    says['cloud-device'] = unreachable;
    await clock.advance(240_000);
    await list(known);
    await clock.advance(0);
    expect(changes()).toBe(2);
  });
});

it('shows the host of the source in use', async () => {
  const { router, list } = makeRouter(['T1']);
  expect(router.hostOf(known)).toBe('terminal-api-test.adyen.com');
  await list(known);
  expect(router.hostOf(known)).toBe('device-api-test.adyen.com');
  expect(router.hostOf({ ...known, source: 'connected-terminals' })).toBe('terminal-api-test.adyen.com');
  expect(router.hostOf({ ...known, source: 'cloud-device', ...inLive })).toBe('device-api-live-us.adyen.com');
});

describe('the requests that a question takes', () => {
  it('are counted beyond the one that it was granted', async () => {
    const { list, terminal, router, clock, asked, spent } = makeRouter(refused);
    await list(known);
    expect([asked(), spent()]).toEqual([['newer account', 'older account'], 1]);
    await terminal(known);
    expect([asked(), spent()]).toEqual([['older terminal'], 0]);
    await router.lookAgain(known);
    expect([asked(), spent()]).toEqual([['newer account', 'older account'], 2]);
    await clock.advance(25 * 3_600_000);
    await list(known);
    await clock.advance(0);
    expect([asked().length, spent()]).toEqual([3, 2]);
  });
});
