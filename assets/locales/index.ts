import { createInstance, type i18n, type TFunction } from 'i18next';
import cli from './en/cli.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import duration from './en/duration.json' with { type: 'json' };
import failure from './en/failure.json' with { type: 'json' };
import imports from './en/import.json' with { type: 'json' };
import history from './en/history.json' with { type: 'json' };
import notification from './en/notification.json' with { type: 'json' };
import problem from './en/problem.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import setup from './en/setup.json' with { type: 'json' };
import terminals from './en/terminals.json' with { type: 'json' };
import tray from './en/tray.json' with { type: 'json' };
import type { Language } from './language.ts';

/** One file a room; a language is complete when it has the same keys as `en`. */
export const english = {
  cli,
  common,
  duration,
  failure,
  import: imports,
  history,
  notification,
  problem,
  settings,
  setup,
  terminals,
  tray,
};

/** Takes keys as `namespace:key.path`. Typed: a key that does not exist does not compile. */
export type Words = TFunction<(keyof typeof english)[]>;

/** A language that lacks one of these does not compile. */
export type Dictionary = typeof english;

/** Loaded when they are spoken: at most one of them ever is. */
const others: Partial<Record<Language, () => Promise<Dictionary>>> = {};

export interface Speech {
  /** Stays the same function whatever is spoken. */
  words: Words;
  instance: i18n;
  speak(language: Language): Promise<void>;
}

/** Speaks English until told otherwise. */
export function createSpeech(): Speech {
  const instance = createInstance();
  void instance.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english },
    ns: Object.keys(english),
    defaultNS: 'common',
    // React and menus escape for themselves; the notification sender does it for its server.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // Not `getFixedT`, which costs three times as much: every key names its namespace anyway.
  return {
    words: instance.t,
    instance,
    async speak(language) {
      const load = others[language];
      if (load && !instance.hasResourceBundle(language, 'common')) {
        const dictionary = await load();
        for (const [room, entries] of Object.entries(dictionary)) {
          instance.addResourceBundle(language, room, entries);
        }
      }
      await instance.changeLanguage(language);
    },
  };
}
