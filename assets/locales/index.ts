import { createInstance, type i18n, type TFunction } from 'i18next';
import cli from './en/cli.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import duration from './en/duration.json' with { type: 'json' };
import failure from './en/failure.json' with { type: 'json' };
import notification from './en/notification.json' with { type: 'json' };
import problem from './en/problem.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import setup from './en/setup.json' with { type: 'json' };
import terminals from './en/terminals.json' with { type: 'json' };
import tray from './en/tray.json' with { type: 'json' };

/** One file a room; a language is complete when it has the same keys as `en`. */
export const english = {
  cli,
  common,
  duration,
  failure,
  notification,
  problem,
  settings,
  setup,
  terminals,
  tray,
};

/** Takes keys as `namespace:key.path`. Typed: a key that does not exist does not compile. */
export type Words = TFunction<(keyof typeof english)[]>;

export function createWords(language: string): { words: Words; instance: i18n } {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: english },
    ns: Object.keys(english),
    defaultNS: 'common',
    // React and menus escape for themselves; the notification sender does it for its server.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // Not `getFixedT`, which costs three times as much: every key names its namespace anyway.
  return { words: instance.t, instance };
}
