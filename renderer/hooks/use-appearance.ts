import { useEffect, useState } from 'react';
import type { Language } from '../../assets/locales/language.ts';
import type { SettingsView } from '../../preload/contract.ts';

/**
 * Makes the page look and speak as the settings say. The theme is not among it: that follows the system's, which
 * main sets for this app.
 * @returns the language that is spoken by now; null before the first
 */
export function useAppearance(
  appearance: SettingsView['appearance'] | null,
  speak: (language: Language) => Promise<void>,
): Language | null {
  const [spoken, setSpoken] = useState<Language | null>(null);
  const language = appearance?.spoken ?? null;
  const textSize = appearance?.textSize ?? 100;

  useEffect(() => {
    if (language === null) return undefined;
    let overtaken = false;
    void speak(language).then(() => {
      if (overtaken) return;
      document.documentElement.lang = language;
      setSpoken(language);
    });
    return () => {
      overtaken = true;
    };
  }, [language, speak]);

  useEffect(() => {
    // Everything is measured in `rem`, so all of it grows.
    document.documentElement.style.fontSize = `${textSize}%`;
  }, [textSize]);

  return spoken;
}
