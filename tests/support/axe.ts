import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lookAs, type Look } from './theme.ts';

/**
 * What axe objects to when the page looks so, with the elements that it means.
 * @param rules those alone; without them, all that axe has for any page
 */
export async function faults(page: Page, look: Look, rules?: string[]): Promise<string[]> {
  await lookAs(page, look);
  // The usual mode opens a page of its own to put its results together, which Electron does not let it.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
