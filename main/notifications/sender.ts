import type { NotificationConstructorOptions } from 'electron';
import type { Sound } from './rules.ts';
import type { Message } from './wording.ts';

/** The part of Electron's Notification that is used. */
export interface NotificationHandle {
  on(event: 'show' | 'click', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  /** Electron 45 has the index in the event, 33 as the second argument. */
  on(event: 'action', listener: (event: { actionIndex?: number }, index?: number) => void): unknown;
  show(): void;
  close(): void;
}

export interface NotificationClass {
  new (options: NotificationConstructorOptions): NotificationHandle;
  isSupported(): boolean;
  /** Windows, newer Electron: also what was clicked before the app ran, or after its object was gone. */
  handleActivation?(callback: (details: { type: string; actionIndex?: number }) => void): void;
}

/** What somebody does with a notification. */
export type Answer = 'open' | 'recheck' | 'snooze';

/** In the order of the buttons. */
const buttons = ['recheck', 'snooze'] as const satisfies Answer[];

/**
 * What became of a notification. `unknown`: the system said nothing, which on some is as good as shown.
 */
export type Outcome = 'shown' | 'failed' | 'unsupported' | 'unknown';

export interface SenderDeps {
  Notification: NotificationClass;
  platform: NodeJS.Platform;
  /** Path of the image for what a message says. */
  icon(sign: Message['sign']): string;
  labels(): Record<(typeof buttons)[number], string>;
  sound(): Sound;
  beep(): void;
  after(ms: number, callback: () => void): () => void;
  log: { info(message: string, facts?: object): void };
  /** Null: of a notification of an earlier run. */
  onAnswer(answer: Answer, message: Message | null): void;
}

export interface Sender {
  /** Shows the message in place of the one before. Never rejects. */
  send(message: Message): Promise<Outcome>;
}

/** So long the system has to say whether it shows it. */
const patienceMs = 5_000;

/** Every difference between systems and versions of Electron in how a notification is shown and answered. */
export function createSender(deps: SenderDeps): Sender {
  const { Notification, platform, log } = deps;
  // Held for as long as it can be clicked, which on Windows is beyond its `close`: in the Action Center.
  let current: { handle: NotificationHandle; message: Message } | null = null;
  const central = platform === 'win32' && Notification.handleActivation !== undefined;
  if (central) {
    // It is told of every answer, so that those of the object would be the same again.
    Notification.handleActivation?.(({ type, actionIndex }) =>
      deps.onAnswer(type === 'action' ? answerOf(actionIndex) : 'open', current?.message ?? null),
    );
  }

  function show(message: Message): Promise<Outcome> {
    const sound = deps.sound();
    const handle = new Notification(optionsFor(message, sound !== 'system', deps));
    current = { handle, message };
    if (!central) {
      handle.on('click', () => deps.onAnswer('open', message));
      handle.on('action', ({ actionIndex }, index) => deps.onAnswer(answerOf(actionIndex ?? index), message));
    }
    return new Promise((resolve) => {
      const cancel = deps.after(patienceMs, () => resolve('unknown'));
      const settle = (outcome: Outcome) => {
        cancel();
        resolve(outcome);
      };
      handle.on('show', () => settle('shown'));
      // Normal where notifications are turned off, or in a build for macOS that is not signed.
      handle.on('failed', (_event, error) => {
        log.info('notification not shown', { error });
        settle('failed');
      });
      handle.show();
      if (sound === 'own') deps.beep();
    });
  }

  return {
    send(message) {
      if (!Notification.isSupported()) {
        log.info('notification not shown: this desktop has none');
        return Promise.resolve('unsupported');
      }
      current?.handle.close();
      return show(message);
    },
  };
}

function optionsFor(
  { title, body, urgent, scope, sign }: Message,
  silent: boolean,
  { platform, icon, labels }: SenderDeps,
): NotificationConstructorOptions {
  return {
    title,
    body: platform === 'linux' ? escapeMarkup(body) : body,
    silent,
    // Windows and macOS show the app's own icon anyway, and beside it this would be a second one.
    ...(platform === 'linux' ? { icon: icon(sign) } : {}),
    timeoutType: urgent ? 'never' : 'default',
    // The same ID takes the place of what was left in the Notification or Action Center by an earlier run.
    ...(platform === 'linux' ? {} : { id: 'tillwatch', groupId: 'tillwatch' }),
    // Electron 33 shows none on Linux.
    ...(scope
      ? { actions: buttons.map((button) => ({ type: 'button' as const, text: labels()[button] })) }
      : {}),
  };
}

function answerOf(index: number | undefined): Answer {
  return buttons[index ?? -1] ?? 'open';
}

/** Servers on Linux read the body, not the title, as markup, and Electron hands it over as it is. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
