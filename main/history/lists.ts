import type { Database } from './database.ts';
import type { DecisionFilter, DecisionRow, IncidentFilter, IncidentRow, Scope } from './questions.ts';

type Values = Record<string, string | number | null>;

/** Of incidents: those that reach into the period. */
export const overlap = 'i.start < $to AND (i.over = 0 OR coalesce(i.end, i.lost, i.start) >= $from)';

/** @param table the alias under which spans or incidents go */
export function within(table: string, scope: Scope): { sql: string; values: Values } {
  switch (scope.kind) {
    case 'all':
      return { sql: 'TRUE', values: {} };
    case 'account': {
      const { account } = scope;
      return {
        sql: `${table}.place IN (SELECT id FROM place WHERE account = $account)`,
        values: { account },
      };
    }
    case 'store': {
      const { account, store } = scope;
      const sql = `${table}.place = (SELECT id FROM place WHERE account = $account AND store = $store)`;
      return { sql, values: { account, store } };
    }
    case 'terminal': {
      const { account, poiid } = scope;
      const sql = `${table}.terminal = (SELECT id FROM terminal WHERE account = $account AND poiid = $poiid)`;
      return { sql, values: { account, poiid } };
    }
  }
}

export function incidents(database: Database, filter: IncidentFilter): IncidentRow[] {
  const { scope, from, to, leastMs, causes, text, after, limit } = filter;
  const { sql, values } = within('i', scope);
  const conditions = [overlap, sql];
  const all: Values = { ...values, from, to, limit };
  if (leastMs > 0) {
    conditions.push('coalesce(i.end, i.lost, $to) - i.start >= $leastMs');
    all['leastMs'] = leastMs;
  }
  if (causes.length > 0) {
    conditions.push('i.cause IN (SELECT value FROM json_each($causes))');
    all['causes'] = JSON.stringify(causes);
  }
  if (text.trim() !== '') {
    conditions.push(`(${named('i')})`);
    all['text'] = anywhere(text);
  }
  if (after) {
    conditions.push('(i.start, i.id) < ($start, $id)');
    Object.assign(all, after);
  }
  return database
    .prepare<IncidentRow>(
      `SELECT i.id, t.account, p.store, p.name AS storeName, t.poiid, t.name, i.cause, i.start, i.confirmed,
         i.confirmed_by AS confirmedBy, i.end, i.lost, i.over, i.acknowledged, i.told, i.told_kind AS toldKind,
         i.told_reason AS toldReason
       FROM incident i JOIN terminal t ON t.id = i.terminal JOIN place p ON p.id = i.place
       WHERE ${conditions.join(' AND ')} ORDER BY i.start DESC, i.id DESC LIMIT $limit`,
    )
    .all(all);
}

export function decisions(database: Database, filter: DecisionFilter): DecisionRow[] {
  const { scope, from, to, outcome, text, after, limit } = filter;
  const { sql, values } = reaching(database, scope);
  const conditions = ['d.at >= $from', 'd.at < $to', ...sql];
  const all: Values = { ...values, from, to, limit };
  if (outcome !== 'any') conditions.push(outcome === 'told' ? 'd.reason ISNULL' : 'd.reason NOTNULL');
  if (text.trim() !== '') {
    conditions.push(`(${named('d')})`);
    all['text'] = anywhere(text);
  }
  if (after) {
    conditions.push('(d.at, d.id) < ($at, $id)');
    Object.assign(all, after);
  }
  return database
    .prepare<DecisionRow>(
      `SELECT d.id, d.at, d.kind, d.account, p.store, p.name AS storeName, t.poiid, t.name, d.reason
       FROM decision d LEFT JOIN terminal t ON t.id = d.terminal LEFT JOIN place p ON p.id = d.place
       WHERE ${conditions.join(' AND ')} ORDER BY d.at DESC, d.id DESC LIMIT $limit`,
    )
    .all(all);
}

/** What is about a store or an account is about all that is in it. */
function reaching(database: Database, scope: Scope): { sql: string[]; values: Values } {
  switch (scope.kind) {
    case 'all':
      return { sql: [], values: {} };
    case 'account':
      return { sql: ['d.account = $account'], values: { account: scope.account } };
    case 'store': {
      const { account, store } = scope;
      const found = database
        .prepare<{ place: number }>(
          'SELECT id AS place FROM place WHERE account = $account AND store = $store',
        )
        .get({ account, store });
      const sql = ['d.account = $account', 'coalesce(d.place, $place) = $place'];
      return { sql, values: { account, place: found?.place ?? null } };
    }
    case 'terminal': {
      const { account, poiid } = scope;
      const found = database
        .prepare<{ terminal: number; place: number | null }>(
          `SELECT id AS terminal,
             (SELECT place FROM known WHERE terminal = t.id ORDER BY start DESC LIMIT 1) AS place
           FROM terminal t WHERE account = $account AND poiid = $poiid`,
        )
        .get({ account, poiid });
      const sql = [
        'd.account = $account',
        'coalesce(d.terminal, $terminal) = $terminal',
        '(d.terminal = $terminal OR coalesce(d.place, $place) = $place)',
      ];
      return { sql, values: { account, terminal: found?.terminal ?? null, place: found?.place ?? null } };
    }
  }
}

/** Names are few beside what is told of them, so they are searched first. */
function named(table: 'i' | 'd'): string {
  return `${table}.terminal IN
      (SELECT id FROM terminal WHERE poiid LIKE $text ESCAPE '\\' OR name LIKE $text ESCAPE '\\')
    OR ${table}.place IN
      (SELECT id FROM place WHERE store LIKE $text ESCAPE '\\' OR name LIKE $text ESCAPE '\\')`;
}

function anywhere(text: string): string {
  return `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
}
