import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openMemory } from '../../main/settings/memory-store.ts';
import { openConf } from '../support/conf.ts';
import { startProcess, type RunningProcess } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Vite is what can load TypeScript in a program of its own here. */
const program = `
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('./tests/support/saver.ts', { root: process.cwd(), configFile: false });
  await module.saveWithoutEnd(process.argv[1]);
`;

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string, shell = ''): Promise<RunningProcess> {
  const node = `cd "$1" && exec "$2" --input-type=module -e "$3" -- "$4"`;
  const command = ['-c', `${shell} ${node}`, 'sh', root, process.execPath, program, folder];
  // A mount of its own, which ends with the program.
  const saver = await startProcess('unshare', ['--mount', '--map-root-user', 'sh', ...command], {
    PATH: process.env['PATH'] ?? '',
  });
  onTestFinished(() => saver.kill());
  return saver;
}

const lastOf = (text: string) => Number(text.trimEnd().split(' ').at(-1));

it('a memory that is killed while it is written is whole, and has all that was remembered', async () => {
  const folder = makeFolder();
  for (let kill = 0; kill < 5; kill++) {
    const saver = await start(folder);
    await saver.wrote(/saved 3\n/);
    // Anywhere within a write, which takes a few milliseconds.
    await setTimeout(kill * 3);
    await saver.kill();
    const remembered = lastOf(saver.stdout());

    const memory = openMemory({ directory: folder, openStore: openConf, now: Date.now });
    expect(memory.notices()).toEqual([]);
    expect(memory.records).toHaveLength(500);
    const found = new Set(memory.records.map(({ since }) => since));
    expect(found.size).toBe(1);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(remembered);
  }
}, 60_000);

it('a disk that is full is an answer, leaves what was there whole, and counts again once there is room', async () => {
  const folder = makeFolder();
  const saver = await start(folder, 'mount -t tmpfs -o size=1m tmpfs "$4" &&');
  await saver.wrote(/saved 3\n/);
  // The mount is the program's alone; this is the way into it.
  const within = join('/proc', String(saver.pid), 'root', folder);
  // A save that is under way holds room for two files and then gives one back, so once is not enough.
  for (let again = 0; again < 5000; again++) {
    expect(() => fillUp(join(within, 'filler'))).toThrow('ENOSPC');
  }
  await saver.wrote(/ENOSPC \d+\n/);
  const [, remembered = ''] = /saved (\d+)\nENOSPC/.exec(saver.stdout()) ?? [];
  const { terminals } = z
    .object({ terminals: z.array(z.object({ since: z.number() })) })
    .parse(JSON.parse(readFileSync(join(within, 'memory.json'), 'utf8')));
  expect(terminals).toHaveLength(500);
  expect(Math.min(...terminals.map(({ since }) => since))).toBeGreaterThanOrEqual(Number(remembered));
  rmSync(join(within, 'filler'));
  await saver.wrote(/ENOSPC \d+\nsaved \d+\n/);
}, 60_000);

it('a profile that cannot be written is an answer each time', async () => {
  const saver = await start(makeFolder(), 'mount -t tmpfs -o ro tmpfs "$4" &&');
  await saver.wrote(/EROFS 1\nEROFS 2\n/);
  expect(saver.stdout()).not.toContain('saved');
}, 60_000);

function fillUp(file: string): void {
  const chunk = Buffer.alloc(16_384);
  for (;;) appendFileSync(file, chunk);
}
