import { Variant } from '@particle/dbus-next';
import { z } from 'zod';
import { connectBus } from './bus-connection.ts';
import { argbOf } from './pixels.ts';
import type { IconImage } from './tray-item.ts';
import { createChanges, until } from './until.ts';

export interface ShownNotification {
  id: number;
  summary: string;
  body: string;
  /** Keys of the actions it offers; `default` is the click on the notification itself. */
  actions: string[];
  /** `urgency`, `desktop-entry` and the like, as sent. */
  hints: Record<string, unknown>;
  /** The notification that it takes the place of; 0 for none. */
  replaces: number;
  /** Null where it has none. */
  image: IconImage | null;
}

export interface NotificationServer {
  /** Everything shown so far, in order. */
  shown(): ShownNotification[];
  /** IDs of those that the program itself took back, in order. */
  closed(): number[];
  /** The `count`-th notification (from 1), as soon as it is there. */
  nth(count: number, timeout?: number): Promise<ShownNotification>;
  /** The user clicks it, or one of its buttons; it closes. */
  click(id: number, action?: string): void;
  /** The user closes it. */
  close(id: number): void;
  /** The user wants, or does not want, to be left alone. */
  doNotDisturb(on: boolean): void;
  /** From now on it shows none, and says so. */
  refuse(): void;
  stop(): Promise<void>;
}

export const notificationsName = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
/** Reasons of NotificationClosed, from the Desktop Notifications Specification 1.2. */
const closed = { byUser: 2, byCall: 3 } as const;

const notifyArguments = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  z.record(z.string(), z.unknown()),
  z.number(),
]);

/** Reads the arguments of a Notify call, here or overheard. */
export function parseNotify(body: unknown[]): Omit<ShownNotification, 'id'> {
  const [, replaces, , summary, text, actions, hints] = notifyArguments.parse(body);
  const image = imageOf(hints['image-data']);
  return { summary, body: text, actions: actions.filter((_, at) => at % 2 === 0), hints, replaces, image };
}

/** Width, height, bytes of a row, whether there is alpha, bits and channels, and the pixels as RGBA. */
const imageData = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.literal(true),
  z.literal(8),
  z.literal(4),
  z.instanceof(Buffer),
]);

function imageOf(hint: unknown): IconImage | null {
  if (hint === undefined) return null;
  const [width, height, , , , , rgba] = imageData.parse(hint);
  return { width, height, argb: argbOf(rgba) };
}

/** Plays the desktop's notification daemon. */
export async function startNotificationServer(
  address: string,
  capabilities: string[] = ['actions', 'body', 'persistence'],
): Promise<NotificationServer> {
  const bus = await connectBus(address);
  const shown: ShownNotification[] = [];
  const takenBack: number[] = [];
  const changes = createChanges();
  let lastId = 0;
  let inhibited = false;
  let refuses = false;

  const signalClosed = (id: number, reason: number) =>
    bus.emit(path, notificationsName, 'NotificationClosed', 'uu', [id, reason]);

  bus.answer(({ interface: face, member, body }) => {
    if (face === 'org.freedesktop.DBus.Properties' && member === 'Get' && body[1] === 'Inhibited') {
      return { signature: 'v', body: [new Variant('b', inhibited)] };
    }
    if (face !== notificationsName) return null;
    if (member === 'GetCapabilities') return { signature: 'as', body: [capabilities] };
    if (member === 'GetServerInformation') {
      return { signature: 'ssss', body: ['Tillwatch tests', 'Tillwatch', '1', '1.2'] };
    }
    if (member === 'CloseNotification') {
      takenBack.push(Number(body[0]));
      signalClosed(Number(body[0]), closed.byCall);
      return { signature: '', body: [] };
    }
    if (member !== 'Notify' || refuses) return null;
    const notification = parseNotify(body);
    const id = notification.replaces || (lastId += 1);
    shown.push({ ...notification, id });
    changes.note();
    return { signature: 'u', body: [id] };
  });

  await bus.own(notificationsName);
  return {
    shown: () => [...shown],
    closed: () => [...takenBack],
    async nth(count, timeout) {
      const all = await until(changes, {
        read: () => shown,
        holds: (seen) => seen.length >= count,
        what: `notification ${count}`,
        timeout,
      });
      const found = all[count - 1];
      if (!found) throw new Error(`there is no notification ${count}`);
      return found;
    },
    click(id, action = 'default') {
      bus.emit(path, notificationsName, 'ActionInvoked', 'us', [id, action]);
      signalClosed(id, closed.byUser);
    },
    close: (id) => signalClosed(id, closed.byUser),
    doNotDisturb: (on) => (inhibited = on),
    refuse: () => (refuses = true),
    async stop() {
      await bus.disown(notificationsName);
      bus.close();
    },
  };
}
