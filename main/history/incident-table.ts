import type { Words } from '../../assets/locales/index.ts';
import type { IncidentRow } from './questions.ts';
import type { Row } from './csv.ts';

const columns = [
  'account',
  'store',
  'storeName',
  'poiid',
  'name',
  'cause',
  'start',
  'confirmed',
  'confirmedBy',
  'end',
  'seconds',
  'state',
  'acknowledged',
  'told',
  'notTold',
] as const;

export function tableHead(words: Words, timeZone: string): Row {
  return columns.map((column) => words(`history:column.${column}`, { timeZone }));
}

/** Times by the clock on the wall of this PC, as spreadsheet programs read them everywhere: `2026-11-24 14:02:11`. */
export function tableRow(row: IncidentRow, words: Words): Row {
  const until = row.end ?? row.lost;
  return [
    row.account,
    row.store,
    row.storeName,
    row.poiid,
    row.name,
    words(`history:cause.${row.cause}`),
    wallTime(row.start),
    wallTime(row.confirmed),
    row.confirmedBy && words(`history:confirmed.${row.confirmedBy}`),
    wallTime(row.end),
    until === null ? null : Math.round((until - row.start) / 1000),
    words(`history:state.${stateOf(row)}`),
    wallTime(row.acknowledged),
    row.toldReason === null ? wallTime(row.told) : null,
    row.toldReason && words(`history:reason.${row.toldReason}`),
  ];
}

export function stateOf({ end, over, lost }: IncidentRow): 'over' | 'unseen' | 'lost' | 'ongoing' {
  if (end !== null) return 'over';
  if (over === 1) return 'unseen';
  return lost === null ? 'ongoing' : 'lost';
}

function wallTime(at: number | null): string | null {
  if (at === null) return null;
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
