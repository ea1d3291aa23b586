import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { answer } from '../../../main/history/answer.ts';
import { createClient } from '../../../main/history/client.ts';
import { createKeeper } from '../../../main/history/keeper.ts';
import type { Question } from '../../../main/history/messages.ts';
import type { TerminalOverview } from '../../../main/monitor/overview-types.ts';
import type { Watchlist } from '../../../main/monitor/watchlist.ts';
import { noLog } from '../../../main/platform/log.ts';
import { createHistory } from '../../../main/record.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { alwaysNew, makeOverview, makeStoreOverview, makeTerminalOverview } from '../../unit/history/make.ts';
import { makeAccount, makeStore, makeWatchlist } from '../../unit/monitor/make.ts';
import { all, makeFolder } from './make.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The recording with a real file behind it, whose disk can be filled. */
function startRecording(folder = makeFolder()) {
  const clock = createVirtualClock();
  const keeper = createKeeper();
  const disk = { full: false, batches: 0 };
  const onDisk = {
    ...keeper,
    write: (...changes: Parameters<typeof keeper.write>) => {
      if (disk.full) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
      keeper.write(...changes);
      disk.batches += 1;
    },
  };
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (question: Question) => port2.postMessage(answer(onDisk, question)));
  onTestFinished(() => {
    port1.close();
    keeper.close();
  });
  let watched: Watchlist = makeWatchlist([makeStore('UTR-01')]);
  let told = 0;
  const client = createClient(() => Object.assign(port1, { terminate: () => port1.close() }));
  const history = createHistory({
    clock,
    log: noLog,
    directory: folder,
    watchlist: () => watched,
    client,
    confirmedBy: () => 'own-request',
    knowledgeOf: alwaysNew(),
    acknowledged: () => [],
    keepDays: () => 400,
    noticed: () => (told += 1),
  });
  history.reconfigure();
  history.start();
  const terminal = (about: Partial<TerminalOverview> = {}) =>
    makeOverview([
      makeStoreOverview('UTR-01', [
        makeTerminalOverview('V400m-1', { since: 0, checkedAt: clock.now(), ...about }),
      ]),
    ]);
  return {
    ...history,
    clock,
    disk,
    told: () => told,
    look: (about: Partial<TerminalOverview>) => history.look(terminal(about)),
    /** Answers come from the thread, not from the clock; in their order, and this asks for nothing to be written. */
    written: () => client.ask('keepSince', 0),
    watch: (next: Watchlist) => {
      watched = next;
      history.reconfigure();
    },
    /** As it is after each round, for so long. */
    async goOn(ms: number, about: Partial<TerminalOverview> = {}) {
      for (let passed = 0; passed < ms; passed += 30_000) {
        history.look(terminal(about));
        await clock.advance(30_000);
        // Answers come from the thread, not from the clock.
        await history.ask('keepSince', 0).catch(() => {});
      }
    },
    async watchedMinutes() {
      const now = clock.now();
      const { uptime } = await history.ask('summary', all, { from: now - day, to: now });
      return Math.round((uptime.watched * day) / minute);
    },
  };
}

const down = { status: 'disconnected', since: Date.UTC(2026, 10, 24, 14) } as const;

it('records what is looked at, once the file is open', async () => {
  const { goOn, watchedMinutes, notices } = startRecording();
  await goOn(10 * minute);
  expect(await watchedMinutes()).toBeGreaterThanOrEqual(9);
  expect(notices()).toEqual([]);
});

it('what is looked at is on the disk within a second, and what is looked at together is one batch', async () => {
  const { goOn, look, clock, disk, written } = startRecording();
  await goOn(minute);
  const before = disk.batches;
  look(down);
  look({ ...down, checkedAt: clock.now() + 1 });
  await clock.advance(999);
  await written();
  expect(disk.batches).toBe(before + 1);
});

it('keeps what was decided before the file was open', async () => {
  const { goOn, decided, ask, clock } = startRecording();
  decided([
    {
      at: clock.now(),
      round: 1,
      kind: 'disconnected',
      account: 'shop',
      store: 'UTR-01',
      poiid: 'V400m-1',
      outcome: 'suppress',
      reason: 'snoozed',
    },
  ]);
  await goOn(2 * minute, down);
  const filter = {
    scope: all,
    from: 0,
    to: clock.now(),
    leastMs: 0,
    causes: [],
    text: '',
    after: null,
    limit: 9,
  };
  expect(await ask('incidents', filter)).toMatchObject([{ poiid: 'V400m-1', toldReason: 'snoozed' }]);
});

it('a full disk is told once, and recording goes on as soon as there is room: the time between is not watched', async () => {
  const { goOn, disk, notices, told, watchedMinutes } = startRecording();
  await goOn(5 * minute);
  disk.full = true;
  await goOn(20 * minute);
  expect(notices()).toEqual([{ code: 'history-not-recorded', refusal: 'full' }]);
  expect(told()).toBe(1);
  disk.full = false;
  await goOn(10 * minute);
  expect(notices()).toEqual([]);
  expect(told()).toBe(2);
  const minutes = await watchedMinutes();
  expect(minutes).toBeGreaterThanOrEqual(12);
  expect(minutes).toBeLessThanOrEqual(16);
});

it('a damaged file is told, and a new one recorded into', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'history.db'), 'no database'.repeat(1000));
  const { goOn, notices, watchedMinutes } = startRecording(folder);
  await goOn(5 * minute);
  expect(notices()).toMatchObject([{ code: 'file-kept-aside', file: 'history', reason: 'unreadable' }]);
  expect(await watchedMinutes()).toBeGreaterThanOrEqual(4);
});

it('goes on where an account is removed and entered again under another ID', async () => {
  const { goOn, accounts, watch, watchedMinutes } = startRecording();
  await goOn(5 * minute);
  watch(makeWatchlist([], { accounts: [makeAccount([makeStore('UTR-01')], { id: 'again' })] }));
  expect([...accounts()]).toEqual([['again', 'test/ShopNL']]);
  expect(await watchedMinutes()).toBeGreaterThanOrEqual(4);
});

it('the demo store is forgotten once it is switched off', async () => {
  const { goOn, watch, watchedMinutes } = startRecording();
  watch(makeWatchlist([], { accounts: [makeAccount([makeStore('UTR-01')], { origin: 'demo' })] }));
  await goOn(5 * minute);
  expect(await watchedMinutes()).toBeGreaterThanOrEqual(4);
  watch(makeWatchlist([]));
  expect(await watchedMinutes()).toBe(0);
});
