import type { NotificationConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { createSender } from '../../../main/notifications/sender.ts';
import type { Message } from '../../../main/notifications/wording.ts';

function makeSender({
  platform = 'linux',
  supported = true,
}: {
  platform?: NodeJS.Platform;
  supported?: boolean;
}) {
  const calls: string[] = [];
  const shown: {
    options: NotificationConstructorOptions;
    emit: (event: string, error?: string) => void;
  }[] = [];
  const logged: unknown[] = [];
  const clicked: Message['target'][] = [];

  class Notification {
    readonly number = shown.length + 1;
    readonly listeners = new Map<string, (event: unknown, error: string) => void>();

    constructor(options: NotificationConstructorOptions) {
      shown.push({
        options,
        emit: (event, error = '') => this.listeners.get(event)?.({}, error),
      });
    }
    static isSupported() {
      return supported;
    }
    on(event: string, listener: (event: unknown, error: string) => void) {
      this.listeners.set(event, listener);
    }
    show() {
      calls.push(`show ${this.number}`);
    }
    close() {
      calls.push(`close ${this.number}`);
    }
  }

  const sender = createSender({
    Notification,
    platform,
    icon: '/opt/tillwatch/app.png',
    log: { info: (message, facts) => logged.push([message, facts]) },
    onClick: (target) => clicked.push(target),
  });
  return { sender, calls, shown, logged, clicked };
}

function makeMessage(given: Partial<Message> = {}): Message {
  return { title: 'Till 3 is disconnected', body: 'Utrecht', target: null, urgent: true, ...given };
}

it.each<[NodeJS.Platform, string]>([
  ['linux', 'Sons &amp; &lt;b&gt;Co&lt;/b&gt; &amp;amp;'],
  ['win32', 'Sons & <b>Co</b> &amp;'],
  ['darwin', 'Sons & <b>Co</b> &amp;'],
])('on %s a body reads as it was written, and the title is left alone', (platform, body) => {
  const { sender, shown } = makeSender({ platform });
  sender.send(makeMessage({ title: 'A & B', body: 'Sons & <b>Co</b> &amp;' }));
  expect(shown[0]?.options).toMatchObject({ title: 'A & B', body });
});

it('replaces what it showed before', () => {
  const { sender, calls } = makeSender({});
  sender.send(makeMessage());
  sender.send(makeMessage());
  expect(calls).toEqual(['show 1', 'close 1', 'show 2']);
});

it('stays in sight only while something is wrong', () => {
  const { sender, shown } = makeSender({});
  sender.send(makeMessage({ urgent: true }));
  sender.send(makeMessage({ urgent: false }));
  expect(shown.map(({ options }) => options.timeoutType)).toEqual(['never', 'default']);
});

it('hands on the terminal of the message that was clicked', () => {
  const { sender, shown, clicked } = makeSender({});
  const target = { account: 'shop', poiid: 'V400m-1' };
  sender.send(makeMessage({ target }));
  shown[0]?.emit('click');
  expect(clicked).toEqual([target]);
});

it('logs what the system did not show', () => {
  const { sender, shown, logged } = makeSender({});
  sender.send(makeMessage());
  shown[0]?.emit('failed', 'not allowed');
  expect(logged).toEqual([['notification not shown', { error: 'not allowed' }]]);
});

it('goes on where there are no notifications', () => {
  const { sender, shown, logged } = makeSender({ supported: false });
  sender.send(makeMessage());
  expect(shown).toEqual([]);
  expect(logged).toHaveLength(1);
});
