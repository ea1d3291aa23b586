import { join } from 'node:path';
import type { Foundation } from './foundation.ts';
import type { RecheckScope } from './monitor/scope.ts';
import { storeKey } from './monitor/terminal.ts';
import type { TerminalRef } from './monitor/quiet.ts';
import type { RecordDecisions } from './notifications/decision.ts';
import { createNotifier, type Notifier, type NotifierDeps } from './notifications/notifier.ts';
import { createSender, type Answer, type SenderDeps } from './notifications/sender.ts';
import type { Message } from './notifications/wording.ts';
import { setBy } from './settings/managed.ts';
import { rulesInUse } from './settings/notifications.ts';
import { countedIcon } from './tray/icon.ts';

export interface NotificationsDeps extends Pick<SenderDeps, 'Notification' | 'beep'> {
  /** The folder of the images. */
  icons: string;
  readDoNotDisturb: NotifierDeps['readDoNotDisturb'];
  open(terminal: TerminalRef | null): void;
  recheck(scope: RecheckScope): void;
  record: RecordDecisions;
  onQuiet(): void;
  noticed: NotifierDeps['noticed'];
}

export interface Notifications extends Notifier {
  /** Takes the opening hours that the watchlist has now. */
  reconfigure(): void;
}

/** The notifier with settings, profile and system around it, and what people answer. */
export function createNotifications(foundation: Foundation, deps: NotificationsDeps): Notifications {
  const { words, language, log, clock, telling, settings, managed, watchlist } = foundation;
  const rules = () =>
    rulesInUse(settings.current().notifications, setBy(managed.current())?.notifications ?? null).rules;

  const notifier = createNotifier({
    words,
    locale: language.locale,
    log,
    rules,
    now: clock.now,
    elapsed: clock.elapsed,
    store: telling,
    readDoNotDisturb: deps.readDoNotDisturb,
    record: deps.record,
    onQuiet: deps.onQuiet,
    noticed: deps.noticed,
    sender: createSender({
      Notification: deps.Notification,
      platform: process.platform,
      icon: (sign) => join(deps.icons, imageOf(sign)),
      beep: deps.beep,
      labels: () => ({
        recheck: words('notification:action.recheck'),
        snooze: words('notification:action.snooze'),
      }),
      sound: () => rules().sound,
      after: clock.after,
      log,
      onAnswer: answer,
    }),
  });

  function answer(given: Answer, message: Message | null): void {
    const scope = message?.scope ?? { kind: 'all' as const };
    switch (given) {
      case 'open':
        return deps.open(message?.target ?? null);
      case 'recheck':
        return deps.recheck(scope);
      case 'snooze':
        return notifier.snooze(scope, 'hour');
    }
  }

  return {
    ...notifier,
    reconfigure() {
      const stores = watchlist().accounts.flatMap(({ id, stores }) =>
        stores.map(({ reference, openingHours }) => ({ key: storeKey(id, reference), openingHours })),
      );
      notifier.configure(
        new Map(stores.flatMap(({ key, openingHours }) => (openingHours ? [[key, openingHours]] : []))),
      );
    },
  };
}

/** As the tray shows it, or the app's own. */
function imageOf(sign: Message['sign']): string {
  if (sign === null) return 'app-64.png';
  return join('tray', `${sign.kind === 'disconnected' ? countedIcon(sign.count) : sign.kind}-64.png`);
}
