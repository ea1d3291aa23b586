import type { Page } from '@playwright/test';
import { z } from 'zod';
import { store, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

const search = (page: Page) => page.getByRole('searchbox');

test('F5 asks again, / searches, and Escape empties, leaves and closes', async ({ page, shop }) => {
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('kiosk');
  const asked = shop.vendor.nextRequest();
  await page.keyboard.press('F5');
  await asked;
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await expect(search(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search(page)).not.toBeFocused();

  await page.getByRole('button', { name: `Till 2 ${till2.poiid}` }).click();
  const panel = page.getByRole('complementary', { name: 'About Till 2' });
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('whatever has the focus shows it, on every page', async ({ page }) => {
  const pages = ['Terminals', 'History', 'Settings'];
  for (const name of pages) {
    await page.getByRole('button', { name, exact: true }).click();
    expect(await stops(page), name).toEqual({ unseen: [], some: true });
  }
  for (const tab of await page.getByRole('tab').all()) {
    // As arrow keys do it.
    await tab.focus();
    expect(await stops(page), await tab.innerText()).toEqual({ unseen: [], some: true });
  }
});

test('a drop is read out once', async ({ page, shop, notifications }) => {
  await page.getByRole('button', { name: `Till 2 ${till2.poiid}` }).click();
  await page.evaluate(() => {
    const live = '[role=status], [role=alert], [aria-live]';
    const said: string[] = [];
    Reflect.set(window, 'said', said);
    new MutationObserver((changes) => {
      const regions = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(live),
        ),
      );
      for (const region of regions) if (region?.textContent) said.push(region.textContent);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  shop.vendor.world.drop(till2.poiid);
  await page.keyboard.press('F5');
  await notifications.nth(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 3 terminals is disconnected');
  const told = z.array(z.string()).parse(await page.evaluate((): unknown => Reflect.get(window, 'said')));
  expect(told.filter((text) => /disconnected/i.test(text))).toEqual(['1 of 3 terminals is disconnected']);
});

test('nothing moves for somebody who asks for no motion', async ({ page, shop }) => {
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  shop.vendor.fault({ kind: 'silent' });
  await page.keyboard.press('F5');
  await expect(page.getByRole('button', { name: 'Checking…' })).toBeVisible();
  expect(await moving()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
  await expect(page.getByText(store.name).first()).toBeVisible();
});

/** Tabs once through the page: what has the focus without showing it, and whether anything had it at all. */
async function stops(page: Page): Promise<{ unseen: string[]; some: boolean }> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const unseen: string[] = [];
  const seen = new Set<string>();
  for (let tabs = 0; tabs < 150; tabs += 1) {
    await page.keyboard.press('Tab');
    const { name, shows } = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return { name: '', shows: true };
      // A label may show it for the button that it holds.
      const shown = [at, at.closest('label')].some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      });
      const box = at.getBoundingClientRect();
      return { name: `${at.outerHTML.slice(0, 120)} @${box.x},${box.y}`, shows: shown };
    });
    if (name === '' || seen.has(name)) break;
    seen.add(name);
    if (!shows) unseen.push(name);
  }
  return { unseen, some: seen.size > 2 };
}
