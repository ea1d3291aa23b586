import { createSpeech, type Speech, type Words } from '../../assets/locales/index.ts';
import {
  isLocale,
  languageOf,
  localeOf,
  type Language,
  type LanguageChoice,
} from '../../assets/locales/language.ts';

export interface LanguageDeps {
  speech: Speech;
  /** As the settings have it now. */
  choice: () => LanguageChoice;
  /** What the system's languages are, as BCP 47 tags, the best first. */
  preferred: () => readonly string[];
  /** Whose customs the system follows in dates and numbers, such as `nl-BE`. */
  region: () => string;
}

export interface SpokenLanguage {
  language(): Language;
  /** For dates and numbers beside words of that language. */
  locale(): string;
  /** What other programs of this PC go by, whatever is spoken here. */
  region(): string;
  /** Settles once words are of that language. */
  speak(): Promise<void>;
}

export function createSpokenLanguage({ speech, choice, preferred, region }: LanguageDeps): SpokenLanguage {
  const language = () => languageOf(choice(), preferred());
  return {
    language,
    locale: () => localeOf(language(), region()),
    region: () => (isLocale(region()) ? region() : 'en'),
    speak: () => speech.speak(language()),
  };
}

/** Words of the system's language, for where no settings are read. */
export async function systemWords(preferred: readonly string[]): Promise<Words> {
  const { words, speak } = createSpeech();
  await speak(languageOf('system', preferred));
  return words;
}
