import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { createSimulator } from '../../main/simulator/server.ts';
import { createWorld } from '../../main/simulator/world.ts';
import { managedFile } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

const merchantAccount = 'CornerShopNL';
const numbered = (count: number) => Array.from({ length: count }, (_, at) => at);
const stores = numbered(1000).map((store) => ({
  reference: `S-${store}`,
  id: `ST${String(store).padStart(23, '0')}`,
  name: `Store ${store}`,
  terminals: numbered(10).map((till) => ({
    poiid: `V400m-${200_000_000 + store * 10 + till}`,
    connected: true,
  })),
}));
/** The bar of the design: no more lines in the page than these, however long the list. */
const mostLines = 80;

test('ten thousand terminals in a thousand stores are a short page that scrolls, and is searched at once', async ({
  launch,
  profile,
}) => {
  test.setTimeout(180_000);
  const key = randomBytes(40).toString('base64url');
  const world = createWorld([{ merchantAccount, keys: [key], stores }]);
  const vendor = await createSimulator({ world });
  const account = {
    id: 'corner-shop',
    environment: 'test',
    merchantAccount,
    endpoint: vendor.url,
    stores: stores.map(({ reference, name, terminals }) => ({
      reference,
      name,
      terminals: terminals.map(({ poiid }) => ({ poiid })),
    })),
  };
  const env = { ...(await managedFile(profile, { accounts: [account] })), TILLWATCH_API_KEY: key };
  const app = await launch({ env });
  const page = await app.page();
  await page.setViewportSize({ width: 1600, height: 1000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 10,000 terminals are connected', {
    timeout: 120_000,
  });
  expect(await lines(page)).toBeLessThanOrEqual(mostLines);

  const scrolled = await scrollThrough(page);
  expect(scrolled.mostLines).toBeLessThanOrEqual(mostLines);
  expect(scrolled.blankFrames, 'frames in which the middle of the list was empty').toBe(0);

  const began = Date.now();
  await page.getByRole('searchbox').fill('200009999');
  await expect(page.getByRole('button', { name: /V400m-200009999/ }).first()).toBeVisible();
  await expect(page.locator('[data-index]')).toHaveCount(2);
  const searchedMs = Date.now() - began;
  expect(searchedMs).toBeLessThan(2000);
  test.info().annotations.push({
    type: 'measured',
    description: JSON.stringify({ ...scrolled, searchedMs }),
  });
  await vendor.close();
});

const lines = (page: Page) => page.locator('[data-index]').count();

/** From top to bottom a screen at a time, and what each frame held. */
async function scrollThrough(page: Page) {
  return page.evaluate(async () => {
    const list = document.querySelector('[data-index]')?.closest('ul')?.parentElement;
    if (!list) throw new Error('there is no list');
    const frames: number[] = [];
    let mostLines = 0;
    let blankFrames = 0;
    const frame = () => new Promise<number>((drawn) => requestAnimationFrame(drawn));
    const { left, top, width, height } = list.getBoundingClientRect();
    let last = await frame();
    for (let step = 0; step < 200; step += 1) {
      list.scrollTop += height;
      const now = await frame();
      frames.push(now - last);
      last = now;
      // What React has made of it by the next frame is what a person sees.
      await frame().then((at) => (last = at));
      mostLines = Math.max(mostLines, list.querySelectorAll('[data-index]').length);
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!seen?.closest('[data-index]')) blankFrames += 1;
    }
    const sorted = frames.toSorted((one, other) => one - other);
    return {
      mostLines,
      blankFrames,
      frameMs: { median: sorted[100], p95: sorted[190], most: sorted[199] },
    };
  });
}
