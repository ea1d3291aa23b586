import { createRequire } from 'node:module';

/** What we use of `node:sqlite`. `Row` is what the statement's own text promises; nothing checks it. */
export interface Database {
  exec(sql: string): void;
  prepare<Row = unknown>(sql: string): Statement<Row>;
  close(): void;
}

export interface Statement<Row> {
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
}

/** Named parameters go in one object, without their sign. */
type Value = string | number | null | Record<string, string | number | null>;

interface Sqlite {
  DatabaseSync: new (path: string) => Database;
}

/**
 * The one that is built into Node. Electron has it from its Node 22.5 on; for the older one of development the same
 * API comes from a package, which no packed app carries.
 * @throws where the runtime has neither
 */
export function findSqlite(): Sqlite {
  const builtIn: unknown = process.getBuiltinModule('node:sqlite');
  if (isSqlite(builtIn)) return builtIn;
  const installed: unknown = createRequire(import.meta.url)('@photostructure/sqlite');
  if (isSqlite(installed)) return installed;
  throw new Error('this runtime has no SQLite');
}

function isSqlite(module: unknown): module is Sqlite {
  return typeof module === 'object' && module !== null && 'DatabaseSync' in module;
}

/** Why the database refuses, by SQLite's primary result codes (sqlite.org/rescode.html). */
export type Refusal =
  /** Another process has it. */
  | 'locked'
  | 'full'
  /** Damaged, or no database at all. */
  | 'damaged'
  /** Whatever else; the words of the system are in the log. */
  | 'failed';

export function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
  switch (code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return 'locked';
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'damaged';
    case 13: // SQLITE_FULL
      return 'full';
    default:
      return 'failed';
  }
}

/** All or nothing. Throws what `work` throws. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has done so itself, as it does for a full disk.
  }
}
