import { describe, expect, it } from 'vitest';
import { languageOf, localeOf } from '../../../assets/locales/language.ts';

describe('the language', () => {
  it.each([
    ['en', [], 'en'],
    ['system', ['en-GB'], 'en'],
    ['system', ['pt-BR', 'EN_us'], 'en'],
    ['system', ['pt-BR'], 'en'],
    ['system', ['pt-BR', 'de_AT', 'en'], 'de'],
    ['system', ['nl-BE'], 'nl'],
    ['system', ['fr-CA'], 'fr'],
    ['system', ['es-419'], 'es'],
    ['fr', ['de-DE'], 'fr'],
    ['en', ['de-DE'], 'en'],
    ['system', [], 'en'],
  ] as const)('chosen as %s on a system that prefers %j is %s', (choice, preferred, spoken) => {
    expect(languageOf(choice, preferred)).toBe(spoken);
  });

  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['en', 'nl-BE', 'en'],
    ['nl', 'nl-BE', 'nl-BE'],
    ['de', 'de-CH', 'de-CH'],
    ['de', 'en-GB', 'de'],
    ['en', '', 'en'],
    ['en', 'C', 'en'],
    ['en', 'en-US@posix', 'en'],
    ['en', 'en_GB', 'en'],
  ] as const)('%s in a region of %j writes dates as in %s', (language, region, locale) => {
    expect(localeOf(language, region)).toBe(locale);
  });
});
