import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

// npm run pictures: takes the README's pictures of the window from its screens, and that of the desktop from the demo
// that has just been played.

const to = join(root, 'assets', 'screenshots');
mkdirSync(to, { recursive: true });
for (const look of ['light', 'dark']) {
  const screen = `panel-disconnected-1600x1000-100-${look}.png`;
  copyFileSync(join(root, 'out', 'screens', 'en', screen), join(to, `window-terminal-${look}.png`));
}
copyFileSync(join(root, 'out', 'demo', 'desktop-disconnected.png'), join(to, 'desktop-disconnected.png'));
