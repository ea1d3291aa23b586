import type { Words } from '../../assets/locales/index.ts';
import type { Report } from './report.ts';

export interface TableVoice {
  words: Words;
  /** @param at epoch ms */
  moment(at: number): string;
}

/** The report for people: a line for each terminal, its columns aligned. */
export function table(report: Report, voice: TableVoice): string {
  const { words, moment } = voice;
  const state = words(`cli:state.${report.state}`);
  const summary = report.checkedAt
    ? words('cli:summary', { state, time: moment(Date.parse(report.checkedAt)) })
    : words('cli:summaryUnchecked', { state });
  return [summary, ...report.stores.flatMap((store) => ['', ...storeLines(store, voice)])].join('\n');
}

function storeLines(store: Report['stores'][number], { words, moment }: TableVoice): string[] {
  const { name, reference, failure, terminals } = store;
  const rows = terminals.map((terminal) => [
    terminal.name === terminal.poiid ? '' : terminal.name,
    terminal.poiid,
    words(`cli:state.${terminal.state}`),
    terminal.since ? words('cli:since', { time: moment(Date.parse(terminal.since)) }) : '',
  ]);
  return [
    words('cli:store', { name, reference, state: words(`cli:state.${store.state}`) }),
    ...(failure
      ? [
          failure.message,
          words('cli:remedy', { remedy: failure.remedy }),
          words('cli:detail', { detail: failure.detail }),
        ]
      : []),
    ...(rows.length > 0 ? aligned(rows) : failure ? [] : [words('cli:noTerminals')]),
  ].map((line, at) => (at === 0 ? line : `  ${line}`));
}

function aligned(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .filter((_, column) => (widths[column] ?? 0) > 0)
      .join('  ')
      .trimEnd(),
  );
}
