import { languages } from '../../assets/locales/language.ts';
import type { SettingsView } from '../../preload/contract.ts';
import { ChoiceRow } from '../components/choice-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { useSave } from './use-save.ts';

/** What is spoken, from the next word on. */
export function LanguageRow({ language }: Pick<SettingsView['appearance'], 'language'>) {
  const words = useWords();
  const save = useSave();
  return (
    <ChoiceRow
      label={words('settings:appearance.language')}
      hint={words('settings:appearance.languageHint')}
      value={language}
      options={[
        { value: 'system' as const, label: words('settings:appearance.languageSystem') },
        ...languages.map((value) => ({ value, label: ownName(value) })),
      ]}
      onChange={(value) => void save('settings.setAppearance', { language: value })}
    />
  );
}

/** A language by its own name: who looks for it may not read any other. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
