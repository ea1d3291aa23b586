import type { Page } from '@playwright/test';
import type { Language } from '../../assets/locales/language.ts';

/** Chooses the language as Settings does; settles once the page speaks it. */
export async function speakIn(page: Page, language: Language): Promise<void> {
  await page.evaluate(
    (chosen) => window.tillwatch.request('settings.setAppearance', { language: chosen }),
    language,
  );
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  // The words follow within the same frame.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** Texts in the page that are wider than what holds them, but for those that people wrote, and the page itself. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const holders = 'button, label, select, th, h1, h2, h3, [role="tab"], [role="radio"], [role="menuitem"]';
    const cut = [...document.querySelectorAll<HTMLElement>(holders)].filter(
      ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
    );
    const page = document.documentElement;
    return [
      ...cut.map((element) => `${element.tagName} ${element.innerText || element.className}`),
      ...(page.scrollWidth > page.clientWidth ? ['the page'] : []),
    ];
  });
}
