import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keptName } from '../kept-name.ts';
import { findSqlite, refusalOf, type Database } from './database.ts';
import { migrate, schemaVersion, versionOf } from './schema.ts';

export interface OpenedFile {
  database: Database;
  /** A file that could not be used lies untouched under this name; null where there was none. */
  keptAside: { as: string; reason: 'unreadable' | 'newer-version' } | null;
}

const name = 'history';
/** SQLite's own beside the file: together they are the database. */
const companions = ['', '-wal', '-shm'];

/**
 * Opens `history.db` in `directory`, as the only process that may. What cannot be used is kept aside, and a new one
 * started.
 * @param now epoch ms, for the name of what is kept aside
 * @throws where the disk or another process refuses; `refusalOf` says why
 */
export function openFile(directory: string, now: number): OpenedFile {
  const path = join(directory, `${name}.db`);
  const opened = tryOpen(path);
  if (typeof opened !== 'string') return { database: opened, keptAside: null };
  const as = keepAside(directory, now);
  const fresh = tryOpen(path);
  if (typeof fresh === 'string') throw new Error(`the new history is ${fresh}`);
  return { database: fresh, keptAside: { as, reason: opened } };
}

function tryOpen(path: string): Database | 'unreadable' | 'newer-version' {
  // Nobody else's business; SQLite gives its companions the same rights.
  closeSync(openSync(path, 'a', 0o600));
  const isNew = statSync(path).size === 0;
  const database = new (findSqlite().DatabaseSync)(path);
  try {
    // Before anything is in it. It gives room back in pieces, where VACUUM takes the file twice.
    if (isNew) database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    lock(database);
    if (versionOf(database) > schemaVersion) return refuse(database, 'newer-version');
    if (!isWhole(database)) return refuse(database, 'unreadable');
    prepare(database);
    migrate(database);
    return database;
  } catch (error) {
    if (refusalOf(error) === 'damaged') return refuse(database, 'unreadable');
    closeFile(database);
    throw error;
  }
}

function refuse<T>(database: Database, reason: T): T {
  // Not as one that is used: nothing of it must change.
  database.close();
  return reason;
}

/** The file is free afterwards, for this process and for others. */
export function closeFile(database: Database): void {
  try {
    // `close` of the package for the older Electron leaves the file open, and so locked, until the last statement is
    // collected as garbage; Node's own does not. The lock goes with the first read after this.
    database.exec(
      'PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema',
    );
  } catch {
    // What is damaged cannot be read, and has no lock that anybody waits for.
  }
  database.close();
}

function lock(database: Database): void {
  // Held until the file is closed or the process ends, however it ends; and needs no shared memory, which folders on
  // a network do not have (sqlite.org/wal.html, 8).
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  // Locks now rather than with the first write.
  database.exec('BEGIN EXCLUSIVE; COMMIT');
}

function prepare(database: Database): void {
  database.exec('PRAGMA journal_mode = WAL');
  // Few writes a minute, in a thread of their own: they can afford to outlive a power cut.
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA cache_size = -1024');
}

function isWhole(database: Database): boolean {
  const found = database.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get();
  return found?.quick_check === 'ok';
}

function keepAside(directory: string, now: number): string {
  const as = keptName(name, '.db', now, (taken) => existsSync(join(directory, taken)));
  for (const companion of companions) {
    const from = join(directory, `${name}.db${companion}`);
    if (existsSync(from)) renameSync(from, join(directory, `${as}${companion}`));
  }
  return as;
}
