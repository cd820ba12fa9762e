import Papa from 'papaparse';
import type { Body } from './found.ts';

/** Returns the rows of a list of errors as spreadsheets save it, by the names in its first line, without empty cells. */
export function rowsOf(text: string): Body[] {
  const trimmed = (cell: string) => cell.trim();
  const { data } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: trimmed,
    transform: trimmed,
  });
  // Cells beyond the names come as a list.
  return data.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell && typeof cell === 'string')),
  );
}
