import type { Body } from './found.ts';

/** A list of errors as spreadsheets save it. RFC 4180, with ";" or a tab in place of the comma where the first line has those. */

/** Returns the rows of a table by the names in its first line. */
export function rowsOf(text: string): Body[] {
  const [first = ''] = text.split('\n', 1);
  const count = (sign: string) => first.split(sign).length;
  const [separator = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  const [names = [], ...rows] = cellsOf(text, separator);
  return rows.map((row) => Object.fromEntries(names.flatMap((name, at) => (row[at] ? [[name, row[at]]] : []))));
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const closeCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const closeRow = () => {
    closeCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') cell += text.charAt(++at);
    else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += sign;
    else if (sign === separator) closeCell();
    else if (sign === '\n') closeRow();
    else cell += sign;
  }
  closeRow();
  return rows;
}
