import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Sound } from '../../../main/notifications/rules.ts';
import { createSender, type Answer } from '../../../main/notifications/sender.ts';
import type { Message } from '../../../main/notifications/wording.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

type Activated = (details: { type: string; actionIndex?: number }) => void;

const labels = { recheck: 'Recheck', snooze: 'Snooze 1 h' };

function makeSender({
  platform = 'linux',
  supported = true,
  sound = 'system',
  central = false,
}: {
  platform?: NodeJS.Platform;
  supported?: boolean;
  sound?: Sound;
  /** The runtime has `handleActivation`. */
  central?: boolean;
} = {}) {
  const calls: string[] = [];
  const shown: {
    options: NotificationConstructorOptions;
    emit: (event: string, details?: object, more?: unknown) => void;
  }[] = [];
  const logged: unknown[] = [];
  const answers: [Answer, Message | null][] = [];
  const clock = createVirtualClock();
  const activations: Activated[] = [];

  class Notification extends EventEmitter {
    readonly number = shown.length + 1;

    constructor(options: NotificationConstructorOptions) {
      super();
      shown.push({
        options,
        emit: (...args) => this.emit(...args),
      });
    }
    static isSupported() {
      return supported;
    }
    show() {
      calls.push(`show ${this.number}`);
    }
    close() {
      calls.push(`close ${this.number}`);
    }
  }

  class CentralNotification extends Notification {
    static handleActivation(callback: Activated) {
      activations.push(callback);
    }
  }

  const sender = createSender({
    Notification: central ? CentralNotification : Notification,
    platform,
    icon: (sign) => `${sign?.kind ?? 'app'}.png`,
    labels: () => labels,
    sound: () => sound,
    beep: () => calls.push('beep'),
    after: clock.after,
    log: { info: (message, facts) => logged.push([message, facts]) },
    onAnswer: (answer, message) => answers.push([answer, message]),
  });
  return { sender, calls, shown, logged, answers, clock, activations };
}

function makeMessage(given: Partial<Message> = {}): Message {
  const scope = { kind: 'all' } as const;
  return {
    title: 'Till 3 is disconnected',
    body: 'Utrecht',
    target: null,
    scope,
    urgent: true,
    sign: null,
    ...given,
  };
}

it.each<[NodeJS.Platform, string]>([
  ['linux', 'Sons &amp; &lt;b&gt;Co&lt;/b&gt; &amp;amp;'],
  ['win32', 'Sons & <b>Co</b> &amp;'],
  ['darwin', 'Sons & <b>Co</b> &amp;'],
])('on %s a body reads as it was written, and the title is left alone', (platform, body) => {
  const { sender, shown } = makeSender({ platform });
  void sender.send(makeMessage({ title: 'A & B', body: 'Sons & <b>Co</b> &amp;' }));
  expect(shown[0]?.options).toMatchObject({ title: 'A & B', body });
});

it.each<[NodeJS.Platform, Message['sign'], string | undefined]>([
  ['linux', { kind: 'disconnected', count: 2 }, 'disconnected.png'],
  ['linux', null, 'app.png'],
  ['win32', { kind: 'attention' }, undefined],
  ['darwin', { kind: 'connected' }, undefined],
])(
  'on %s the icon of %j is %s: where the system shows none of the app, that of what is told',
  (platform, sign, icon) => {
    const { sender, shown } = makeSender({ platform });
    void sender.send(makeMessage({ sign }));
    expect(shown[0]?.options.icon).toBe(icon);
  },
);

it('replaces what it showed before', () => {
  const { sender, calls } = makeSender();
  void sender.send(makeMessage());
  void sender.send(makeMessage());
  expect(calls).toEqual(['show 1', 'close 1', 'show 2']);
});

it('stays in sight only while something is wrong', () => {
  const { sender, shown } = makeSender();
  void sender.send(makeMessage({ urgent: true }));
  void sender.send(makeMessage({ urgent: false }));
  expect(shown.map(({ options }) => options.timeoutType)).toEqual(['never', 'default']);
});

it('offers what can be done, where the system has buttons', () => {
  const { sender, shown } = makeSender();
  void sender.send(makeMessage());
  void sender.send(makeMessage({ scope: null }));
  expect(shown.map(({ options }) => options.actions?.map(({ text }) => text))).toEqual([
    ['Recheck', 'Snooze 1 h'],
    undefined,
  ]);
});

it.each<[string, string, object, number | undefined, Answer]>([
  ['a click', 'click', {}, undefined, 'open'],
  ['the first button of Electron 45', 'action', { actionIndex: 0 }, undefined, 'recheck'],
  ['the second button of Electron 45', 'action', { actionIndex: 1 }, undefined, 'snooze'],
  ['the first button of Electron 33', 'action', {}, 0, 'recheck'],
  ['the second button of Electron 33', 'action', {}, 1, 'snooze'],
  ['a button that nobody knows', 'action', {}, 7, 'open'],
])('hands on %s', (_, event, details, index, answer) => {
  const { sender, shown, answers } = makeSender();
  const message = makeMessage();
  void sender.send(message);
  shown[0]?.emit(event, details, index);
  expect(answers).toEqual([[answer, message]]);
});

it('on Windows takes answers where those from before it ran come in too, and each once', () => {
  const { sender, shown, answers, activations } = makeSender({ platform: 'win32', central: true });
  activations[0]?.({ type: 'click' });
  const message = makeMessage();
  void sender.send(message);
  activations[0]?.({ type: 'action', actionIndex: 1 });
  shown[0]?.emit('action', { actionIndex: 1 });
  shown[0]?.emit('click', {});
  expect(answers).toEqual([
    ['open', null],
    ['snooze', message],
  ]);
});

it.each<[Sound, boolean, string[]]>([
  ['off', true, ['show 1']],
  ['system', false, ['show 1']],
  ['own', true, ['show 1', 'beep']],
])('sounds as it is set: %s', (sound, silent, expected) => {
  const { sender, shown, calls } = makeSender({ sound });
  void sender.send(makeMessage());
  expect(shown[0]?.options.silent).toBe(silent);
  expect(calls).toEqual(expected);
});

it.each<[NodeJS.Platform, string | undefined]>([
  ['linux', undefined],
  ['win32', 'tillwatch'],
  ['darwin', 'tillwatch'],
])('on %s takes the place of what an earlier run left: %s', (platform, id) => {
  const { sender, shown } = makeSender({ platform });
  void sender.send(makeMessage());
  expect(shown[0]?.options.id).toBe(id);
});

describe('what became of it', () => {
  it('is that it was shown, where the system says so', async () => {
    const { sender, shown, clock } = makeSender();
    const outcome = sender.send(makeMessage());
    shown[0]?.emit('show');
    await clock.advance(60_000);
    expect(await outcome).toBe('shown');
  });

  it('is that it failed, and the log says why', async () => {
    const { sender, shown, logged } = makeSender();
    const outcome = sender.send(makeMessage());
    shown[0]?.emit('failed', {}, 'not allowed');
    expect(await outcome).toBe('failed');
    expect(logged).toEqual([['notification not shown', { error: 'not allowed' }]]);
  });

  it('is not known where the system says nothing for a while', async () => {
    const { sender, clock } = makeSender();
    const outcome = sender.send(makeMessage());
    await clock.advance(5_000);
    expect(await outcome).toBe('unknown');
  });

  it('is nothing where there are no notifications', async () => {
    const { sender, shown, logged } = makeSender({ supported: false });
    expect(await sender.send(makeMessage())).toBe('unsupported');
    expect(shown).toEqual([]);
    expect(logged).toHaveLength(1);
  });
});
