import { inTransaction, type Database } from './database.ts';

/**
 * Each turns a file of the version before it into one of its own; the first makes it from nothing. What has been
 * released is never edited: tests open a file of every version.
 *
 * All times are epoch ms. Accounts are named as `environment/merchant account`, so that one that is removed from the
 * settings and entered again goes on where it was.
 */
const migrations = [
  `
  CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    store TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Until when every span that goes on there is sure.
    seen INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account, store)
  ) STRICT;

  CREATE TABLE terminal (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    poiid TEXT NOT NULL COLLATE NOCASE,
    name TEXT NOT NULL,
    UNIQUE (account, poiid)
  ) STRICT;

  -- In the order of a terminal's life, so that its bar is read from one place of the disk.
  CREATE TABLE span (
    terminal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    place INTEGER NOT NULL,
    up INTEGER NOT NULL,
    PRIMARY KEY (terminal, start)
  ) STRICT, WITHOUT ROWID;

  -- Spans that go on: at most one for each terminal. Apart, because only their place is touched by each round.
  CREATE TABLE going (
    terminal INTEGER PRIMARY KEY,
    start INTEGER NOT NULL,
    place INTEGER NOT NULL,
    up INTEGER NOT NULL
  ) STRICT;

  CREATE VIEW known AS
    SELECT terminal, start, end, place, up FROM span
    UNION ALL
    SELECT g.terminal, g.start, p.seen, g.place, g.up FROM going g JOIN place p ON p.id = g.place;

  CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    terminal INTEGER NOT NULL,
    place INTEGER NOT NULL,
    cause TEXT NOT NULL,
    start INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    confirmed_by TEXT,
    -- Null while it goes on, and where nobody was watching when it ended.
    end INTEGER,
    -- When it went out of sight.
    lost INTEGER,
    over INTEGER NOT NULL DEFAULT 0,
    acknowledged INTEGER,
    told INTEGER,
    told_kind TEXT,
    -- Why nobody was told; null where somebody was.
    told_reason TEXT
  ) STRICT;
  CREATE INDEX incident_by_start ON incident (start, id);
  CREATE INDEX incident_by_terminal ON incident (terminal, start);
  CREATE UNIQUE INDEX incident_going ON incident (terminal) WHERE over = 0;
  `,
  `
  -- What somebody could have been told, and what became of it.
  CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    -- Null where it is about the whole account.
    place INTEGER,
    -- Null where it is about the whole store or account.
    terminal INTEGER,
    -- Why nobody was told; null where somebody was.
    reason TEXT
  ) STRICT;
  CREATE INDEX decision_by_time ON decision (at, id);
  CREATE INDEX decision_by_terminal ON decision (terminal, at);

  -- The version before kept only the last of each incident.
  INSERT INTO decision (at, kind, account, place, terminal, reason)
    SELECT i.told, i.told_kind, t.account, i.place, i.terminal, i.told_reason
    FROM incident i JOIN terminal t ON t.id = i.terminal
    WHERE i.told IS NOT NULL AND i.told_kind IS NOT NULL ORDER BY i.told;
  `,
];

export const schemaVersion = migrations.length;

/** As the file says; 0 for one that was just made. Larger than `schemaVersion`: written by a newer Tillwatch. */
export function versionOf(database: Database): number {
  const row = database.prepare<{ user_version: number }>('PRAGMA user_version').get();
  return row?.user_version ?? 0;
}

/** Brings a file of an older version up to this one, step by step; what interrupts it leaves whole steps. */
export function migrate(database: Database): void {
  for (let version = versionOf(database); version < schemaVersion; version++) {
    inTransaction(database, () => {
      database.exec(migrations[version] ?? '');
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
