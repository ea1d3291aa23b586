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

/** Texts of controls and headings that are wider than what holds them, and the page where it is wider than the window. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const holders = 'button, label, select, th, h1, h2, h3, [role="tab"], [role="radio"], [role="menuitem"]';
    /** A list hides that its text is too long. */
    const textWidth = (select: HTMLSelectElement) => {
      const ruler = document.createElement('canvas').getContext('2d');
      if (!ruler) throw new Error('nothing to measure with');
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      ruler.font = font;
      const text = select.selectedOptions[0]?.text ?? '';
      const arrow = 16;
      return ruler.measureText(text).width + parseFloat(paddingLeft) + parseFloat(paddingRight) + arrow;
    };
    const isCut = (element: HTMLElement) => {
      const { scrollWidth, clientWidth } = element;
      const wanted = element instanceof HTMLSelectElement ? textWidth(element) : scrollWidth;
      return clientWidth > 0 && wanted > clientWidth + 1;
    };
    const cut = [...document.querySelectorAll<HTMLElement>(holders)].filter(isCut);
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...cut.map((element) => `${element.tagName} ${element.innerText}`),
      ...(scrollWidth > clientWidth ? ['the page'] : []),
    ];
  });
}
