/** Cells as they are; null is an empty one. */
export type Row = readonly (string | number | null)[];

/** Tells spreadsheet programs that this is UTF-8: without it they take it for the code page of the PC. */
export const byteOrderMark = '\uFEFF';

export type Separator = ',' | ';';

/**
 * Where numbers have a decimal comma, spreadsheet programs take a semicolon for what is between two cells, and put a
 * row with commas into a single one.
 * @param locale of the system's region: those programs know nothing of the language that is spoken here
 */
export function separatorOf(locale: string): Separator {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

/** RFC 4180, but for the separator: CRLF behind every row, and quotes where a cell needs them. */
export function csv(rows: readonly Row[], separator: Separator): string {
  return rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}

/** What a spreadsheet program would take for a formula; a tab or a line break before one does not stop it. */
const formula = /^[\s]*[=+\-@]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Names come from people and from files: one that computes must stay a text (OWASP: CSV injection).
  const text = formula.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
