import type { Change, OpenIncident } from './changes.ts';
import { inTransaction, type Database } from './database.ts';

/** Enters changes into the file, a batch at a time: each batch is there as a whole or not at all. */
export interface Writer {
  /** @throws where the database refuses; nothing of the batch is there then */
  write(changes: readonly Change[]): void;
}

export function createWriter(database: Database): Writer {
  const terminals: number[] = [];
  const places: number[] = [];
  const sql = {
    terminal: database.prepare<{ id: number }>(
      `INSERT INTO terminal (account, poiid, name) VALUES (?, ?, ?)
       ON CONFLICT (account, poiid) DO UPDATE SET poiid = excluded.poiid, name = excluded.name RETURNING id`,
    ),
    place: database.prepare<{ id: number }>(
      `INSERT INTO place (account, store, name) VALUES (?, ?, ?)
       ON CONFLICT (account, store) DO UPDATE SET name = excluded.name RETURNING id`,
    ),
    lastEnd: database.prepare<{ end: number }>(
      'SELECT end FROM span WHERE terminal = ? ORDER BY start DESC LIMIT 1',
    ),
    begin: database.prepare('INSERT OR REPLACE INTO going (terminal, start, place, up) VALUES (?, ?, ?, ?)'),
    keep: database.prepare(
      `INSERT OR REPLACE INTO span (terminal, start, end, place, up)
       SELECT terminal, start, $at, place, up FROM going WHERE terminal = $terminal AND start < $at`,
    ),
    drop: database.prepare('DELETE FROM going WHERE terminal = ?'),
    reopen: database.prepare(
      `INSERT OR IGNORE INTO going (terminal, start, place, up)
       SELECT terminal, start, place, up FROM span WHERE terminal = ? ORDER BY start DESC LIMIT 1`,
    ),
    reopened: database.prepare(
      'DELETE FROM span WHERE (terminal, start) IN (SELECT terminal, start FROM going WHERE terminal = ?)',
    ),
    seen: database.prepare('UPDATE place SET seen = max(seen, $at) WHERE id = $place'),
    incident: database.prepare(
      `INSERT INTO incident (terminal, place, cause, start, confirmed, confirmed_by, end, over)
       VALUES ($terminal, $place, $cause, $start, $confirmed, $confirmedBy, $end, $over)`,
    ),
    goesOn: database.prepare('UPDATE incident SET lost = NULL WHERE terminal = ? AND over = 0'),
    lost: database.prepare('UPDATE incident SET lost = $at WHERE terminal = $terminal AND over = 0'),
    over: database.prepare(
      'UPDATE incident SET end = max(start, $at), over = 1 WHERE terminal = $terminal AND over = 0',
    ),
    cause: database.prepare('UPDATE incident SET cause = $cause WHERE terminal = $terminal AND over = 0'),
    acknowledged: database.prepare(
      'UPDATE incident SET acknowledged = $at WHERE terminal = $terminal AND over = 0',
    ),
    told: database.prepare(
      `UPDATE incident SET told = $at, told_kind = $toldKind, told_reason = $reason
       WHERE terminal = $terminal AND over = 0`,
    ),
  };

  const decided = {
    // Of what nobody watches nothing else may be on record.
    terminal: database.prepare(
      'INSERT OR IGNORE INTO terminal (account, poiid, name) VALUES ($account, $poiid, $poiid)',
    ),
    place: database.prepare(
      'INSERT OR IGNORE INTO place (account, store, name) VALUES ($account, $store, $store)',
    ),
    add: database.prepare(
      `INSERT INTO decision (at, kind, account, place, terminal, reason) VALUES ($at, $kind, $account,
         (SELECT id FROM place WHERE account = $account AND store = $store),
         (SELECT id FROM terminal WHERE account = $account AND poiid = $poiid), $reason)`,
    ),
  };

  function terminalId(terminal: number): number {
    return terminals[terminal] ?? fail(`terminal ${terminal}`);
  }

  function placeId(place: number): number {
    return places[place] ?? fail(`place ${place}`);
  }

  function apply(change: Change): void {
    switch (change.kind) {
      case 'terminal':
        terminals[change.terminal] =
          sql.terminal.get(change.account, change.poiid, change.name)?.id ?? fail('an id');
        return;
      case 'place':
        places[change.place] = sql.place.get(change.account, change.store, change.name)?.id ?? fail('an id');
        return;
      case 'begin': {
        const terminal = terminalId(change.terminal);
        // A clock that was corrected by a second must not make an hour of sixty minutes and a second.
        const from = Math.max(change.from, sql.lastEnd.get(terminal)?.end ?? 0);
        sql.begin.run(terminal, from, placeId(change.place), Number(change.up));
        return;
      }
      case 'end':
        sql.keep.run({ terminal: terminalId(change.terminal), at: change.at });
        sql.drop.run(terminalId(change.terminal));
        return;
      case 'resume':
        sql.reopen.run(terminalId(change.terminal));
        sql.reopened.run(terminalId(change.terminal));
        return;
      case 'seen':
        for (const place of change.places) sql.seen.run({ at: change.at, place: placeId(place) });
        return;
      case 'incident': {
        const { cause, start, confirmed, confirmedBy, end } = change;
        const [terminal, place] = [terminalId(change.terminal), placeId(change.place)];
        const over = Number(end !== null);
        sql.incident.run({ terminal, place, cause, start, confirmed, confirmedBy, end, over });
        return;
      }
      case 'goes-on':
        sql.goesOn.run(terminalId(change.terminal));
        return;
      case 'lost':
      case 'over':
      case 'acknowledged':
        sql[change.kind].run({ terminal: terminalId(change.terminal), at: change.at });
        return;
      case 'cause':
        sql.cause.run({ terminal: terminalId(change.terminal), cause: change.cause });
        return;
      case 'told': {
        const { at, kind: toldKind, reason } = change.told;
        sql.told.run({ terminal: terminalId(change.terminal), at, toldKind, reason });
        return;
      }
      case 'decided': {
        const { account, store, poiid, ...rest } = change.decided;
        if (poiid !== null) decided.terminal.run({ account, poiid });
        if (store !== null) decided.place.run({ account, store });
        decided.add.run({ account, store, poiid, ...rest });
        return;
      }
      case 'rewind':
        rewind(database, change.now);
    }
  }

  return { write: (changes) => inTransaction(database, () => changes.forEach(apply)) };
}

function fail(what: string): never {
  throw new Error(`the history was not told of ${what}`);
}

/** What the last run left open went on until its place was last seen. */
export function settle(database: Database): void {
  database.exec(`
    INSERT OR REPLACE INTO span (terminal, start, end, place, up)
      SELECT terminal, start, end, place, up FROM (
        SELECT g.terminal, g.start, p.seen AS end, g.place, g.up FROM going g JOIN place p ON p.id = g.place
      ) WHERE start < end;
    UPDATE incident SET lost = max(start, (SELECT seen FROM place p WHERE p.id = incident.place))
      WHERE over = 0 AND lost IS NULL;
    DELETE FROM going;
  `);
}

/** Nothing was recorded for the time after `now`; what goes on is settled first. */
export function rewind(database: Database, now: number): void {
  settle(database);
  database.prepare('DELETE FROM span WHERE start >= $now').run({ now });
  database.prepare('UPDATE span SET end = $now WHERE end > $now').run({ now });
  database.prepare('UPDATE place SET seen = min(seen, $now)').run({ now });
  database.prepare('UPDATE decision SET at = $now WHERE at > $now').run({ now });
  database
    .prepare(
      `UPDATE incident SET start = min(start, $now), confirmed = min(confirmed, $now), end = min(end, $now),
         lost = min(lost, $now), acknowledged = min(acknowledged, $now), told = min(told, $now)
       WHERE max(start, confirmed, coalesce(end, 0), coalesce(lost, 0), coalesce(acknowledged, 0), coalesce(told, 0)) > $now`,
    )
    .run({ now });
}

export function openIncidents(database: Database): OpenIncident[] {
  return database
    .prepare<Omit<OpenIncident, 'acknowledged'> & { acknowledged: number }>(
      `SELECT t.account, t.poiid, i.start, i.cause, i.acknowledged IS NOT NULL AS acknowledged,
         CASE WHEN i.told IS NULL THEN NULL WHEN i.told_reason IS NULL THEN 'told' ELSE 'kept-back' END AS told
       FROM incident i JOIN terminal t ON t.id = i.terminal WHERE i.over = 0`,
    )
    .all()
    .map((row) => ({ ...row, acknowledged: row.acknowledged === 1 }));
}
