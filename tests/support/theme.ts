import type { Page } from '@playwright/test';

/** `forced`: in the few colours of a system with high contrast. */
export type Look = 'light' | 'dark' | 'forced';

/** As on a system that looks so and asks for no motion; settles once the colours have changed. */
export async function lookAs(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    forcedColors: look === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await page.evaluate(async () => {
    // A frame, so that what the change sets going has begun.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}
