import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

// npm run pictures: takes the README's pictures from the demo that has just been played.

const to = join(root, 'assets', 'screenshots');
mkdirSync(to, { recursive: true });
for (const name of ['window-terminal-light', 'window-terminal-dark', 'desktop-disconnected']) {
  copyFileSync(join(root, 'out', 'demo', `${name}.png`), join(to, `${name}.png`));
}
