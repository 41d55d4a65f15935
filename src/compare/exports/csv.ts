// As comma-separated values (RFC 4180), every value in full. What a spreadsheet would take for a formula is made a text:
// https://owasp.org/www-community/attacks/CSV_Injection

import type { ExportTarget } from './target.ts';

const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv: ExportTarget = {
  id: 'csv',
  label: 'CSV',
  help: 'For a spreadsheet; nothing in it is run as a formula.',
  fileEnding: 'csv',
  contentType: 'text/csv',
  write: ({ columns, rows }) =>
    [
      ['path', 'differs', ...columns.map(({ name }) => name)],
      ['(answer)', '', ...columns.map(({ outcome }) => outcome)],
      ...rows.map(({ path, differs, cells }) => [
        path,
        differs ? 'yes' : 'no',
        ...cells.map(({ text, value }) => (value === undefined ? text : String(value))),
      ]),
    ]
      .map((fields) => `${fields.map(csvField).join(',')}\r\n`)
      .join(''),
};
