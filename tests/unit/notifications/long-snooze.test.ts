import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { createBudgets } from '../../../main/monitor/budget.ts';
import { noQuiet, type SnoozeLength } from '../../../main/monitor/quiet.ts';
import { nothingWatched } from '../../../main/monitor/watchlist.ts';
import { noMemory } from '../../../main/notifications/memory.ts';
import { createNotifier } from '../../../main/notifications/notifier.ts';
import { noLog } from '../../../main/platform/log.ts';
import { defaultRules } from '../../../main/settings/notifications.ts';
import { createWatch } from '../../../main/watch.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeAccount, makeHours, makeSource, makeStore } from '../monitor/make.ts';
import { minutes } from '../tray/make.ts';

const hours = (count: number) => minutes(60 * count);
const scope = { kind: 'store', account: 'shop', store: 'UTR-01' } as const;

/** A store in Amsterdam with two terminals, open from nine to six, watched by the real engine from this moment on. */
function makeStoreAt(start: string) {
  const clock = createVirtualClock(Date.parse(start));
  const connected = new Set(['T1', 'T2']);
  const told: string[] = [];
  let file = { quiet: noQuiet, memory: noMemory };
  const notifier = createNotifier({
    words: createSpeech().words,
    locale: () => 'en-GB',
    log: noLog,
    now: clock.now,
    elapsed: clock.elapsed,
    // So that nothing but the snooze keeps anything back.
    rules: () => ({ ...defaultRules(), onlyInOpeningHours: false }),
    readDoNotDisturb: () => Promise.resolve(false),
    record: () => {},
    onQuiet: () => {},
    noticed: () => {},
    store: {
      quiet: () => file.quiet,
      memory: () => file.memory,
      save: (change) => (file = { ...file, ...change }),
    },
    sender: {
      send({ title }) {
        told.push(`${new Date(clock.now()).toISOString().slice(0, 16)} ${title}`);
        return Promise.resolve('shown');
      },
    },
  });
  notifier.configure(new Map([['shop/UTR-01', makeHours('09:00-18:00', 'Europe/Amsterdam')]]));
  const watch = createWatch(
    {
      clock,
      log: noLog,
      random: () => 0,
      online: () => true,
      budgets: createBudgets(() => '', clock),
      source: makeSource(connected),
      memory: {
        records: [],
        notices: () => [],
        save: () => ({ ok: true }),
        saveSoon: () => Promise.resolve({ ok: true }),
      },
      watchlist: () => ({
        ...nothingWatched,
        accounts: [makeAccount([makeStore('UTR-01')])],
        pace: { intervalMs: 60_000, confirmationMs: 5_000, closedIntervalMs: null },
      }),
    },
    () => {},
    notifier.roundEnded,
    notifier.clockSet,
    () => {},
  );
  watch.reconfigure();
  watch.start();
  return {
    clock,
    told,
    notifier,
    drop: (poiid: string) => connected.delete(poiid),
    restore: (poiid: string) => connected.add(poiid),
    snooze: (length: SnoozeLength) => notifier.snooze(scope, length),
    recheck: () => watch.engine.recheck({ kind: 'all' }),
    until: (at: string) => clock.advance(Date.parse(at) - clock.now()),
  };
}

describe('a snooze until the store opens', () => {
  it.each([
    ['in an ordinary night', '2026-11-24T18:00Z', '2026-11-25T01:30Z', '2026-11-25T08:00Z'],
    [
      'into summer time, with a drop in the hour before',
      '2026-03-28T18:00Z',
      '2026-03-29T00:30Z',
      '2026-03-29T07:00Z',
    ],
    [
      'into winter time, with a drop in the first of two same hours',
      '2026-10-24T17:00Z',
      '2026-10-25T00:30Z',
      '2026-10-25T08:00Z',
    ],
    [
      'into winter time, with a drop in the second one',
      '2026-10-24T17:00Z',
      '2026-10-25T01:30Z',
      '2026-10-25T08:00Z',
    ],
  ])('holds a drop until then, to the minute: %s', async (_case, evening, drop, opening) => {
    const store = makeStoreAt(evening);
    await store.clock.advance(minutes(2));
    store.snooze('opening');
    await store.until(drop);
    store.drop('T2');
    await store.until(new Date(Date.parse(opening) - 1_000).toISOString());
    expect(store.told).toEqual([]);
    await store.clock.advance(minutes(3));
    expect(store.told).toEqual([`${opening.slice(0, 16)} T2 is disconnected`]);
    expect(store.notifier.quiet().snoozes).toEqual([]);
  });

  it.each([
    ['into summer time', '2026-03-28T18:00Z', '2026-03-29T07:00Z'],
    ['into winter time', '2026-10-24T17:00Z', '2026-10-25T08:00Z'],
  ])('is over for a PC that slept through the change of the clock %s', async (_case, evening, opening) => {
    const store = makeStoreAt(evening);
    await store.clock.advance(minutes(2));
    store.drop('T2');
    await store.clock.advance(minutes(2));
    expect(store.told).toHaveLength(1);
    store.snooze('opening');
    store.clock.sleep(Date.parse(opening) - store.clock.now() - minutes(1));
    store.drop('T1');
    await store.clock.advance(minutes(3));
    expect(store.told).toHaveLength(2);
    expect(store.told[1]).toMatch(new RegExp(`^${opening.slice(0, 14)}`));
    expect(store.notifier.quiet().snoozes).toEqual([]);
  });
});

describe('a snooze until everything is connected', () => {
  it.each([
    ['into summer time', '2026-03-28T18:00Z'],
    ['into winter time', '2026-10-24T17:00Z'],
  ])(
    'lasts over days, the change of the clock and partial recovery, and ends with the last return: %s',
    async (_case, evening) => {
      const store = makeStoreAt(evening);
      await store.clock.advance(minutes(2));
      store.drop('T1');
      await store.clock.advance(minutes(2));
      store.snooze('recovery');
      await store.clock.advance(hours(5));
      store.drop('T2');
      await store.clock.advance(hours(30));
      store.restore('T1');
      await store.clock.advance(minutes(30));
      expect(store.told.map((line) => line.slice(17))).toEqual(['T1 is disconnected']);
      expect(store.notifier.quiet().snoozes).toEqual([{ scope, until: null, lengthMs: null }]);

      store.restore('T2');
      await store.clock.advance(minutes(2));
      expect(store.notifier.quiet().snoozes).toEqual([]);
      expect(store.told.map((line) => line.slice(17))).toEqual([
        'T1 is disconnected',
        'T1 is connected again',
      ]);

      store.drop('T2');
      await store.clock.advance(minutes(2));
      expect(store.told.at(-1)).toMatch('T2 is disconnected');
    },
  );
});

describe('a snooze for an hour', () => {
  it.each([
    ['forward by an hour', hours(1)],
    ['back by a day', -hours(24)],
    ['back by 400 days', -hours(400 * 24)],
  ])('lasts an hour though the clock is set %s', async (_case, by) => {
    const store = makeStoreAt('2026-11-24T10:00Z');
    await store.clock.advance(minutes(2));
    store.snooze('hour');
    await store.clock.advance(minutes(10));
    store.clock.set(store.clock.now() + by);
    await store.clock.advance(minutes(2));
    store.drop('T2');
    await store.clock.advance(minutes(47));
    expect(store.told).toEqual([]);
    await store.clock.advance(minutes(3));
    expect(store.told.map((line) => line.slice(17))).toEqual(['T2 is disconnected']);
    expect(store.notifier.quiet().snoozes).toEqual([]);
  });

  it('is not ended by a round between the setting of the clock and its being noticed', async () => {
    const store = makeStoreAt('2026-11-24T10:00Z');
    await store.clock.advance(minutes(2));
    store.snooze('hour');
    store.clock.set(store.clock.now() + hours(2));
    const seen = store.notifier.quiet().snoozes;
    await store.recheck();
    expect(seen).toEqual([]);
    await store.clock.advance(10_000);
    expect(store.notifier.quiet().snoozes).toHaveLength(1);
  });
});
