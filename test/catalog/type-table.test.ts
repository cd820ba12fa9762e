import { expect, test } from 'vitest';
import { type TypeRow, typeTable } from '#catalog/type-table.ts';

/** Problem types as lines of a terminal. */

const type = (name: string, category: string, more: Partial<TypeRow> = {}): TypeRow => {
  return { name, category, statuses: [404], title: 'Not Here', retry: 'never', isRetired: false, ...more };
};
const types = [
  type('lost', 'other'),
  type('gone', 'loans', { statuses: [404, 410], retry: 'after a fix' }),
  type('old', 'loans', { isRetired: true, title: 'Old', statuses: [] }),
  type('quite-another', 'none', { retry: '' }),
];
const categories = { loans: { title: 'Loans' }, unused: { title: 'Unused' }, other: { title: 'Others' } };

const whole = `none (none)
  404      quite-another               Not Here

Loans (loans)
  404 410  gone           after a fix  Not Here
           old (retired)  never        Old

Others (other)
  404      lost           never        Not Here`;
const withoutTitles = whole.replace(/ +(?:Not Here|Old)$/gm, '');
const narrow = withoutTitles.replace(/ +(?:after a fix|never)$/gm, '');

test.each([
  [80, whole],
  [47, whole],
  [46, withoutTitles],
  [37, withoutTitles],
  [36, narrow],
  [24, narrow],
  [10, narrow],
])('where %d characters are on a line', (width, table) => {
  expect(typeTable(types, categories, width)).toBe(table);
});

test('headings and retired types have a style', () => {
  const style = { bold: (text: string) => `<b>${text}</b>`, dim: (text: string) => `<i>${text}</i>` };
  expect(typeTable(types.slice(1, 3), categories, 40, style).split('\n')).toEqual([
    '<b>Loans (loans)</b>',
    '  404 410  gone           after a fix',
    '<i>           old (retired)  never</i>',
  ]);
});

test('there is no line without a type', () => {
  expect(typeTable([], categories, 80)).toBe('');
});
