import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as english from '../../../assets/locales/en/index.ts';
import { createSpeech } from '../../../assets/locales/index.ts';
import { languages, type Language } from '../../../assets/locales/language.ts';
import { entriesOf } from '../../support/entries.ts';

const folder = new URL('../../../assets/locales/', import.meta.url);
const original = entriesOf(english);
const others = languages.filter((language) => language !== 'en');

/** Names, which are the same in every language. */
const names = [
  'cloud device api role',
  'tillwatch',
  'http',
  'id (st…)',
  'proxy',
  'cloud device api',
  'management api — stores read',
  'management api — terminal actions read',
  'management api — terminal settings read',
];
/** Words that a language shares with English. */
const shared: Record<Language, string[]> = {
  en: [],
  nl: ['account', 'code', 'live', 'ok', 'terminal', 'terminals', 'test', 'updates'],
  de: ['live', 'name', 'ok', 'poiids', 'region', 'start', 'terminal', 'terminals', 'test', 'updates'],
  fr: [
    'cause',
    'code',
    'europe',
    '1 incident',
    'incident',
    'incidents',
    'messages',
    'minute',
    'minutes',
    'notifications',
    'ok',
    'terminal',
    'test',
  ],
  es: ['australia', 'terminal'],
};

/** A space at which a line may break though these stay together, or a typewriter's apostrophe. */
const misset: [Language, RegExp][] = [
  ['nl', /\p{L}'\p{L}/u],
  ['de', /\S …|\} %/],
  ['fr', /\S [:;?!»%]|« |\p{L}'\p{L}/u],
  ['es', /\} %/],
];

describe('the languages', () => {
  it('are those that have a folder, each with the same files', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(new Set(folders.map(({ name }) => name))).toEqual(new Set<string>(languages));
    const files = readdirSync(new URL('en/', folder));
    for (const language of others) expect(readdirSync(new URL(`${language}/`, folder))).toEqual(files);
  });

  it.each(others)(
    '%s has every text, in each form that its grammar tells apart, and no more',
    async (language) => {
      const wanted = [...original.keys()].flatMap((key) => formsOf(key, language));
      expect([...(await entries(language)).keys()].toSorted()).toEqual([...new Set(wanted)].toSorted());
    },
  );

  it.each(others)(
    '%s puts into each text what English puts there, written the same way',
    async (language) => {
      const wrong = [...(await entries(language))].filter(([key, text]) => {
        const counterpart = original.get(key) ?? original.get(key.replace(/_\w+$/, '_other')) ?? '';
        return insertsOf(text, key) !== insertsOf(counterpart, key);
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(misset)('%s is set as its printers set it', async (language, slip) => {
    const wrong = [...(await entries(language))].filter(([, text]) => slip.test(text));
    expect(wrong).toEqual([]);
  });

  it.each(others)('%s leaves no text in English', async (language) => {
    const texts = [...(await entries(language))].filter(([key, text]) => text === original.get(key));
    const same = new Set(texts.map(([, text]) => wordsOf(text)));
    same.delete('');
    expect([...same].toSorted()).toEqual([...names, ...shared[language]].toSorted());
  });
});

describe('speech', () => {
  it.each([
    ['en', 'All 1,200 terminals are connected', '1 hr 5 min'],
    ['nl', 'Alle 1.200 terminals zijn verbonden', '1 uur 5 min'],
    ['de', 'Alle 1.200 Terminals sind verbunden', '1 Std. 5 Min.'],
    ['fr', 'Les 1 200 terminaux sont connectés', '1 h 5 min'],
    ['es', 'Los 1200 terminales están conectados', '1 h 5 min'],
  ] as const)('in %s counts and measures as that language does', async (language, connected, lasted) => {
    const { words, speak } = createSpeech();
    await speak(language);
    expect(spaced(words('terminals:banner.connected', { count: 1200 }))).toBe(connected);
    expect(spaced(words('duration:hoursMinutes', { hours: 1, minutes: 5 }))).toBe(lasted);
  });

  it('changes at once, and back', async () => {
    const { words, speak } = createSpeech();
    await speak('de');
    expect(words('tray:menu.quit')).toBe('Tillwatch beenden');
    await speak('en');
    expect(words('tray:menu.quit')).toBe('Quit Tillwatch');
  });
});

/** With what it says where English would have to help out. */
async function entries(language: Language): Promise<Map<string, string>> {
  const { instance, speak } = createSpeech();
  await speak(language);
  return entriesOf(instance.getDataByLanguage(language) ?? {});
}

/** English tells one from other; another language may tell more apart. */
function formsOf(key: string, language: Language): string[] {
  if (!key.endsWith('_other')) return [key];
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories.map((category) => key.replace(/other$/, category));
}

/** `{{what}}`, `{{what, format}}` and `$t(another)`; how many is no more than a word where it is one. */
function insertsOf(text: string, key: string): string {
  const inserts = [...text.matchAll(/\{\{[^}]*\}\}|\$t\([^)]*\)/g)].map(([insert]) => insert);
  return inserts
    .filter((insert) => !key.endsWith('_one') || !insert.startsWith('{{count'))
    .toSorted()
    .join();
}

function wordsOf(text: string): string {
  const words = text.replace(/\{\{[^}]*\}\}|\$t\([^)]*\)/g, '').trim();
  return /\p{L}/u.test(words) ? words.replace(/:$/, '').toLowerCase() : '';
}

/** Some spaces keep a line together. */
function spaced(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}
