import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lookAs, type Look } from './theme.ts';

/** What axe objects to when the page looks so, with the elements that it means. */
export async function faults(page: Page, look: Look): Promise<string[]> {
  await lookAs(page, look);
  // The usual mode opens a page of its own to put its results together, which Electron does not let it.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
