import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { createSpokenLanguage, systemWords } from '../../../main/platform/language.ts';

function onSystem(preferred: string[], region: string, choice: 'system' | 'en' = 'system') {
  const speech = createSpeech();
  const spoken = createSpokenLanguage({
    speech,
    choice: () => choice,
    preferred: () => preferred,
    region: () => region,
  });
  return { ...spoken, words: speech.words };
}

describe('what is spoken', () => {
  it('is the language of the system, with the dates of its region', async () => {
    const { language, locale, speak, words } = onSystem(['de-AT', 'en'], 'de-AT');
    await speak();
    expect([language(), locale(), words('common:close')]).toEqual(['de', 'de-AT', 'Schließen']);
  });

  it('changes nothing about what other programs go by', () => {
    const { locale, region } = onSystem(['nl'], 'nl-NL', 'en');
    expect([locale(), region()]).toEqual(['en', 'nl-NL']);
  });

  it.each(['C', '', 'en_US.UTF-8@x'])('a region that is none, %j, counts as English', (tag) => {
    expect(onSystem(['nl'], tag).region()).toBe('en');
  });

  it('needs no settings', async () => {
    expect((await systemWords(['fr-BE']))('common:close')).toBe('Fermer');
  });
});
