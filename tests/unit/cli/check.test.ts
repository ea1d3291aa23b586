import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { CheckArguments } from '../../../main/cli/arguments.ts';
import { runCheck, type CheckDeps } from '../../../main/cli/check.ts';
import type { Verdict } from '../../../main/monitor/overview-types.ts';
import type { Watchlist } from '../../../main/monitor/watchlist.ts';
import { makeAccount, makeStore, makeWatchlist } from '../monitor/make.ts';
import { makeOverview, makeStore as makeChecked } from '../tray/make.ts';

const { words } = createSpeech();
const twoShops = makeWatchlist([], {
  accounts: [
    makeAccount([makeStore('UTR-01'), makeStore('AMS-01')]),
    makeAccount([makeStore('UTR-01')], { id: 'other' }),
  ],
});

async function run(
  options: Partial<CheckArguments> = {},
  deps: Partial<CheckDeps> & { verdict?: Verdict } = {},
) {
  const out: string[] = [];
  const complaints: string[] = [];
  const asked: Watchlist[] = [];
  const { verdict = 'connected', ...others } = deps;
  const code = await runCheck(
    { kind: 'check', json: true, store: null, ...options },
    {
      words,
      moment: String,
      watchlist: twoShops,
      notices: [],
      async checkOnce(watchlist) {
        asked.push(watchlist);
        const stores = watchlist.accounts.flatMap(({ id, stores }) =>
          stores.map(({ reference }) => makeChecked({ account: id, reference, verdict })),
        );
        return makeOverview(stores);
      },
      async print(text) {
        out.push(text);
      },
      complain: (line) => void complaints.push(line),
      ...others,
    },
  );
  const references = asked.flatMap(({ accounts }) =>
    accounts.flatMap(({ id, stores }) => stores.map(({ reference }) => `${id}/${reference}`)),
  );
  return { code, out, complaints, references };
}

describe('a check', () => {
  it('prints one JSON object on one line, and nothing else', async () => {
    const { out, code, complaints } = await run();
    expect(out).toHaveLength(1);
    expect(out[0]).not.toContain('\n');
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ state: 'connected', stores: { length: 3 } });
    expect(code).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('prints a table without --json', async () => {
    const { out } = await run({ json: false });
    expect(out[0]).toMatch(/^connected, checked /);
  });

  it.each([
    ['connected', 0],
    ['attention', 1],
    ['disconnected', 2],
    ['unknown', 3],
    ['offline', 3],
  ] as const)('ends by the convention of monitoring plug-ins: %s is %i', async (verdict, wanted) => {
    expect((await run({}, { verdict })).code).toBe(wanted);
  });

  it('asks for nothing but the store that was named, in every account that has it', async () => {
    expect((await run({ store: 'UTR-01' })).references).toEqual(['shop/UTR-01', 'other/UTR-01']);
    expect((await run({ store: 'AMS-01' })).references).toEqual(['shop/AMS-01']);
  });

  it('asks of the administrator’s refused stores only where all are asked about', async () => {
    const asked: boolean[] = [];
    const deps: Partial<CheckDeps> = {
      watchlist: { ...twoShops, incomplete: true },
      checkOnce: async ({ incomplete }) => {
        asked.push(incomplete);
        return makeOverview([]);
      },
    };
    await run({}, deps);
    await run({ store: 'UTR-01' }, deps);
    expect(asked).toEqual([true, false]);
  });

  it('does not take an unknown store for a good answer: it names the known ones', async () => {
    const { code, out, complaints, references } = await run({ store: 'utr-01' });
    expect([code, out, references]).toEqual([3, [], []]);
    expect(complaints).toEqual([
      'No store with the reference "utr-01" is configured. There is: UTR-01, AMS-01.',
    ]);
  });

  it.each([
    ['no account', makeWatchlist([], { accounts: [] }), null],
    ['an account without stores', makeWatchlist([]), null],
    ['a store that cannot be there', makeWatchlist([], { accounts: [] }), 'UTR-01'],
  ])('without configuration is unknown, and says what to do: %s', async (_, watchlist, store) => {
    const { code, out, complaints } = await run({ store }, { watchlist });
    expect(code).toBe(3);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ state: 'unknown', stores: [] });
    expect(complaints).toEqual([expect.stringMatching(/^No store is configured yet\./)]);
  });

  it('tells of troubles with files and keys beside the report, a line each', async () => {
    const { out, code, complaints } = await run(
      {},
      {
        notices: [
          { code: 'key-unreadable', account: 'shop' },
          { code: 'managed-refused', file: '/etc/x', path: 'accounts[0].id', problem: 'This is missing.' },
        ],
      },
    );
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(complaints).toHaveLength(2);
    expect(complaints[1]).toContain('accounts[0].id');
    expect(complaints.join('')).not.toContain('\n');
  });
});
