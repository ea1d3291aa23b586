import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/desktop-test.ts';
import { playScene, scenes, setScene } from '../support/scenes.ts';
import { lookAs } from '../support/theme.ts';

for (const scene of scenes) {
  test(`${scene.name} says what it should, and axe finds nothing in it in either theme`, async ({
    launch,
    profile,
  }) => {
    const { vendor, key, env } = await setScene(scene, profile);
    const app = await launch({ env });
    const page = await app.page();
    await playScene(scene, { page, vendor, key });
    expect(await faults(page, 'light')).toEqual([]);
    expect(await faults(page, 'dark')).toEqual([]);
    await vendor.close();
  });
}

/** What axe objects to, with the elements that it means. */
async function faults(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await lookAs(page, colorScheme);
  // The usual mode opens a page of its own to put its results together, which Electron does not let it.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
