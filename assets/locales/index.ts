import { createInstance, type i18n, type TFunction } from 'i18next';
import * as english from './en/index.ts';
import type { Language } from './language.ts';

/** The language that all others are measured by: one that lacks a key of it does not compile. */
export type Dictionary = typeof english;

/** Takes keys as `namespace:key.path`. Typed: a key that does not exist does not compile. */
export type Words = TFunction<(keyof Dictionary)[]>;

/** Loaded once they are spoken. */
const others: Record<Exclude<Language, 'en'>, () => Promise<Dictionary>> = {
  nl: () => import('./nl/index.ts'),
  de: () => import('./de/index.ts'),
  fr: () => import('./fr/index.ts'),
  es: () => import('./es/index.ts'),
};

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
      if (language === instance.language) return;
      if (language !== 'en' && !instance.hasResourceBundle(language, 'common')) {
        for (const [room, entries] of Object.entries(await others[language]())) {
          instance.addResourceBundle(language, room, entries, false, false, { skipCopy: true });
        }
      }
      await instance.changeLanguage(language);
    },
  };
}
