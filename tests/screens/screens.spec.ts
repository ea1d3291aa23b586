import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '../../assets/locales/language.ts';
import { root } from '../support/desktop-test.ts';
import { test } from '../support/portal-test.ts';
import { playScene, scenes, setScene } from '../support/scenes.ts';
import { speakIn } from '../support/speech.ts';
import { lookAs, type Look } from '../support/theme.ts';

interface Picture {
  width: number;
  height: number;
  /** Of the screen: pixels to a pixel of the page. */
  scale: number;
  look: Look;
  /** Of the letters, in percent. */
  text: number;
}

/** The smallest window that is comfortable, and a large one; both also on a screen of twice the density. */
const sizes = [
  { width: 900, height: 600 },
  { width: 1600, height: 1000 },
];
const small = { width: 900, height: 600, scale: 1, text: 100 };
const pictures: Picture[] = [
  ...sizes.flatMap((size) =>
    [1, 2].flatMap((scale) =>
      (['light', 'dark'] as const).map((look) => ({ ...size, scale, look, text: 100 })),
    ),
  ),
  { ...small, look: 'forced' },
  { ...small, look: 'light', text: 150 },
];
const language = languages.find((one) => one === process.env['TILLWATCH_SCREENS_LANGUAGE']) ?? 'en';

for (const scene of scenes) {
  test(scene.name, async ({ launch, notifications, portal, profile }) => {
    const { vendor, key, env, close } = await setScene(scene, profile);
    const app = await launch({ env });
    const page = await app.page();
    await playScene(scene, { page, vendor, key, notifications, portal });
    await speakIn(page, language);
    await shoot(page, scene.name);
    await close();
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = join(root, 'out', 'screens', language);
  await mkdir(folder, { recursive: true });
  const chromium = await page.context().newCDPSession(page);
  for (const { width, height, scale, look, text } of pictures) {
    await chromium.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: scale,
      mobile: false,
    });
    await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), text);
    await lookAs(page, look);
    const letters = text === 100 ? '' : `-text${text}`;
    const path = join(folder, `${name}-${width}x${height}-${scale * 100}${letters}-${look}.png`);
    // Playwright's own picture is one of CSS pixels.
    const { data } = await chromium.send('Page.captureScreenshot', { format: 'png' });
    await writeFile(path, Buffer.from(data, 'base64'));
  }
}
