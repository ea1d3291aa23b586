/** Cells as they are; null is an empty one. */
export type Row = readonly (string | number | null)[];

/** Tells spreadsheet programs that this is UTF-8: without it they take it for the code page of the PC. */
export const byteOrderMark = '\uFEFF';

/** RFC 4180: CRLF behind every row, and quotes where a cell needs them. */
export function csv(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a spreadsheet program would take for a formula; a tab or a line break before one does not stop it. */
const formula = /^[\s]*[=+\-@]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Names come from people and from files: one that computes must stay a text (OWASP: CSV injection).
  const text = formula.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
