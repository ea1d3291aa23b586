import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root, test } from '../support/desktop-test.ts';
import { playScene, scenes, setScene } from '../support/scenes.ts';
import { lookAs } from '../support/theme.ts';

/** The smallest window that is comfortable, and a large one; both also on a screen of twice the density. */
const sizes = [
  { width: 900, height: 600 },
  { width: 1600, height: 1000 },
];
const scales = [1, 2];
const themes = ['light', 'dark'] as const;

for (const scene of scenes) {
  test(scene.name, async ({ launch, profile }) => {
    const { vendor, key, env } = await setScene(scene, profile);
    const app = await launch({ env });
    const page = await app.page();
    await playScene(scene, { page, vendor, key });
    await shoot(page, scene.name);
    await vendor.close();
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = join(root, 'out', 'screens');
  await mkdir(folder, { recursive: true });
  const chromium = await page.context().newCDPSession(page);
  for (const { width, height } of sizes) {
    for (const scale of scales) {
      await chromium.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: scale,
        mobile: false,
      });
      for (const colorScheme of themes) {
        await lookAs(page, colorScheme);
        const file = `${name}-${width}x${height}-${scale * 100}-${colorScheme}.png`;
        const path = join(folder, file);
        // Playwright's own picture is one of CSS pixels.
        const { data } = await chromium.send('Page.captureScreenshot', { format: 'png' });
        await writeFile(path, Buffer.from(data, 'base64'));
      }
    }
  }
}
