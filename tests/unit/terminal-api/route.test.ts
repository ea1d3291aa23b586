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
    await clock.advance(24 * 3_600_000);
    await list(known);
    expect(asked()).toEqual(['newer account', 'older account', 'older terminal', 'older account']);
    expect(changes()).toBe(0);
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
    expect(asked()).toEqual(['newer account', 'newer account']);
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

it('shows the host of the source in use', async () => {
  const { router, list } = makeRouter(['T1']);
  expect(router.hostOf(known)).toBe('terminal-api-test.adyen.com');
  await list(known);
  expect(router.hostOf(known)).toBe('device-api-test.adyen.com');
  expect(router.hostOf({ ...known, source: 'connected-terminals' })).toBe('terminal-api-test.adyen.com');
  expect(router.hostOf({ ...known, source: 'cloud-device', ...inLive })).toBe('device-api-live-us.adyen.com');
});
