import { createBudgets } from '../../main/monitor/budget.ts';
import { nothingWatched } from '../../main/monitor/watchlist.ts';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Overview } from '../../main/monitor/overview-types.ts';
import { noLog } from '../../main/platform/log.ts';
import type { TerminalRecord } from '../../main/monitor/terminal.ts';
import type { Saved } from '../../main/settings/json-file.ts';
import { createWatch } from '../../main/watch.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { makeAccount, makeSource, makeStore } from './monitor/make.ts';

function makeWatch() {
  const clock = createVirtualClock();
  const happened: string[] = [];
  const saved: TerminalRecord[][] = [];
  const connected = new Set(['T1', 'T2']);
  let accounts = [makeAccount([makeStore('UTR-01')])];
  const asked: string[] = [];
  const shown: Overview['verdict'][] = [];
  let disk: Promise<unknown> = Promise.resolve();
  let telling: Promise<unknown> = Promise.resolve();
  let outcome: Saved = { ok: true };
  function put(records: TerminalRecord[]): Saved {
    saved.push(records);
    happened.push('remembered');
    return outcome;
  }
  const watch = createWatch(
    {
      clock,
      log: noLog,
      random: () => 0,
      online: () => true,
      budgets: createBudgets(() => '', clock),
      source: {
        ask(question) {
          asked.push(question.account.merchantAccount);
          return makeSource(connected).ask(question);
        },
      },
      memory: {
        records: [],
        notices: () => [],
        save: (records) => put(records),
        saveSoon: (records) => disk.then(() => put(records)),
      },
      watchlist: () => ({
        ...nothingWatched,
        accounts,
        pace: { intervalMs: 10_000, confirmationMs: 2_000, closedIntervalMs: null },
      }),
    },
    ({ verdict }) => void shown.push(verdict),
    async ({ events }) => {
      if (events.length > 0) await telling;
      happened.push(...events.map(({ kind, poiid }) => `told ${kind} ${poiid}`));
    },
    (byMs) => happened.push(`clock set by ${byMs}`),
    () => happened.push('noticed'),
  );
  return {
    clock,
    watch,
    happened,
    saved,
    connected,
    asked,
    shown,
    change: (next: typeof accounts) => (accounts = next),
    hang() {
      disk = new Promise(() => {});
    },
    /** Telling waits for this. */
    holdUp(until: Promise<unknown>) {
      telling = until;
    },
    refuse: (problem: string | null) => (outcome = problem === null ? { ok: true } : { ok: false, problem }),
  };
}

it('what is told was remembered before, so that a crash between the two does not tell it twice', async () => {
  const { clock, watch, happened, saved, connected } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  connected.delete('T2');
  happened.length = 0;
  await clock.advance(15_000);
  expect(happened.filter((what) => what.startsWith('told'))).toEqual(['told disconnected T2']);
  expect(happened[happened.indexOf('told disconnected T2') - 1]).toBe('remembered');
  const [last] = saved.slice(-1);
  expect(last?.find(({ poiid }) => poiid === 'T2')).toMatchObject({ told: 'disconnected' });
});

it('a return is not told before its drop, however long telling that takes', async () => {
  const { clock, watch, happened, connected, holdUp } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  let goOn = () => {};
  holdUp(new Promise<void>((resolve) => (goOn = resolve)));
  connected.delete('T2');
  await clock.advance(15_000);
  holdUp(Promise.resolve());
  connected.add('T2');
  await clock.advance(15_000);
  expect(happened.filter((what) => what.startsWith('told'))).toEqual([]);
  goOn();
  await clock.advance(1_000);
  expect(happened.filter((what) => what.startsWith('told'))).toEqual([
    'told disconnected T2',
    'told reconnected T2',
  ]);
});

it('a round that cannot be told does not silence those after it', async () => {
  const { clock, watch, happened, connected, holdUp } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  const failed = Promise.reject(new Error('no words'));
  failed.catch(() => {});
  holdUp(failed);
  connected.delete('T2');
  await clock.advance(15_000);
  holdUp(Promise.resolve());
  connected.add('T2');
  await clock.advance(15_000);
  expect(happened.filter((what) => what.startsWith('told'))).toEqual(['told reconnected T2']);
});

it('a disk that hangs keeps nobody from being told', async () => {
  const { clock, watch, happened, connected, hang } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  hang();
  connected.delete('T2');
  await clock.advance(18_000);
  expect(happened).toContain('told disconnected T2');
});

it('a disk that refuses is noticed once, and once it takes again; watching and telling go on', async () => {
  const { clock, watch, happened, connected, refuse } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  refuse('ENOSPC');
  connected.delete('T2');
  await clock.advance(30_000);
  expect(happened.filter((what) => what !== 'remembered')).toEqual(['noticed', 'told disconnected T2']);
  refuse(null);
  connected.add('T2');
  await clock.advance(15_000);
  expect(happened.filter((what) => what !== 'remembered').slice(2)).toEqual([
    'noticed',
    'told reconnected T2',
  ]);
});

it('rounds in which nothing changes are remembered every ten minutes, not each time', async () => {
  const { clock, watch, happened } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  happened.length = 0;
  await clock.advance(20 * 60_000);
  expect(happened).toEqual(['remembered', 'remembered']);
});

it('an account that is asked under another name is asked at once', async () => {
  const { clock, watch, asked, change } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  change([makeAccount([makeStore('UTR-01')], { merchantAccount: 'OtherNL' })]);
  watch.reconfigure();
  await clock.advance(1_500);
  expect(asked).toEqual(['ShopNL', 'OtherNL']);
});

it('remembers a last time when it stops, and leaves no timer', async () => {
  const { clock, watch, happened } = makeWatch();
  watch.reconfigure();
  watch.start();
  await clock.advance(1_000);
  happened.length = 0;
  watch.stop();
  expect(happened).toEqual(['remembered']);
  expect(clock.pending()).toBe(0);
});

it('is shown anew by itself only while something is down: how long it has been is part of the words', async () => {
  // What is shown no more often than the eye can follow goes by the real clock.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { clock, watch, connected, shown, asked } = makeWatch();
  async function twoMinutes() {
    shown.length = 0;
    asked.length = 0;
    for (let second = 0; second < 120; second += 1) {
      await clock.advance(1_000);
      vi.advanceTimersByTime(1_000);
    }
    return { shown: shown.length, asked: asked.length };
  }
  watch.reconfigure();
  watch.start();
  await twoMinutes();
  const well = await twoMinutes();
  expect(well).toEqual({ shown: well.asked, asked: well.asked });
  connected.delete('T2');
  await twoMinutes();
  const down = await twoMinutes();
  expect(shown.at(-1)).toBe('disconnected');
  expect(down.shown).toBeGreaterThan(down.asked);
  watch.stop();
});
