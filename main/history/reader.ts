import { groupBy, maxBy, sumBy } from 'es-toolkit';
import { createBins, partOf } from './bins.ts';
import type { Database } from './database.ts';
import { decisions, incidents, overlap, within } from './lists.ts';
import type { Drops, Period, Questions, Scope, Summary } from './questions.ts';
import { bar, shares, total, uptime, type Shares, type Span } from './uptime.ts';

const dayMs = 24 * 3_600_000;

interface Counted {
  terminal: number;
  place: number;
  incidents: number;
  storeWide: number;
  /** In ms, of those that are known to have ended. */
  recovery: number;
  ended: number;
}

const incidentsOf = (counted: Counted[]) => sumBy(counted, ({ incidents }) => incidents);

/** A planned restart is told of, but it is no incident. */
const isIncident = "i.cause <> 'restart'";

/** Answers from the file, on the thread that has it. */
export function createReader(database: Database): Questions {
  function spansOf(account: string, poiid: string, { from, to }: Period): Span[] {
    return database
      .prepare<{ from: number; to: number; up: number }>(
        `SELECT start AS "from", end AS "to", up FROM known
         WHERE terminal = (SELECT id FROM terminal WHERE account = $account AND poiid = $poiid)
           AND end > $from AND start < $to ORDER BY start`,
      )
      .all({ account, poiid, from, to })
      .map((row) => ({ from: row.from, to: row.to, state: row.up === 1 ? 'up' : 'down' }));
  }

  function sharesIn(scope: Scope, { from, to }: Period): (Shares & { terminal: number; place: number })[] {
    const { sql, values } = within('k', scope);
    return database
      .prepare<{ terminal: number; place: number; up: number; down: number }>(
        `SELECT terminal, place, sum(iif(up = 1, length, 0)) AS up, sum(iif(up = 0, length, 0)) AS down FROM
           (SELECT terminal, place, up, min(end, $to) - max(start, $from) AS length
            FROM known k WHERE end > $from AND start < $to AND ${sql})
         GROUP BY terminal, place`,
      )
      .all({ ...values, from, to })
      .map((row) => ({ ...row, unwatched: Math.max(0, to - from - row.up - row.down) }));
  }

  /** Of each terminal where it stood; those of a year are read once. */
  function incidentsIn(scope: Scope, period: Period): Counted[] {
    const { sql, values } = within('i', scope);
    return database
      .prepare<Counted>(
        `SELECT i.terminal, i.place, count(*) AS incidents, total(i.cause = 'store') AS storeWide,
           total(i.end - i.start) AS recovery, count(i.end) AS ended
         FROM incident i WHERE ${isIncident} AND ${overlap} AND ${sql} GROUP BY i.terminal, i.place`,
      )
      .all({ ...values, ...period });
  }

  return {
    summary(scope, period) {
      const watched = sharesIn(scope, period);
      const times = total(watched);
      const counted = incidentsIn(scope, period);
      return {
        ...dropsOf(counted, times),
        uptime: uptime(times),
        storeWide: sumBy(counted, (row) => row.storeWide),
        stores: rank(watched, counted),
        worst: worstOf(counted),
        recordedSince: recordedSince(database),
      };
    },

    bins(scope, edges) {
      const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 0];
      const { sql, values } = within('k', scope);
      const spans = database
        .prepare<{ terminal: number; start: number; end: number; up: number }>(
          `SELECT terminal, start, end, up FROM known k WHERE end > $from AND start < $to AND ${sql}`,
        )
        .all({ ...values, from, to });
      const bins = createBins(edges, new Set(spans.map(({ terminal }) => terminal)).size);
      for (const { start, end, up } of spans)
        bins.add({ from: start, to: end, state: up === 1 ? 'up' : 'down' });
      const counts = bins.shares().map((part) => ({ incidents: 0, storeWide: 0, shares: part }));
      const of = within('i', scope);
      const drops = database
        .prepare<{ start: number; wide: number }>(
          `SELECT i.start, i.cause = 'store' AS wide FROM incident i
           WHERE i.start >= $from AND i.start < $to AND ${isIncident} AND ${of.sql}`,
        )
        .all({ ...of.values, from, to });
      for (const { start, wide } of drops) {
        const bin = counts[partOf(edges, start)];
        if (!bin) continue;
        bin.incidents += 1;
        bin.storeWide += wide;
      }
      return counts;
    },

    incidents: (filter) => incidents(database, filter),

    decisions: (filter) => decisions(database, filter),

    terminal(account, poiid, period) {
      const since = Math.min(period.from, period.to - 90 * dayMs);
      const spans = spansOf(account, poiid, { from: since, to: period.to });
      const last = (days: number) => uptime(shares(spans, period.to - days * dayMs, period.to));
      return {
        timeline: spans.filter(({ to }) => to > period.from),
        uptime: { day: last(1), week: last(7), month: last(30), quarter: last(90) },
        drops: dropsOf(
          incidentsIn({ kind: 'terminal', account, poiid }, period),
          shares(spans, period.from, period.to),
        ),
      };
    },

    bars: (terminals, now, parts) =>
      terminals.map(({ account, poiid }) => {
        const month = { from: now - 30 * dayMs, to: now };
        const spans = spansOf(account, poiid, month);
        return {
          bar: bar(spans, now - dayMs, now, parts),
          month: uptime(shares(spans, month.from, month.to)),
        };
      }),
  };

  /** The terminal that dropped most, wherever it stood; named by where that was last. */
  function worstOf(counted: Counted[]): Summary['worst'] {
    const worst = maxBy(Object.values(groupBy(counted, ({ terminal }) => terminal)), incidentsOf);
    const terminal = worst?.[0]?.terminal;
    if (!worst || terminal === undefined) return null;
    const place = Math.max(...worst.map((row) => row.place));
    const names = database
      .prepare<Omit<NonNullable<Summary['worst']>, 'incidents'>>(
        `SELECT t.account, t.poiid, t.name, p.name AS storeName FROM terminal t JOIN place p ON p.id = $place
         WHERE t.id = $terminal`,
      )
      .get({ terminal, place });
    return names ? { ...names, incidents: incidentsOf(worst) } : null;
  }

  /** Worst first; what was not watched has no place among them, and comes last. */
  function rank(watched: (Shares & { place: number })[], counted: Counted[]): Summary['stores'] {
    const incidents = groupBy(counted, ({ place }) => place);
    const names = new Map(
      database
        .prepare<{ id: number; account: string; store: string; storeName: string }>(
          'SELECT id, account, store, name AS storeName FROM place',
        )
        .all()
        .map(({ id, ...place }) => [id, place]),
    );
    return Object.values(groupBy(watched, ({ place }) => place))
      .flatMap((shares) => {
        const id = shares[0]?.place ?? 0;
        const place = names.get(id);
        return place
          ? [{ ...place, uptime: uptime(total(shares)), incidents: incidentsOf(incidents[id] ?? []) }]
          : [];
      })
      .toSorted((one, other) => (one.uptime.connected ?? 2) - (other.uptime.connected ?? 2));
  }
}

function dropsOf(counted: Counted[], { up }: Shares): Drops {
  const incidents = incidentsOf(counted);
  const ended = sumBy(counted, (row) => row.ended);
  return {
    incidents,
    betweenDropsMs: incidents > 1 ? up / incidents : null,
    toRecoverMs: ended > 0 ? sumBy(counted, (row) => row.recovery) / ended : null,
  };
}

/**
 * The beginning of the oldest span, each terminal's own of which is found without a look at the others; or of an
 * incident, of which a first look alone leaves no span.
 */
function recordedSince(database: Database): number | null {
  const row = database
    .prepare<{ since: number | null }>(
      `SELECT min(since) AS since FROM (
         SELECT (SELECT min(start) FROM span s WHERE s.terminal = t.id) AS since FROM terminal t
         UNION ALL SELECT min(start) FROM going
         UNION ALL SELECT min(start) FROM incident)`,
    )
    .get();
  return row?.since ?? null;
}
