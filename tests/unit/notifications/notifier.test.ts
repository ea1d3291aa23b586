import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { OpeningHours } from '../../../main/monitor/opening-hours.ts';
import { noQuiet, type Quiet } from '../../../main/monitor/quiet.ts';
import { noMemory, type Memory } from '../../../main/notifications/memory.ts';
import { createNotifier } from '../../../main/notifications/notifier.ts';
import type { NotificationDecision } from '../../../main/notifications/decision.ts';
import type { Outcome } from '../../../main/notifications/sender.ts';
import type { Message } from '../../../main/notifications/wording.ts';
import { defaultRules } from '../../../main/settings/notifications.ts';
import { makeHours } from '../monitor/make.ts';
import { makeOverview, makeStore, makeTerminals, minutes } from '../tray/make.ts';
import { eventsOf, makeEvent, makeReport, now } from './make.ts';

const down = makeStore({ terminals: makeTerminals(['disconnected', 'connected']) });
const up = makeStore({ terminals: makeTerminals(['connected', 'connected']) });
const [dropped] = eventsOf(down);
const [returned] = eventsOf(up);
const everything = { kind: 'all' } as const;
const utrecht = { kind: 'store', account: 'shop', store: 'UTR-01' } as const;

/** @param at when somebody snoozes */
function makeNotifier(at = now, readDoNotDisturb = () => Promise.resolve(false), rules = defaultRules) {
  const sent: Message[] = [];
  const decisions: NotificationDecision[] = [];
  const saves: object[] = [];
  let file: { quiet: Quiet; memory: Memory } = { quiet: noQuiet, memory: noMemory };
  let shown = 0;
  let noticed = 0;
  let outcome: Outcome = 'shown';
  const make = (hours: Record<string, OpeningHours> = {}) => {
    const notifier = createNotifier({
      words: createSpeech().words,
      locale: () => 'en-GB',
      now: () => at,
      elapsed: () => 0,
      sender: {
        send: (message) => {
          sent.push(message);
          return Promise.resolve(outcome);
        },
      },
      log: { info: () => {} },
      store: {
        quiet: () => file.quiet,
        memory: () => file.memory,
        save: (change) => {
          saves.push(change);
          file = { ...file, ...change };
        },
      },
      rules,
      readDoNotDisturb,
      record: (made) => decisions.push(...made),
      onQuiet: () => (shown += 1),
      noticed: () => (noticed += 1),
    });
    notifier.configure(new Map(Object.entries(hours)));
    return notifier;
  };
  const titles = () => sent.map(({ title }) => title);
  return {
    make,
    sent,
    titles,
    decisions,
    saves,
    file: () => file,
    shown: () => shown,
    noticed: () => noticed,
    system: (does: Outcome) => (outcome = does),
  };
}

function report(events: (typeof dropped)[], endedAt = now) {
  return makeReport(
    events.filter((event) => event !== undefined),
    { endedAt },
  );
}

/** With Till 1 down, as a look at this time shows it. */
function looked(at: string) {
  return makeOverview([{ ...down, checkedAt: Date.parse(at) }]);
}

describe('a round', () => {
  it('is one notification however much changed in it, and every decision is handed on', async () => {
    const { make, titles, decisions } = makeNotifier();
    const dark = makeStore({ terminals: makeTerminals(['disconnected', 'disconnected']) });
    await make().roundEnded(
      makeReport([...eventsOf(dark), makeEvent(dark, undefined)]),
      makeOverview([dark]),
    );
    expect(titles()).toEqual(['No terminal is connected at Utrecht Centraal']);
    expect(decisions).toMatchObject([
      { kind: 'store-offline', poiid: null, outcome: 'notify', round: 7 },
      { kind: 'reconnected', poiid: 'V400m-999', outcome: 'suppress', reason: 'unwatched' },
    ]);
  });

  it('without anything to tell sends nothing', async () => {
    const { make, sent } = makeNotifier();
    await make().roundEnded(report([]), makeOverview([up]));
    expect(sent).toEqual([]);
  });

  it('is remembered before it is told', async () => {
    const { make, sent, saves } = makeNotifier();
    const before: number[] = [];
    const notifier = make();
    const push = sent.push.bind(sent);
    sent.push = (...messages) => {
      before.push(saves.length);
      return push(...messages);
    };
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    expect(before).toEqual([1]);
    expect(saves).toMatchObject([{ memory: { down: [{ poiid: 'V400m-100' }] } }]);
  });

  it('that changes nothing writes nothing, but for the time of the last look now and then', async () => {
    const { make, saves } = makeNotifier();
    const notifier = make();
    for (let minute = 0; minute <= 15; minute += 1) {
      await notifier.roundEnded(report([], now + minutes(minute)), makeOverview([up]));
    }
    expect(saves).toHaveLength(2);
  });
});

describe('a snooze', () => {
  it('keeps back what outlasts it, also over a restart, and tells it once', async () => {
    const { make, titles, shown } = makeNotifier();
    const first = make();
    first.snooze(everything, 'hour');
    expect(shown()).toBe(2);
    await first.roundEnded(report([dropped]), makeOverview([down]));
    const second = make();
    await second.roundEnded(report([], now + minutes(59)), makeOverview([down]));
    expect(titles()).toEqual([]);
    await second.roundEnded(report([], now + minutes(60)), makeOverview([down]));
    await second.roundEnded(report([], now + minutes(61)), makeOverview([down]));
    expect(titles()).toEqual(['Till 1 is disconnected']);
    expect(second.quiet().snoozes).toEqual([]);
  });

  it('until recovery ends with it, and the return is told', async () => {
    const { make, titles } = makeNotifier();
    const notifier = make();
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    notifier.snooze(utrecht, 'recovery');
    await notifier.roundEnded(report([]), makeOverview([down]));
    expect(notifier.quiet().snoozes).toHaveLength(1);
    await notifier.roundEnded(report([returned]), makeOverview([up]));
    expect(notifier.quiet().snoozes).toEqual([]);
    expect(titles()).toEqual(['Till 1 is disconnected', 'Till 1 is connected again']);
  });

  it('of one terminal keeps back that one alone, and one until recovery ends with it', async () => {
    const { make, titles } = makeNotifier();
    const notifier = make();
    const terminal = (poiid: string) => ({ kind: 'terminal', account: 'shop', poiid }) as const;
    const poiid = dropped?.poiid ?? '';
    notifier.snooze(terminal(poiid), 'hour');
    notifier.snooze(terminal('another'), 'hour');
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    expect(titles()).toEqual([]);
    notifier.endSnooze(terminal(poiid));
    expect(notifier.quiet().snoozes).toMatchObject([{ scope: terminal('another') }]);
    await notifier.roundEnded(report([]), makeOverview([down]));
    expect(titles()).toEqual(['Till 1 is disconnected']);

    notifier.snooze(terminal(poiid), 'recovery');
    await notifier.roundEnded(report([]), makeOverview([down]));
    expect(notifier.quiet().snoozes).toHaveLength(2);
    await notifier.roundEnded(report([returned]), makeOverview([up]));
    expect(notifier.quiet().snoozes).toMatchObject([{ scope: terminal('another') }]);
    expect(titles()).toEqual(['Till 1 is disconnected', 'Till 1 is connected again']);
  });

  it('until opening ends when the store opens, and everything when the first one does', () => {
    const { make } = makeNotifier();
    const notifier = make({
      'shop/UTR-01': makeHours('18:00-20:00'),
      'shop/AMF-02': makeHours('16:00-20:00'),
    });
    notifier.snooze(utrecht, 'opening');
    notifier.snooze(everything, 'opening');
    const at = (hour: number) => new Date(2026, 10, 24, hour).getTime();
    expect(notifier.quiet().snoozes).toEqual([
      { scope: utrecht, until: at(18), lengthMs: null },
      { scope: everything, until: at(16), lengthMs: null },
    ]);
    expect(notifier.quiet().withHours).toEqual(['shop/UTR-01', 'shop/AMF-02']);
  });

  it.each([
    ['over midnight', '09:00-18:00', '2026-11-24T22:30:00Z', 'opening', '2026-11-25T08:00:00Z'],
    ['into summer time', '09:00-18:00', '2026-03-28T20:00:00Z', 'opening', '2026-03-29T07:00:00Z'],
    ['into winter time', '09:00-18:00', '2026-10-24T19:00:00Z', 'opening', '2026-10-25T08:00:00Z'],
    [
      'to an opening in the skipped hour',
      '02:30-18:00',
      '2026-03-28T20:00:00Z',
      'opening',
      '2026-03-29T01:30:00Z',
    ],
    [
      'to an opening in the repeated hour',
      '02:30-18:00',
      '2026-10-24T19:00:00Z',
      'opening',
      '2026-10-25T00:30:00Z',
    ],
    ['for an hour over midnight', '09:00-18:00', '2026-11-24T22:30:00Z', 'hour', '2026-11-24T23:30:00Z'],
    ['for an hour that is repeated', '00:00-24:00', '2026-10-25T00:30:00Z', 'hour', '2026-10-25T01:30:00Z'],
    ['for an hour that is skipped', '00:00-24:00', '2026-03-29T00:30:00Z', 'hour', '2026-03-29T01:30:00Z'],
  ] as const)('lasts as long as it says: %s', (_, spans, from, length, until) => {
    const { make } = makeNotifier(Date.parse(from));
    const notifier = make({ 'shop/UTR-01': makeHours(spans, 'Europe/Amsterdam') });
    notifier.snooze(utrecht, length);
    expect(notifier.quiet().snoozes).toEqual([
      { scope: utrecht, until: Date.parse(until), lengthMs: length === 'hour' ? minutes(60) : null },
    ]);
  });

  it('until opening, in winter time since the night, holds a drop to the minute', async () => {
    const { make, titles } = makeNotifier(Date.parse('2026-10-24T19:00:00Z'));
    const notifier = make({ 'shop/UTR-01': makeHours('09:00-18:00', 'Europe/Amsterdam') });
    notifier.snooze(utrecht, 'opening');
    await notifier.roundEnded(
      report([dropped], Date.parse('2026-10-25T07:59:00Z')),
      looked('2026-10-25T07:59:00Z'),
    );
    expect(titles()).toEqual([]);
    await notifier.roundEnded(report([], Date.parse('2026-10-25T08:00:00Z')), looked('2026-10-25T08:00:00Z'));
    expect(titles()).toEqual(['Till 1 is disconnected']);
  });

  it('is no reason to be told after midnight of a store that is open until then', async () => {
    const { make, titles } = makeNotifier(Date.parse('2026-11-24T22:30:00Z'));
    const notifier = make({ 'shop/UTR-01': makeHours('18:00-24:00', 'Europe/Amsterdam') });
    notifier.snooze(utrecht, 'hour');
    await notifier.roundEnded(
      report([dropped], Date.parse('2026-11-24T22:40:00Z')),
      looked('2026-11-24T22:40:00Z'),
    );
    await notifier.roundEnded(report([], Date.parse('2026-11-24T23:31:00Z')), looked('2026-11-24T23:31:00Z'));
    expect(titles()).toEqual([]);
    await notifier.roundEnded(report([], Date.parse('2026-11-25T17:00:00Z')), looked('2026-11-25T17:00:00Z'));
    expect(titles()).toEqual(['Till 1 is disconnected']);
  });

  it('until opening is none where nobody knows when that is', () => {
    const { make } = makeNotifier();
    const notifier = make();
    notifier.snooze(utrecht, 'opening');
    expect(notifier.quiet().snoozes).toEqual([]);
  });

  it('can be ended', async () => {
    const { make, titles } = makeNotifier();
    const notifier = make();
    notifier.snooze(everything, 'recovery');
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    notifier.endSnooze(everything);
    await notifier.roundEnded(report([]), makeOverview([down]));
    expect(titles()).toEqual(['Till 1 is disconnected']);
  });
});

it('hears nothing more of an acknowledged terminal until it is back', async () => {
  const { make, titles, file } = makeNotifier();
  const notifier = make();
  notifier.acknowledge({ account: 'shop', poiid: 'V400m-100' }, true);
  await notifier.roundEnded(report([dropped]), makeOverview([down]));
  expect(titles()).toEqual([]);
  await notifier.roundEnded(report([returned]), makeOverview([up]));
  expect(file().quiet.acknowledged).toEqual([]);
  await notifier.roundEnded(report([dropped]), makeOverview([down]));
  expect(titles()).toEqual(['Till 1 is disconnected']);
});

it('sends a test whatever is snoozed', async () => {
  const { make, titles } = makeNotifier();
  const notifier = make();
  notifier.snooze(everything, 'hour');
  expect(await notifier.test()).toBe('shown');
  expect(titles()).toEqual(['This is how Tillwatch tells you']);
});

describe('a system that is not to disturb', () => {
  it('is asked only when there is something to tell, and that is told once it may be', async () => {
    let on = true;
    let asked = 0;
    const { make, titles, decisions } = makeNotifier(now, () => {
      asked += 1;
      return Promise.resolve(on);
    });
    const notifier = make();
    await notifier.roundEnded(report([]), makeOverview([up]));
    expect(asked).toBe(0);
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    await notifier.roundEnded(report([]), makeOverview([down]));
    expect(titles()).toEqual([]);
    expect(decisions).toMatchObject([{ outcome: 'suppress', reason: 'do-not-disturb' }]);
    on = false;
    await notifier.roundEnded(report([]), makeOverview([down]));
    expect(titles()).toEqual(['Till 1 is disconnected']);
  });
});

describe('a system that shows nothing', () => {
  const at = (minute: number) => now + minutes(minute);

  it.each(['failed', 'unsupported'] as const)(
    'has told nobody: that is on record, and said in the window: %s',
    async (refusal) => {
      const { make, decisions, file, noticed, system } = makeNotifier();
      const notifier = make();
      system(refusal);
      await notifier.roundEnded(report([dropped]), makeOverview([down]));
      expect(decisions).toMatchObject([{ kind: 'disconnected', outcome: 'suppress', reason: 'not-shown' }]);
      expect(file().memory).toMatchObject({ down: [], held: [{ poiid: 'V400m-100' }], sentAt: [] });
      expect(notifier.notices()).toEqual([{ code: 'notifications-not-shown', refusal }]);
      expect(noticed()).toBe(1);
    },
  );

  it('is tried again after a while, tells then what has lasted, and the notice is gone', async () => {
    const { make, titles, decisions, noticed, system } = makeNotifier();
    const notifier = make();
    system('failed');
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    system('shown');
    await notifier.roundEnded(report([], at(1)), makeOverview([down]));
    expect(titles()).toHaveLength(1);
    await notifier.roundEnded(report([], at(2)), makeOverview([down]));
    expect(titles()).toEqual(['Till 1 is disconnected', 'Till 1 is disconnected']);
    expect(decisions.map(({ reason }) => reason)).toEqual(['not-shown', null]);
    expect([notifier.notices(), noticed()]).toEqual([[], 2]);
  });

  it('is not told of a return whose drop it did not show', async () => {
    const { make, titles, decisions, system } = makeNotifier();
    const notifier = make();
    system('failed');
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    system('shown');
    await notifier.roundEnded(report([returned], at(1)), makeOverview([up]));
    await notifier.roundEnded(report([], at(5)), makeOverview([up]));
    expect(titles()).toHaveLength(1);
    expect(decisions.map(({ reason }) => reason)).toEqual(['not-shown', 'drop-not-told']);
  });

  it('is believed again as soon as it has shown a test', async () => {
    const { make, titles, system } = makeNotifier();
    const notifier = make();
    system('failed');
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    system('shown');
    await notifier.test();
    expect(notifier.notices()).toEqual([]);
    await notifier.roundEnded(report([], now + 1), makeOverview([down]));
    expect(titles().at(-1)).toBe('Till 1 is disconnected');
  });

  it('that says nothing counts as one that shows', async () => {
    const { make, decisions, system } = makeNotifier();
    const notifier = make();
    system('unknown');
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    expect(decisions).toMatchObject([{ outcome: 'notify', reason: null }]);
    expect(notifier.notices()).toEqual([]);
  });
});

describe('a clock that is set', () => {
  const until = (quiet: Quiet) => quiet.snoozes.map((one) => one.until);

  it('moves the end of what was to last for a while, and of nothing else', () => {
    const { make, file, shown } = makeNotifier();
    const notifier = make({ 'shop/UTR-01': makeHours('18:00-20:00') });
    notifier.snooze(utrecht, 'opening');
    notifier.snooze(everything, 'quarter');
    const [opening] = until(file().quiet);
    const before = shown();
    notifier.clockSet(minutes(60) + 0.4);
    expect(until(file().quiet)).toEqual([opening, now + minutes(75)]);
    expect(shown()).toBe(before + 1);
  });

  it('while Tillwatch was not running makes no snooze longer than it was to be', async () => {
    const { make, file } = makeNotifier();
    make().snooze(everything, 'hour');
    const yearBefore = now - minutes(365 * 24 * 60);
    await make().roundEnded(report([], yearBefore), makeOverview([down]));
    expect(until(file().quiet)).toEqual([yearBefore + minutes(60)]);
  });

  it('brings no reminder sooner', async () => {
    const rules = { ...defaultRules(), stillDisconnected: true, stillAfterMinutes: 60 };
    const { make, titles } = makeNotifier(now, undefined, () => rules);
    const notifier = make();
    await notifier.roundEnded(report([dropped]), makeOverview([down]));
    notifier.clockSet(minutes(120));
    await notifier.roundEnded(report([], now + minutes(121)), makeOverview([down]));
    expect(titles()).toHaveLength(1);
    await notifier.roundEnded(report([], now + minutes(180)), makeOverview([down]));
    expect(titles()).toEqual(['Till 1 is disconnected', 'Till 1 is still disconnected']);
  });

  it('keeps no summary of an opening waiting for the day it came from', async () => {
    const { make, titles } = makeNotifier();
    const notifier = make({ 'shop/UTR-01': makeHours('09:00-20:00') });
    const suspect = makeStore({ terminals: makeTerminals(['disconnected', 'suspect']) });
    const at = (minute: number) => now - minutes(5 * 60) + minutes(minute);
    await notifier.roundEnded(report([dropped], at(-300)), makeOverview([down]));
    await notifier.roundEnded(report([], at(0)), makeOverview([{ ...suspect, checkedAt: at(0) }]));
    notifier.clockSet(-minutes(24 * 60));
    const yesterday = at(1) - minutes(24 * 60);
    await notifier.roundEnded(report([], yesterday), makeOverview([{ ...down, checkedAt: yesterday }]));
    expect(titles()).toEqual(['Till 1 is disconnected']);
  });
});
