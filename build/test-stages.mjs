import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inDesktopSession } from './desktop-session.mjs';
import { makePackages } from './packages.mjs';
import { say } from './process.mjs';
import { newerNode } from './newer-node.mjs';
import { root } from './root.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const bin = (...path) => join(root, 'node_modules', ...path);

const checks = {
  format: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '.'],
  lint: [bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'],
  'dependency rule': [
    bin('oxlint', 'bin', 'oxlint'),
    '-c',
    'oxlint.rooms.mjs',
    'main',
    'renderer',
    'preload',
    'assets',
  ],
  types: [bin('typescript', 'bin', 'tsc'), '-p', '.'],
  icons: [join(root, 'build', 'icons.mjs'), '--check'],
};

/** Every check counts as one test. @returns {Promise<Counts>} */
export async function staticStage() {
  const outcomes = await Promise.all(Object.entries(checks).map(([name, args]) => check(name, args)));
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed, skipped: 0 };
}

function check(name, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => {
      process.stdout.write(code === 0 ? `✓ ${name}\n` : `✗ ${name}\n${output.trimEnd()}\n`);
      resolve(code === 0);
    });
  });
}

/**
 * What depends on the runtime's own SQLite, on each runtime that has one: on the Node that runs this, in the
 * integration stage, it is the package; on the Node of the shipped Electron it is built in.
 * @returns {Promise<Counts>}
 */
export async function runtimesStage(electron) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const newer = await newerNode();
  if (!newer) say('The newer Node is prepared for 64-bit Linux only; the tests on it are left out here.');
  for (const [name, command, env] of [
    ...(newer ? [['node', newer, {}]] : []),
    ['electron', electron, { ELECTRON_RUN_AS_NODE: '1' }],
  ]) {
    process.stdout.write(`\n${name}\n`);
    const more = await vitestStage(`runtimes-${name}`, { folder: 'integration/history', command, env });
    for (const key of Object.keys(counts)) counts[key] += more[key];
  }
  return counts;
}

/** @returns {Promise<Counts>} */
export async function vitestStage(name, { folder = name, command = process.execPath, env = {} } = {}) {
  const report = freshReport(name);
  const vitest = bin('vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await inForeground(command, [vitest, 'run', `tests/${folder}/`, ...reporters], env);
  return counted(code, report, (result) => ({
    passed: result.numPassedTests,
    // A file that cannot be loaded holds no test that could fail.
    failed: result.numFailedTests + result.testResults.filter(isBrokenFile).length,
    skipped: result.numPendingTests + result.numTodoTests,
  }));
}

function isBrokenFile({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0;
}

/** The real Electron on a display of its own. @returns {Promise<Counts>} */
export function desktopStage(electron) {
  return playwrightStage('desktop', { ELECTRON_EXEC_PATH: electron });
}

/** The packed app, also installed. @returns {Promise<Counts>} */
export async function packagesStage(electron) {
  await makePackages(electron, { targets: ['deb', 'tar.gz'], quick: true });
  if (process.getuid() === 0 && existsSync('/usr/bin/mmdebstrap')) return playwrightStage('packages', {});
  say('To install the deb into a Debian of its own takes root and mmdebstrap; it is left out here.');
  return playwrightStage('packages', {}, ['--grep-invert', 'the deb installs']);
}

async function playwrightStage(name, env, more = []) {
  const report = freshReport(name);
  const playwright = bin('@playwright', 'test', 'cli.js');
  const code = await inDesktopSession(process.execPath, [playwright, 'test', `tests/${name}/`, ...more], {
    cwd: root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return counted(code, report, ({ stats, errors }) => ({
    // One that passed only when tried again has failed.
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }));
}

function freshReport(name) {
  const file = join(root, 'out', 'test', `${name}.json`);
  mkdirSync(join(file, '..'), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** A runner that ran nothing, died, or complains without naming a test counts as one failure. */
function counted(code, report, read) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    Object.assign(counts, read(JSON.parse(readFileSync(report, 'utf8'))));
  } catch {
    process.stdout.write(`✗ no report in ${report}\n`);
  }
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return counts;
}

function inForeground(command, args, env) {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
