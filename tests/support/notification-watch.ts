import { connectBus } from './bus-connection.ts';
import { notificationsName, parseNotify, type ShownNotification } from './notification-server.ts';
import { createChanges, until } from './until.ts';

/** Overhears what is sent to a notification daemon that is not ours. */
export interface NotificationWatch {
  /** The `count`-th notification (from 1), as soon as it is sent. */
  nth(count: number, timeout?: number): Promise<SentNotification>;
  stop(): void;
}

/** Its id is the daemon's secret: the answers are not overheard. */
export type SentNotification = Omit<ShownNotification, 'id'>;

/** @param heard is told of each as it is sent */
export async function watchNotifications(
  address: string,
  heard: (notification: SentNotification) => void = () => undefined,
): Promise<NotificationWatch> {
  const bus = await connectBus(address);
  const sent: SentNotification[] = [];
  const changes = createChanges();
  await bus.monitor(`interface='${notificationsName}',member='Notify'`, ({ body }) => {
    const notification = parseNotify(body);
    sent.push(notification);
    changes.note();
    heard(notification);
  });
  return {
    async nth(count, timeout) {
      const all = await until(changes, {
        read: () => sent,
        holds: (seen) => seen.length >= count,
        what: `notification ${count}`,
        timeout,
      });
      const found = all[count - 1];
      if (!found) throw new Error(`there is no notification ${count}`);
      return found;
    },
    stop: () => bus.close(),
  };
}
