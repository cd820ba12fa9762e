/** Problem types as lines of a terminal, by category. */

export interface TypeRow {
  readonly name: string;
  readonly statuses: readonly number[];
  readonly title: string;
  readonly category: string;
  /** When to try again. */
  readonly retry: string;
  readonly isRetired: boolean;
}

type Paint = (text: string) => string;
const plain: Paint = (text) => text;

/**
 * Returns the lines; the last columns are left out where they do not fit.
 * @param categories key to heading, in the order of display
 * @param width in characters
 */
export function typeTable(
  types: readonly TypeRow[],
  categories: Readonly<Record<string, { readonly title: string }>>,
  width: number,
  style: { readonly bold: Paint; readonly dim: Paint } = { bold: plain, dim: plain },
): string {
  const cells = ({ statuses, name, isRetired, retry, title }: TypeRow) => [
    statuses.join(' '),
    name + (isRetired ? ' (retired)' : ''),
    retry,
    title,
  ];
  const rows = new Map(types.map((type) => [type, cells(type)]));
  const widths = [0, 1, 2, 3].map((column) => Math.max(...[...rows.values()].map((row) => row[column]?.length ?? 0)));
  const fits = [2, 3, 4].filter(
    (count) => widths.slice(0, count).reduce((sum, each) => sum + each + 2, 2) <= width + 2,
  );
  const columns = fits.at(-1) ?? 2;
  const order = Object.keys(categories);
  const groups = [...new Set(types.map(({ category }) => category))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return groups
    .map((key) => {
      const lines = [...rows]
        .filter(([{ category }]) => category === key)
        .map(([{ isRetired }, row]) => {
          const text = row.slice(0, columns).map((cell, column) => cell.padEnd(widths[column] ?? 0));
          const line = `  ${text.join('  ').trimEnd()}`;
          return isRetired ? style.dim(line) : line;
        });
      return [style.bold(`${categories[key]?.title ?? key} (${key})`), ...lines].join('\n');
    })
    .join('\n\n');
}
