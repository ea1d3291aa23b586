import type { Locator, Page } from '@playwright/test';

/** What the settings say of a change that was made. */
export const savedMark = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^Saved$/ });
