import { compile } from './compile.mjs';
import { main, Refusal, say } from './process.mjs';
import { setup } from './setup.mjs';
import { desktopStage, packagesStage, runtimesStage, staticStage, vitestStage } from './test-stages.mjs';

// npm test [-- static|unit|integration|runtimes|desktop|packages …]: everything, or only the named stages.
// A stage that fails does not keep the later ones from running. The last line on standard output sums up.

const stages = {
  static: staticStage,
  unit: () => vitestStage('unit'),
  integration: () => vitestStage('integration'),
  runtimes: runtimesStage,
  desktop: desktopStage,
  packages: packagesStage,
};
/** Those that run the app. */
const onLinux = ['desktop', 'packages'];

await main(async () => {
  const names = chosen(process.argv.slice(2));
  const desktop = names.some((name) => onLinux.includes(name));
  const runtimes = names.includes('runtimes');
  const packages = desktop ? ['runtime', 'session', 'desktop', 'secondTray'] : runtimes ? ['runtime'] : [];
  if (names.includes('packages')) packages.push('packages');
  const electron = await setup({ electron: desktop || runtimes, packages });
  if (desktop) await compile();

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names) {
    process.stdout.write(`\n${name}\n`);
    const counts = await stages[name](electron);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  const skipped = total.skipped > 0 ? `${total.skipped} skipped\n` : '';
  process.stdout.write(`\n${skipped}${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
});

function chosen(names) {
  const all = Object.keys(stages);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown) throw new Refusal(`There is no stage "${unknown}": ${all.join(', ')}`);
  if (names.length > 0) return names;
  if (process.platform === 'linux') return all;
  say('The tests of the app and of its packages need a Linux session bus and are left out here.');
  return all.filter((name) => !onLinux.includes(name));
}
