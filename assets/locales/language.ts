/** Complete in window, tray, notifications and command line. */
export const languages = ['en', 'nl', 'de', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** What somebody chose; `system`: what the system speaks, as far as we do. */
export type LanguageChoice = 'system' | Language;

/** @param preferred of the system, as BCP 47 tags, the best first */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const spoken = languages.find((language) => language === baseOf(tag));
    if (spoken) return spoken;
  }
  return 'en';
}

/**
 * For dates and numbers: the customs of the person's region, unless these would be in another language than the
 * words around them.
 * @param region the system's own locale, such as `nl-BE`
 */
export function localeOf(language: Language, region: string): string {
  return baseOf(region) === language && isLocale(region) ? region : language;
}

/** Systems without a desktop call theirs `C` or `en-US@posix`, which `Intl` refuses. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
