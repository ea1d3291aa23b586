import { parseArgs } from 'node:util';
import { compile } from './compile.mjs';
import { makePackages } from './packages.mjs';
import { main } from './process.mjs';
import { setup } from './setup.mjs';

// npm run package [-- TARGET …] [-- --signed]: packages of this system into out/package, all of them or those named:
// deb, AppImage, tar.gz; nsis, portable; dmg, zip. `dir` is the app as it lies on a disk (npm run package:dir).
// With --signed nothing is made without a certificate.

await main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { signed: { type: 'boolean', default: false } },
  });
  const electron = await setup({ packages: ['runtime', 'packaging'] });
  await compile();
  await makePackages(electron, { targets: positionals, signed: values.signed });
});
