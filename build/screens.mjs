import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.mjs';
import { inDesktopSession } from './desktop-session.mjs';
import { main } from './process.mjs';
import { root } from './root.mjs';
import { setup } from './setup.mjs';

// npm run screens [-- [--language de] NAME …]: every page of the window in every state, in both themes, two sizes and two densities,
// in forced colours and with the largest letters, as pictures under out/screens. Names choose among the scenes of tests/support/scenes.ts.

await main(async () => {
  const electron = await setup({ packages: ['runtime', 'session', 'desktop'] });
  await compile();
  const {
    values: { language = 'en' },
    positionals: names,
  } = parseArgs({ options: { language: { type: 'string' } }, allowPositionals: true });
  if (names.length === 0) rmSync(join(root, 'out', 'screens', language), { recursive: true, force: true });
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const config = join(root, 'tests', 'screens', 'playwright.config.ts');
  const chosen = names.length === 0 ? [] : ['--grep', names.join('|')];
  return inDesktopSession(process.execPath, [playwright, 'test', '--config', config, ...chosen], {
    cwd: root,
    env: { ELECTRON_EXEC_PATH: electron, TILLWATCH_SCREENS_LANGUAGE: language },
  });
});
