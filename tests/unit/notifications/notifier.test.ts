import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { OpeningHours } from '../../../main/monitor/opening-hours.ts';
import { noQuiet, type Quiet } from '../../../main/monitor/quiet.ts';
import { noMemory, type Memory } from '../../../main/notifications/memory.ts';
import { createNotifier } from '../../../main/notifications/notifier.ts';
import type { NotificationDecision } from '../../../main/notifications/decision.ts';
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

/** @param disturb answers of the system, one for each time it is asked; it says nothing afterwards */
function makeNotifier({ disturb = [] }: { disturb?: boolean[] } = {}) {
  const sent: Message[] = [];
  const decisions: NotificationDecision[] = [];
  const saves: object[] = [];
  let file: { quiet: Quiet; memory: Memory } = { quiet: noQuiet, memory: noMemory };
  let asked = 0;
  let shown = 0;
  const make = (hours: Record<string, OpeningHours> = {}) => {
    const notifier = createNotifier({
      words: createSpeech().words,
      locale: () => 'en-GB',
      now: () => now,
      sender: {
        send: (message) => {
          sent.push(message);
          return Promise.resolve('shown');
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
      rules: defaultRules,
      doNotDisturb: () => Promise.resolve(disturb[asked++] ?? false),
      record: (made) => decisions.push(...made),
      onQuiet: () => (shown += 1),
    });
    notifier.configure(new Map(Object.entries(hours)));
    return notifier;
  };
  const titles = () => sent.map(({ title }) => title);
  return { make, sent, titles, decisions, saves, file: () => file, asked: () => asked, shown: () => shown };
}

function report(events: (typeof dropped)[], endedAt = now) {
  return makeReport(
    events.filter((event) => event !== undefined),
    { endedAt },
  );
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

  it('without anything to tell sends nothing, and asks the system nothing', async () => {
    const { make, sent, asked } = makeNotifier();
    await make().roundEnded(report([]), makeOverview([up]));
    expect(sent).toEqual([]);
    expect(asked()).toBe(0);
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

  it('waits for the one before, which the system may keep waiting', async () => {
    const { make, titles } = makeNotifier();
    const notifier = make();
    const first = notifier.roundEnded(report([dropped]), makeOverview([down]));
    const second = notifier.roundEnded(report([returned]), makeOverview([up]));
    await Promise.all([first, second]);
    expect(titles()).toEqual(['Till 1 is disconnected', 'Till 1 is connected again']);
  });
});

it('holds back while the system says that nobody is to be disturbed, and tells it afterwards', async () => {
  const { make, titles, decisions } = makeNotifier({ disturb: [true] });
  const notifier = make();
  await notifier.roundEnded(report([dropped]), makeOverview([down]));
  expect(titles()).toEqual([]);
  await notifier.roundEnded(report([]), makeOverview([down]));
  expect(titles()).toEqual(['Till 1 is disconnected']);
  expect(decisions.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['do-not-disturb', 'notify']);
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
      { scope: utrecht, until: at(18) },
      { scope: everything, until: at(16) },
    ]);
    expect(notifier.quiet().withHours).toEqual(['shop/UTR-01', 'shop/AMF-02']);
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
