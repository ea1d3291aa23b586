import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main } from './process.mjs';
import { root } from './root.mjs';
import { setup } from './setup.mjs';

// npm run soak [-- --seeds 1,2,3 --days 30 --stores 200 --terminals 1000 --json]: the real engine in a drawn world,
// in virtual time. With --json the last line is one JSON object, summed over the seeds.

await main(async () => {
  await setup({ electron: false });
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1' },
      days: { type: 'string', default: '30' },
      stores: { type: 'string', default: '200' },
      terminals: { type: 'string', default: '1000' },
      json: { type: 'boolean', default: false },
    },
  });
  const { runnerImport } = await import('vite');
  const path = join(root, 'tests', 'bench', 'soak', 'report.ts');
  const { module } = await runnerImport(path, { root, configFile: false });
  const size = {
    days: Number(values.days),
    stores: Number(values.stores),
    terminals: Number(values.terminals),
  };
  const sum = await module.soakAll(values.seeds.split(',').map(Number), size, (line) => {
    process.stdout.write(`${line}\n`);
  });
  if (values.json) process.stdout.write(`${JSON.stringify(sum)}\n`);
  return sum.falseAlarms + sum.missed + sum.duplicates === 0 ? 0 : 1;
});
