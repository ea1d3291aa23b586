import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'vite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Change } from '../../../main/history/changes.ts';
import { createKeeper, type Keeper } from '../../../main/history/keeper.ts';
import { startProcess } from '../../support/process.ts';
import {
  begin,
  file,
  incident,
  incidentsOf,
  makeFolder,
  names,
  openRaw,
  refusal,
  seen,
  t0,
  timelineOf,
} from './make.ts';

const kills = 25;

/** A program of its own, for whatever runtime this is. */
let script: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-writer-'));
  script = join(folder, 'writer.mjs');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'writing.child.ts'),
      outDir: folder,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  });
  return () => rmSync(folder, { recursive: true, force: true });
});

function start(folder: string, from: number) {
  // The package that stands in for what an older runtime lacks.
  const env = { ...process.env, NODE_PATH: join(import.meta.dirname, '../../../node_modules') };
  return startProcess(process.execPath, [script, folder, String(from)], env);
}

/** Lets it write for so long, and ends it the way a power cut does. @returns the time of the last batch that it called kept */
async function writeAndDie(folder: string, from: number, ms: number): Promise<number> {
  const writer = await start(folder, from);
  await writer.wrote(/^\d+$/m);
  await setTimeout(ms);
  await writer.kill();
  return lastKept(writer.stdout());
}

function lastKept(said: string): number {
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}

function query<Row>(folder: string, sql: string): Row | undefined {
  const database = openRaw(folder);
  try {
    return database.prepare<Row>(sql).get();
  } finally {
    database.close();
  }
}

describe('a program that is killed while it writes', () => {
  it(
    `loses nothing that it had called kept and leaves a whole file, ${kills} times at moments of any kind`,
    { timeout: 120_000 },
    async () => {
      const folder = makeFolder();
      let from = t0;
      for (let kill = 0; kill < kills; kill += 1) {
        // A batch takes some milliseconds, so these are all moments in one.
        const last = await writeAndDie(folder, from, 20 + 13.7 * (kill % 7));
        expect(last).toBeGreaterThan(from);
        const keeper = createKeeper();
        expect(keeper.open(folder, last + 600_000).keptAside).toBeNull();
        expect(lastSpan(keeper, last)?.to).toBeGreaterThanOrEqual(last);
        keeper.close();
        expect(query(folder, 'PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
        expect(
          query(
            folder,
            `SELECT (SELECT count(*) FROM span WHERE end <= start) AS spans,
               (SELECT count(*) FROM incident WHERE end < start OR lost < start) AS incidents,
               (SELECT count(*) FROM span one JOIN span other ON other.terminal = one.terminal
                AND other.start > one.start AND other.start < one.end) AS overlaps`,
          ),
        ).toEqual({ spans: 0, incidents: 0, overlaps: 0 });
        from = last + 600_000;
      }
      expect(readdirSync(folder)).toEqual([file]);
    },
  );
});

it('a program that writes keeps every other one out, until it has ended', async () => {
  const folder = makeFolder();
  const writer = await start(folder, t0);
  await writer.wrote(/^\d+$/m);
  expect(refusal(() => createKeeper().open(folder, t0))).toBe('locked');
  expect(refusal(() => query(folder, 'DELETE FROM span RETURNING start'))).toBe('locked');
  await writer.kill();
  const keeper = createKeeper();
  onTestFinished(() => keeper.close());
  const at = lastKept(writer.stdout());
  expect(keeper.open(folder, at + 600_000).keptAside).toBeNull();
  expect(lastSpan(keeper, at)?.to).toBeGreaterThanOrEqual(at);
});

/** Only who may mount can have a disk that is really full. */
describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('a disk without room', () => {
  const filler = (folder: string) => join(folder, 'filler');

  function makeDisk(kilobytes: number): string {
    const disk = join(makeFolder(), 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk]);
    // Lazily, for an older runtime closes a file only when it feels like it.
    onTestFinished(() => void execFileSync('umount', ['-l', disk]));
    return disk;
  }

  function fill(folder: string): void {
    for (let size = 1_048_576; size >= 4096; size /= 2) {
      for (;;) {
        try {
          writeFileSync(filler(folder), Buffer.alloc(size), { flag: 'a', flush: true });
        } catch {
          break;
        }
      }
    }
  }

  const many: Change[] = Array.from({ length: 2000 }, (_, at) => incident(at % 3, at, at + 1));

  it('refuses a batch as a whole, keeps what there was, and takes the next one once there is room', () => {
    const folder = makeDisk(2048);
    const keeper = createKeeper();
    onTestFinished(() => keeper.close());
    keeper.open(folder, t0);
    keeper.write([...names, begin(0, 'up', 0), seen(0, 1)]);
    fill(folder);
    expect(refusal(() => keeper.write([seen(0, 2), ...many]))).toBe('full');
    expect(timelineOf(keeper)).toEqual([['up', 0, 1]]);
    rmSync(filler(folder));
    keeper.write([seen(0, 3), ...many]);
    expect(timelineOf(keeper)).toEqual([['up', 0, 3]]);
    expect(incidentsOf(keeper, { to: Number.MAX_SAFE_INTEGER, limit: 5000 })).toHaveLength(2000);
  });

  it('that ends a program while it writes leaves a whole file, with all that was kept', async () => {
    const folder = makeDisk(1024);
    const writer = await start(folder, t0);
    await writer.ended;
    expect(writer.stderr()).toContain('full');
    const last = lastKept(writer.stdout());
    execFileSync('mount', ['-o', 'remount,size=8m', folder]);
    const keeper = createKeeper();
    expect(keeper.open(folder, last + 600_000).keptAside).toBeNull();
    expect(lastSpan(keeper, last)?.to).toBeGreaterThanOrEqual(last);
    keeper.close();
    expect(query(folder, 'PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  });
});

function lastSpan(keeper: Keeper, near: number) {
  const period = { from: near - 60_000, to: near + 600_000 };
  return keeper.terminal('test/ShopNL', 'V400m-7', period).timeline.at(-1);
}
