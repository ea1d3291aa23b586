import { createBudgets } from '../../main/monitor/budget.ts';
import { nothingWatched } from '../../main/monitor/watchlist.ts';
import { createEngine } from '../../main/monitor/engine.ts';
import type { Source } from '../../main/monitor/source.ts';
import type { Figure } from './bench.ts';
import { accountOf, createChain, pace, recordsOf, type Chain } from './chain.ts';
import { createSoakClock } from './soak/clock.ts';

const hourMs = 3_600_000;

/** Requests for each interval, averaged over an hour of virtual time in which everything is connected. */
export async function measure(): Promise<Figure[]> {
  return [
    {
      name: 'requestsPerRound1000Stores',
      what: 'requests of a round: 1,000 stores of one account',
      samples: [await requestsPerRound([createChain(1000, 5)])],
      bar: 1.1,
    },
    {
      name: 'requestsPerRound50Accounts',
      what: 'requests of a round: 50 accounts of 20 stores',
      samples: [await requestsPerRound(Array.from({ length: 50 }, () => createChain(20, 5)))],
      bar: 55,
    },
  ];
}

async function requestsPerRound(chains: readonly Chain[]): Promise<number> {
  const clock = createSoakClock(Date.UTC(2026, 9, 1, 12));
  const chainOf = new Map(chains.map((chain, at) => [`chain-${at}`, chain]));
  let requests = 0;
  let busy = false;
  const source: Source = {
    ask(question) {
      requests += 1;
      const stores = chainOf.get(question.account.id)?.stores ?? [];
      const asked = stores.filter(
        ({ reference }) => question.kind !== 'store' || reference === question.store,
      );
      const terminals = asked.flatMap((store) => store.terminals);
      const connected = terminals.filter((poiid) => question.kind !== 'terminal' || poiid === question.poiid);
      return Promise.resolve({ ok: true, connected, tookMs: 0 });
    },
  };
  const engine = createEngine({
    clock,
    source,
    // Drawn as a round begins, whose requests are made as soon as promises settle.
    random() {
      busy = true;
      return 0;
    },
    online: () => true,
    budgets: createBudgets((account) => account, clock),
    remembered: [...chainOf].flatMap(([account, chain]) =>
      recordsOf(chain, clock.now()).map((record) => ({ ...record, account })),
    ),
    onChange: () => {
      busy = true;
    },
    onRound: () => {},
  });
  engine.configure({
    ...nothingWatched,
    pace,
    accounts: [...chainOf].map(([id, chain]) => ({ ...accountOf(chain, ''), id, merchantAccount: id })),
  });
  engine.start();
  await clock.runTo(hourMs, () => {
    const was = busy;
    busy = false;
    return was;
  });
  engine.stop();
  const { verdict } = engine.overview();
  if (verdict !== 'connected') throw new Error(`Everything is connected, yet the verdict is ${verdict}.`);
  return requests / (hourMs / pace.intervalMs);
}
