import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createKeeper } from '../../../main/history/keeper.ts';
import { closeFile, openFile } from '../../../main/history/file.ts';
import { createReader } from '../../../main/history/reader.ts';
import { schemaVersion } from '../../../main/history/schema.ts';
import { createWriter } from '../../../main/history/writer.ts';
import {
  account,
  begin,
  decisionsOf,
  file,
  firstDay,
  hour,
  incident,
  incidentsOf,
  makeFolder,
  names,
  openHistory,
  openRaw,
  refusal,
  seen,
  span,
  t0,
  timelineOf,
} from './make.ts';

const kept = (folder: string) => readdirSync(folder).filter((name) => name.includes('.kept-'));

/** Another program at the same file. */
async function otherProcess(folder: string) {
  const script = join(folder, 'other.cjs');
  const sqlite = process.getBuiltinModule('node:sqlite')
    ? 'node:sqlite'
    : createRequire(import.meta.url).resolve('@photostructure/sqlite');
  writeFileSync(
    script,
    `const { DatabaseSync } = require(${JSON.stringify(sqlite)});
     const database = new DatabaseSync(${JSON.stringify(join(folder, file))});
     database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; COMMIT');
     process.send('open');
     process.on('message', () => { database.close(); process.exit(); });`,
  );
  const child = fork(script, { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return {
    async end(signal?: 'SIGKILL') {
      const ended = once(child, 'exit');
      if (signal) child.kill(signal);
      else child.send('end');
      await ended;
    },
  };
}

describe('the file', () => {
  it.runIf(process.platform !== 'win32')('is its owner’s alone, with all that belongs to it', () => {
    const folder = makeFolder();
    openHistory(folder);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it.each<[string, (path: string) => void]>([
    ['that is no database', (path) => writeFileSync(path, 'no database'.repeat(1000))],
    ['with a damaged page', (path) => overwrite(path, 0.5)],
    ['that was cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 20_000))],
  ])('%s is kept aside as it is, and a new one started', (_, damage) => {
    const folder = makeFolder();
    const keeper = openHistory(folder);
    keeper.write(Array.from({ length: 5000 }, (_none, at) => span(at % 3, 'up', at, at + 1)).flat());
    keeper.close();
    damage(join(folder, file));
    const damaged = readFileSync(join(folder, file));

    const again = createKeeper();
    onTestFinished(() => again.close());
    const { keptAside, incidents } = again.open(folder, t0);
    expect(keptAside).toEqual({ as: 'history.kept-20261124T000000Z.db', reason: 'unreadable' });
    expect(incidents).toEqual([]);
    expect(readFileSync(join(folder, keptAside?.as ?? ''))).toEqual(damaged);
    expect(kept(folder)).toEqual([keptAside?.as]);
  });

  it('of a newer Tillwatch is kept aside, and a second one beside the first', () => {
    const folder = makeFolder();
    for (const as of ['history.kept-20261124T000000Z.db', 'history.kept-20261124T000000Z-2.db']) {
      openHistory(folder).close();
      const database = openRaw(folder);
      database.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
      database.close();
      const keeper = createKeeper();
      expect(keeper.open(folder, t0).keptAside).toEqual({ as, reason: 'newer-version' });
      keeper.close();
    }
  });

  it('is left alone while another process has it', async () => {
    const folder = makeFolder();
    const other = await otherProcess(folder);
    expect(refusal(() => createKeeper().open(folder, t0))).toBe('locked');
    await other.end();
    expect(refusal(() => openHistory(folder))).toBe('none');
    expect(kept(folder)).toEqual([]);
  });

  it('is free again as soon as that was killed', async () => {
    const folder = makeFolder();
    const other = await otherProcess(folder);
    await other.end('SIGKILL');
    expect(refusal(() => openHistory(folder))).toBe('none');
  });

  it('that cannot be made is a refusal', () => {
    expect(refusal(() => createKeeper().open(join(makeFolder(), 'nowhere'), t0))).toBe('failed');
  });
});

it.each(Array.from({ length: schemaVersion }, (_, at) => at + 1))(
  'a file of version %d opens with all that was in it',
  (version) => {
    const folder = makeFolder();
    const database = openRaw(folder);
    database.exec(readFileSync(join(import.meta.dirname, 'fixtures', `history-v${version}.sql`), 'utf8'));
    database.close();
    const keeper = createKeeper();
    onTestFinished(() => keeper.close());
    const { keptAside, incidents } = keeper.open(folder, t0 + 5 * hour);
    expect(keptAside).toBeNull();
    expect(incidents).toMatchObject([{ poiid: 'V400m-1', start: t0 + hour, told: 'told' }]);
    expect(timelineOf(keeper)).toEqual([
      ['up', 0, 1],
      ['down', 1, 2],
    ]);
    expect(incidentsOf(keeper)).toMatchObject([
      { name: 'Till 1', confirmedBy: 'own-request', lost: t0 + 2 * hour },
    ]);
    expect(decisionsOf(keeper)).toMatchObject([
      { at: t0 + hour + 6000, kind: 'disconnected', storeName: 'Utrecht', name: 'Till 1', reason: null },
    ]);
  },
);

it('a full disk refuses a batch as a whole, and takes the next one that fits', () => {
  const { database } = openFile(makeFolder(), t0);
  onTestFinished(() => closeFile(database));
  // What SQLite says of a file that may not grow is what it says of a disk that has no room.
  database.exec('PRAGMA max_page_count = 20');
  const { write } = createWriter(database);
  const reader = createReader(database);
  const last = () => reader.terminal(account, 'V400m-1', firstDay).timeline.at(-1)?.to;
  write([...names, begin(0, 'up', 0), seen(0, 1)]);
  const large = Array.from({ length: 5000 }, (_, at) => incident(at % 3, at, at + 1));
  expect(refusal(() => write([seen(0, 2), ...large]))).toBe('full');
  expect(last()).toBe(t0 + hour);
  write([seen(0, 3)]);
  expect(last()).toBe(t0 + 3 * hour);
});

/** A page of zeros in the middle. */
function overwrite(path: string, where: number): void {
  const content = readFileSync(path);
  const page = Math.floor((content.length * where) / 4096) * 4096;
  writeFileSync(path, content.fill(0, page, page + 4096));
}
