/**
 * Tables as CSV by RFC 4180: lines end in CR LF, a cell with a comma, a quotation mark or a line break is quoted.
 *
 * Spreadsheets run a cell that begins with = + - @ or with a tab or CR as a formula ("CSV injection", OWASP), and names and
 * descriptions come from devices. Such text gets an apostrophe in front, which spreadsheets show as text. Numbers are ours and
 * stay as they are, so a negative one remains a number.
 */
export type CsvValue = string | number | null | undefined;

const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Unknown is an empty cell. */
export function toCsv(lines: readonly (readonly CsvValue[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
