import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendar } from '../../main/history/calendar.ts';
import { createClient, type HistoryClient } from '../../main/history/client.ts';
import { closeFile, openFile } from '../../main/history/file.ts';
import { createWriter } from '../../main/history/writer.ts';
import type { Database } from '../../main/history/database.ts';
import { startThread } from '../../main/history/thread.ts';
import { createChain, merchantAccount, type Chain } from './chain.ts';
import { costsInApp } from './history-app.ts';
import type { BenchContext, Figure } from './bench.ts';
import { mainThreadMs } from './procfs.ts';

const stores = 1000;
const each = 5;
const terminals = stores * each;
const transitions = 1_000_000;
const days = 400;
const dayMs = 24 * 3_600_000;
const account = `test/${merchantAccount}`;
const times = 7;
/** As many as a list shows at a time, at most. */
const barsAtATime = 200;

/** What the History page costs with a year of a large merchant behind it, on the main thread and until it is there. */
export async function measure(context: BenchContext): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-bench-'));
  context.defer(() => rmSync(folder, { recursive: true, force: true }));
  const chain = createChain(stores, each);
  // The app asks the time itself.
  const now = Date.now();
  context.say(
    `history: ${transitions.toLocaleString('en')} transitions of ${terminals.toLocaleString('en')} terminals …`,
  );
  const floor = fill(folder, chain, now);
  const inApp = await costsInApp(folder, chain, context);

  const client = createClient(() => startThread(join(context.root, 'out', 'app', 'main', 'history.js')));
  context.defer(() => client.close());
  await client.ask('open', folder, now);
  const scope = { kind: 'all' } as const;
  const month = { from: now - 30 * dayMs, to: now };
  const list = { scope, ...month, leastMs: 0, causes: [], text: '', after: null, limit: 50 };
  const { edges } = calendar(month.from, month.to, 'Europe/Amsterdam');
  const all = chain.stores.flatMap((store) => store.terminals.map((poiid) => ({ account, poiid })));

  const page = await costsOf(() =>
    Promise.all([
      client.ask('summary', scope, month),
      client.ask('bins', scope, edges),
      client.ask('incidents', list),
    ]),
  );
  const filter = await costsOf(() =>
    client.ask('incidents', { ...list, text: 'till 77', causes: ['store'], leastMs: 60_000 }),
  );
  const nothing = await costsOf(() => client.ask('incidents', { ...list, text: 'no such name' }));
  const decisions = await costsOf(() =>
    client.ask('decisions', {
      scope,
      ...month,
      outcome: 'kept-back',
      text: 'till 77',
      after: null,
      limit: 50,
    }),
  );
  const uptime = await costsOf(() => barsOf(client, all, now));
  return [
    ...figures('openPage', 'opening the page', page, 150),
    ...figures('filter', 'filtering the incidents', filter, 150),
    ...figures('filterNothing', 'filtering, where nothing matches', nothing, 150),
    ...figures('decisions', 'filtering the notifications', decisions, 150),
    ...figures('uptime', 'uptime and bar of every terminal', uptime, 150),
    {
      name: 'historyBareSqlMs',
      what: 'ms of the bare SQL for the uptime of all terminals',
      samples: floor,
      bar: null,
    },
    ...inApp,
  ];
}

interface Costs {
  mainMs: number[];
  wallMs: number[];
}

async function costsOf(ask: () => Promise<unknown>): Promise<Costs> {
  const costs: Costs = { mainMs: [], wallMs: [] };
  await ask();
  for (let time = 0; time < times; time += 1) {
    const before = await mainThreadMs();
    const began = performance.now();
    await ask();
    costs.wallMs.push(performance.now() - began);
    costs.mainMs.push((await mainThreadMs()) - before);
  }
  return costs;
}

function figures(name: string, what: string, { mainMs, wallMs }: Costs, bar: number): Figure[] {
  return [
    { name: `${name}MainMs`, what: `ms of the main thread: ${what}`, samples: mainMs, bar },
    { name: `${name}WallMs`, what: `ms until it is there: ${what}`, samples: wallMs, bar: null },
  ];
}

async function barsOf(
  client: HistoryClient,
  all: { account: string; poiid: string }[],
  now: number,
): Promise<void> {
  for (let at = 0; at < all.length; at += barsAtATime) {
    await client.ask('bars', all.slice(at, at + barsAtATime), now, 48);
  }
}

/** Every terminal up and down in turn, for two days and for half an hour. @returns what the bare SQL takes, in ms */
function fill(folder: string, chain: Chain, now: number): number[] {
  const { database } = openFile(folder, now);
  try {
    createWriter(database).write([
      ...chain.stores.map(({ reference: store, name }, place) => ({
        kind: 'place' as const,
        place,
        account,
        store,
        name,
      })),
      ...chain.stores
        .flatMap((store) => store.terminals)
        .map((poiid, terminal) => ({
          kind: 'terminal' as const,
          terminal,
          account,
          poiid,
          name: `Till ${terminal}`,
        })),
    ]);
    addSpans(database, now);
    const bare = database.prepare(
      `SELECT terminal, sum((min(end, $to) - max(start, $from)) * up) AS up, sum(min(end, $to) - max(start, $from)) AS known
       FROM span WHERE end > $from AND start < $to GROUP BY terminal`,
    );
    return Array.from({ length: times }, () => {
      const began = performance.now();
      bare.all({ from: now - 30 * dayMs, to: now });
      return performance.now() - began;
    });
  } finally {
    closeFile(database);
  }
}

function addSpans(database: Database, now: number): void {
  const spans = transitions / terminals;
  const periodMs = (days * dayMs) / spans;
  const values = { terminals, each, spans, periodMs, begin: now - days * dayMs, downMs: 30 * 60_000 };
  const numbers = `WITH RECURSIVE
    t(terminal) AS (SELECT 1 UNION ALL SELECT terminal + 1 FROM t WHERE terminal < $terminals),
    n(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM n WHERE at < $spans - 1)`;
  // Odd ones are down, and end as the next begins.
  const start = `CAST($begin + at * $periodMs + (at % 2) * ($periodMs - $downMs) + terminal AS INTEGER)`;
  const end = `CAST($begin + (at + 1) * $periodMs + (1 - at % 2) * ($periodMs - $downMs) + terminal AS INTEGER)`;
  database.exec('BEGIN');
  database
    .prepare(
      `${numbers} INSERT INTO span (terminal, start, end, place, up)
       SELECT terminal, ${start}, ${end}, 1 + (terminal - 1) / $each, 1 - at % 2 FROM t, n`,
    )
    .run(values);
  database.exec(`
    INSERT INTO incident (terminal, place, cause, start, confirmed, confirmed_by, end, over)
      SELECT terminal, place, iif(terminal % 50 = 0, 'store', 'terminal'), start, start + 5000, 'own-request', end, 1
      FROM span WHERE up = 0 ORDER BY start;
    INSERT INTO decision (at, kind, account, place, terminal, reason)
      SELECT start + 6000, 'disconnected', '${account}', place, terminal, iif(terminal % 3 = 0, 'outside-hours', NULL)
      FROM incident ORDER BY start;
    COMMIT`);
}
