import { languages } from '../../assets/locales/language.ts';
import { faults } from '../support/axe.ts';
import { expect, test } from '../support/portal-test.ts';
import { playScene, scenes, setScene } from '../support/scenes.ts';
import { cutTexts, speakIn } from '../support/speech.ts';

/** That is comfortable; anything wider leaves more room. */
const smallest = { width: 900, height: 600 };

/** A theme changes nothing but colours, so the other rules are asked once: where there is least room. */
const colourRules = ['color-contrast', 'link-in-text-block'];

for (const scene of scenes) {
  test(`${scene.name} says what it should, and axe finds nothing in it in any colours, and no text is cut in any language`, async ({
    launch,
    notifications,
    portal,
    profile,
  }) => {
    const { vendor, key, env, close } = await setScene(scene, profile);
    const app = await launch({ env });
    const page = await app.page();
    await playScene(scene, { page, vendor, key, notifications, portal });
    for (const text of scene.says ?? []) await expect(page.getByText(text).first()).toBeVisible();
    if (scene.todo !== undefined)
      await expect(page.getByRole('button', { name: scene.todo, exact: true })).toBeEnabled();
    expect(await faults(page, 'light', colourRules)).toEqual([]);
    await page.setViewportSize(smallest);
    for (const language of languages) {
      await speakIn(page, language);
      expect(await cutTexts(page), `cut in ${language}`).toEqual([]);
    }
    // The longest words, where there is least room for them.
    await speakIn(page, 'de');
    expect(await faults(page, 'dark')).toEqual([]);
    expect(await faults(page, 'forced', colourRules)).toEqual([]);
    await close();
  });
}
