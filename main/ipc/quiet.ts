import { done, type Handlers } from './register.ts';
import type { Services } from './services.ts';

type Channels = 'quiet.snooze' | 'quiet.endSnooze' | 'quiet.acknowledge' | 'notifications.test';

export function quietHandlers({
  notifications,
}: {
  notifications: Pick<Services['notifications'], 'snooze' | 'endSnooze' | 'acknowledge' | 'test'>;
}): Pick<Handlers, Channels> {
  return {
    'quiet.snooze'({ scope, length }) {
      notifications.snooze(scope, length);
      return done(null);
    },
    'quiet.endSnooze'({ scope }) {
      notifications.endSnooze(scope);
      return done(null);
    },
    'quiet.acknowledge'({ account, poiid, on }) {
      notifications.acknowledge({ account, poiid }, on);
      return done(null);
    },
    'notifications.test': async () => done({ outcome: await notifications.test() }),
  };
}
