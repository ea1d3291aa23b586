import { parseArgs } from 'node:util';
import { compile } from './compile.mjs';
import { main, Refusal, say } from './process.mjs';
import { root } from './root.mjs';
import { setup } from './setup.mjs';

// npm run bench [-- --only NAME,NAME --json]: what watching costs, each figure beside its bar; ends with 1 where one
// is above it. With --json the last line is one JSON object. Every file tests/bench/*.bench.ts is a bench.

await main(async () => {
  if (process.platform !== 'linux') throw new Refusal('The bench reads /proc, so it needs Linux.');
  const { values } = parseArgs({
    options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const executable = await setup({ packages: ['runtime', 'session', 'desktop'] });
  await compile();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('./tests/bench/run.ts', { root, configFile: false });
  const outcome = await module.runBenches({ executable, root, say, only: values.only?.split(',') ?? [] });
  process.stdout.write(`${outcome.table}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(outcome.json)}\n`);
  return outcome.misses === 0 ? 0 : 1;
});
