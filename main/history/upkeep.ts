import { inTransaction, type Database } from './database.ts';

/** Pages given back at a time, so that the file is not held for long. */
const pagesAtATime = 2000;

/**
 * Forgets what ended before `before` (epoch ms), and gives its room on the disk back.
 * @returns how much was forgotten
 */
export function keepSince(database: Database, before: number): number {
  const forgotten = inTransaction(database, () => {
    const spans = database.prepare('DELETE FROM span WHERE end <= ?').run(before).changes;
    const incidents = database
      .prepare('DELETE FROM incident WHERE over = 1 AND coalesce(end, lost, start) <= ?')
      .run(before).changes;
    const decisions = database.prepare('DELETE FROM decision WHERE at < ?').run(before).changes;
    return Number(spans) + Number(incidents) + Number(decisions);
  });
  let free = freePages(database);
  while (free > 0) {
    database.exec(`PRAGMA incremental_vacuum(${pagesAtATime})`);
    const left = freePages(database);
    if (left >= free) break;
    free = left;
  }
  // The log would stay as long as it ever was.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return forgotten;
}

/** Forgets everything of the accounts whose names begin like this. */
export function forget(database: Database, prefix: string): void {
  const terminals = 'SELECT id FROM terminal WHERE substr(account, 1, length($prefix)) = $prefix';
  inTransaction(database, () => {
    for (const table of ['span', 'going', 'incident']) {
      database.prepare(`DELETE FROM ${table} WHERE terminal IN (${terminals})`).run({ prefix });
    }
    database
      .prepare('DELETE FROM decision WHERE substr(account, 1, length($prefix)) = $prefix')
      .run({ prefix });
  });
}

/** Forgets the names of what nothing is recorded of any more. Only before anything is recorded by number. */
export function forgetNames(database: Database): void {
  database.exec(`
    DELETE FROM terminal WHERE id NOT IN
      (SELECT terminal FROM span UNION SELECT terminal FROM going UNION SELECT terminal FROM incident
       UNION SELECT terminal FROM decision WHERE terminal IS NOT NULL);
    DELETE FROM place WHERE id NOT IN
      (SELECT place FROM span UNION SELECT place FROM going UNION SELECT place FROM incident
       UNION SELECT place FROM decision WHERE place IS NOT NULL);
  `);
}

function freePages(database: Database): number {
  return database.prepare<{ freelist_count: number }>('PRAGMA freelist_count').get()?.freelist_count ?? 0;
}
