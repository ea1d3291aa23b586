import type { Request, SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { ChoiceRow } from '../components/choice-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { LanguageRow } from './language-row.tsx';
import { useSave } from './use-save.ts';

const themes = ['system', 'light', 'dark'] as const;
const iconChoices = ['one', 'each-store'] as const;
const sizes = [100, 115, 130, 150] as const;

export function AppearanceSection({ appearance, tray }: Pick<SettingsView, 'appearance' | 'tray'>) {
  const words = useWords();
  const save = useSave();
  const { theme, language, textSize, locale } = appearance;
  const change = (part: Request<'settings.setAppearance'>) => void save('settings.setAppearance', part);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <section aria-labelledby="appearance" className="flex flex-col gap-3">
      <h2 id="appearance" className="text-xl font-bold">
        {words('settings:appearance.title')}
      </h2>
      <Card>
        <ChoiceRow
          label={words('settings:appearance.theme')}
          hint={words('settings:appearance.themeHint')}
          value={theme}
          options={themes.map((value) => ({ value, label: words(`settings:appearance.themes.${value}`) }))}
          onChange={(value) => change({ theme: value })}
        />
        <LanguageRow language={language} />
        <ChoiceRow
          label={words('settings:appearance.textSize')}
          hint={words('settings:appearance.textSizeHint')}
          value={String(textSize)}
          options={sizes.map((size) => ({ value: String(size), label: percent.format(size / 100) }))}
          onChange={(value) => {
            const size = sizes.find((each) => String(each) === value);
            if (size) change({ textSize: size });
          }}
        />
      </Card>
      <Card>
        <ChoiceRow
          label={words('settings:appearance.trayIcons')}
          hint={words('settings:appearance.trayIconsHint')}
          value={tray.icons}
          options={iconChoices.map((value) => ({
            value,
            label: words(`settings:appearance.trayIconsOf.${value}`),
          }))}
          locked={tray.locked}
          onChange={(icons) => void save('settings.setTray', { icons })}
        />
      </Card>
    </section>
  );
}
