import { join } from 'node:path';
import { compile } from './compile.mjs';
import { main } from './process.mjs';
import { root } from './root.mjs';
import { setup } from './setup.mjs';

// npm run simulator [-- arguments]: the embedded Terminal API alone, under plain Node.

await main(async () => {
  await setup({ electron: false });
  await compile();
  process.argv.splice(1, 1, join(root, 'out', 'app', 'main', 'simulator.js'));
  await import(process.argv[1]);
});
