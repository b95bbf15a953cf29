/** Tables as CSV files (RFC 4180) that spreadsheet programs open without running anything. */

export type CsvCell = string | number | null;

/** A spreadsheet takes text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /["\r\n,;\t]|^\s|\s$/;
/** Without it Excel takes UTF-8 for the computer's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as the text of a CSV file; null is an empty cell. Where numbers have a decimal comma, Excel splits on `;`. */
export function toCsv(
  columns: readonly { name: string }[],
  rows: readonly (readonly CsvCell[])[],
  separator: ',' | ';' = ',',
): string {
  const lines = [columns.map((column) => column.name), ...rows];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cellText).join(separator)}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
