import type { Incident } from '../../preload/history.ts';
import type { Request } from '../../preload/contract.ts';
import { calendar, daysOf, hoursOf } from '../history/calendar.ts';
import { HistoryRefusal } from '../history/client.ts';
import { everyIncident, type IncidentRow } from '../history/questions.ts';
import { createHistoryScopes } from './history-scopes.ts';
import { done, failed, type Handler, type Handlers } from './register.ts';
import type { Services } from './services.ts';

type Channel =
  | 'history.summary'
  | 'history.charts'
  | 'history.incidents'
  | 'history.decisions'
  | 'history.terminal'
  | 'history.bars';

const barParts = 48;
/** What there is room for in a terminal's panel: the last incidents, and a week, one hour longer where a clock goes back. */
const panel = { incidents: 5, timelineMs: (7 * 24 + 1) * 3_600_000 };

export function historyHandlers({
  history,
  watchlist,
  clock,
}: Pick<Services, 'history' | 'watchlist' | 'clock'>): Pick<Handlers, Channel> {
  const { nameOf, idOf, merchantAccountOf, scopeOf, zoneOf } = createHistoryScopes(history, watchlist);

  return {
    'history.summary': answering(async ({ scope, from, to }) => {
      const { stores, worst, ...summary } = await history.ask('summary', scopeOf(scope), { from, to });
      return {
        ...summary,
        stores: stores.map((store) => ({ ...store, account: idOf(store.account) })),
        worst: worst && { ...worst, account: idOf(worst.account) },
      };
    }),
    'history.charts': answering(async ({ scope, from, to }) => {
      const wall = calendar(from, to, zoneOf(scope));
      const bins = await history.ask('bins', scopeOf(scope), wall.edges);
      return { days: daysOf(wall, bins), hours: hoursOf(wall, bins) };
    }),
    'history.incidents': answering(async (asked) => {
      const rows = await history.ask('incidents', { ...asked, scope: scopeOf(asked.scope) });
      const last = rows.length === asked.limit ? rows.at(-1) : undefined;
      return {
        rows: rows.map((row) => incidentOf(row, idOf)),
        next: last ? { start: last.start, id: last.id } : null,
      };
    }),
    'history.decisions': answering(async (asked) => {
      const rows = await history.ask('decisions', { ...asked, scope: scopeOf(asked.scope) });
      const last = rows.length === asked.limit ? rows.at(-1) : undefined;
      return {
        rows: rows.map((row) => ({
          ...row,
          account: idOf(row.account),
          merchantAccount: merchantAccountOf(row.account),
        })),
        next: last ? { at: last.at, id: last.id } : null,
      };
    }),
    'history.terminal': answering(async ({ account, poiid, from, to }) => {
      const name = nameOf(account);
      const scope = { kind: 'terminal', account: name, poiid } as const;
      const [life, rows] = await Promise.all([
        history.ask('terminal', name, poiid, { from, to }),
        history.ask('incidents', { ...everyIncident, scope, from, to, limit: panel.incidents }),
      ]);
      return {
        ...life,
        timeline: life.timeline.filter((span) => span.to > to - panel.timelineMs),
        incidents: rows.map((row) => incidentOf(row, idOf)),
      };
    }),
    'history.bars': answering(({ terminals }) =>
      history.ask(
        'bars',
        terminals.map(({ account, poiid }) => ({ account: nameOf(account), poiid })),
        clock.now(),
        barParts,
      ),
    ),
  };
}

/** A disk that refuses is an answer like any other. */
function answering<C extends Channel>(
  ask: (request: Request<C>) => Promise<Extract<Awaited<ReturnType<Handler<C>>>, { ok: true }>['value']>,
): Handler<C> {
  return async (request) => {
    try {
      return done(await ask(request));
    } catch (error) {
      if (!(error instanceof HistoryRefusal)) throw error;
      return failed('history', '', { refusal: error.refusal });
    }
  };
}

function incidentOf(row: IncidentRow, idOf: (name: string) => string): Incident {
  const { account, confirmed, over, lost, acknowledged, told, toldKind, toldReason, ...rest } = row;
  return {
    ...rest,
    account: idOf(account),
    confirmedAt: confirmed,
    over: over === 1,
    lostSightAt: lost,
    acknowledgedAt: acknowledged,
    told: told === null || toldKind === null ? null : { at: told, kind: toldKind, reason: toldReason },
  };
}
