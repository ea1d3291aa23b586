import type { Page } from '@playwright/test';

/** As on a system with this theme that asks for no motion; settles once the colours have changed. */
export async function lookAs(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    // A frame, so that what the change sets going has begun.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}
