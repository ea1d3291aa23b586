import type { NotificationConstructorOptions } from 'electron';
import type { Message } from './wording.ts';

/** The part of Electron's Notification that is used. */
export interface NotificationHandle {
  on(event: 'click', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  show(): void;
  close(): void;
}

export interface NotificationClass {
  new (options: NotificationConstructorOptions): NotificationHandle;
  isSupported(): boolean;
}

export interface SenderDeps {
  Notification: NotificationClass;
  platform: NodeJS.Platform;
  /** Path of the app's icon. */
  icon: string;
  log: { info(message: string, facts?: object): void };
  onClick(target: Message['target']): void;
}

export interface Sender {
  /** Shows the message in place of the one before. */
  send(message: Message): void;
}

export function createSender({ Notification, platform, icon, log, onClick }: SenderDeps): Sender {
  // Held for as long as it can be clicked, which on Windows is beyond its `close`: in the Action Center.
  let current: NotificationHandle | null = null;

  return {
    send(message) {
      if (!Notification.isSupported()) {
        log.info('notification not shown: this desktop has none');
        return;
      }
      current?.close();
      current = new Notification({
        title: message.title,
        // Windows and macOS show the app's own icon anyway, and beside it this would be a second one.
        ...(platform === 'linux' ? { icon } : {}),
        body: platform === 'linux' ? escapeMarkup(message.body) : message.body,
        timeoutType: message.urgent ? 'never' : 'default',
      });
      current.on('click', () => onClick(message.target));
      // Normal where notifications are turned off, or in a build for macOS that is not signed.
      current.on('failed', (_event, error) => log.info('notification not shown', { error }));
      current.show();
    },
  };
}

/** Servers on Linux read the body, not the title, as markup, and Electron hands it over as it is. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
