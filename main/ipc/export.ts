import { calendar, daysOf } from '../history/calendar.ts';
import { byteOrderMark, csv, separatorOf } from '../history/csv.ts';
import { tableHead, tableRow } from '../history/incident-table.ts';
import { everyIncident, type IncidentFilter, type IncidentRow } from '../history/questions.ts';
import { report } from '../history/report.ts';
import { createHistoryScopes } from './history-scopes.ts';
import type { Handlers } from './register.ts';
import { dayOf, saveChosen } from './save-chosen.ts';
import type { Services } from './services.ts';

export type Extension = 'csv' | 'pdf' | 'zip' | 'json';

export interface Exporting {
  /** Lets the user say where a file goes; null where they do not want one after all. */
  choose(suggested: string, extension: Extension): Promise<string | null>;
  /** A whole document as the bytes of a PDF file. */
  print(html: string): Promise<Uint8Array>;
}

const pageSize = 500;
/** More does not make a report, but a table; for that there is the other file. */
const mostInReport = 500;

/** Files of what the page shows, where the user wants them. */
export function exportHandlers({
  history,
  watchlist,
  clock,
  exporting,
  words,
  language,
}: Pick<Services, 'history' | 'watchlist' | 'clock' | 'exporting' | 'words' | 'language'>): Pick<
  Handlers,
  'history.exportCsv' | 'history.saveReport'
> {
  const scopes = createHistoryScopes(history, watchlist);

  async function* pages(filter: Omit<IncidentFilter, 'after' | 'limit'>): AsyncGenerator<IncidentRow[]> {
    let after: IncidentFilter['after'] = null;
    for (;;) {
      const rows: IncidentRow[] = await history.ask('incidents', { ...filter, after, limit: pageSize });
      yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) return;
      after = { start: last.start, id: last.id };
    }
  }

  async function* csvParts(filter: Omit<IncidentFilter, 'after' | 'limit'>): AsyncGenerator<string> {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const separator = separatorOf(language.region());
    yield byteOrderMark + csv([tableHead(words, timeZone)], separator);
    for await (const rows of pages(filter)) {
      yield csv(
        rows.map((row) => tableRow(row, words)),
        separator,
      );
    }
  }

  function fileName(subject: string, from: number, to: number): string {
    // What Windows allows in a name, and no more than a folder's list can show.
    const safe = subject
      .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
      .trim()
      .slice(0, 60);
    return `Tillwatch ${safe} ${dayOf(from)} ${dayOf(to)}`;
  }

  return {
    'history.exportCsv': ({ scope, ...filter }) =>
      saveChosen(exporting, fileName(scopes.subjectOf(scope, words), filter.from, filter.to), 'csv', () =>
        csvParts({ ...filter, scope: scopes.scopeOf(scope) }),
      ),
    'history.saveReport'({ scope, from, to }) {
      const subject = scopes.subjectOf(scope, words);
      return saveChosen(exporting, fileName(subject, from, to), 'pdf', async function* () {
        const asked = scopes.scopeOf(scope);
        const wall = calendar(from, to, scopes.zoneOf(scope));
        const filter = { ...everyIncident, scope: asked, from, to };
        const [summary, bins, incidents] = await Promise.all([
          history.ask('summary', asked, { from, to }),
          history.ask('bins', asked, wall.edges),
          history.ask('incidents', { ...filter, limit: mostInReport + 1 }),
        ]);
        const document = report(
          {
            subject,
            period: { from, to },
            madeAt: clock.now(),
            summary,
            days: daysOf(wall, bins),
            incidents: incidents.slice(0, mostInReport),
            cut: incidents.length > mostInReport,
          },
          { words, locale: language.locale(), language: language.language() },
        );
        yield await exporting.print(document);
      });
    },
  };
}
