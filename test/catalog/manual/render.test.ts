import { expect, test } from 'vitest';
import { rendered } from '#catalog/manual/render.ts';

/** Templates of guides. */

test.each([
  ['{{a}} & {{b.c}}', `<'"> & 7`],
  ['{{#b}}{{c}} {{a}}{{/b}}{{#none}}no{{/none}}{{^none}}, none{{none}}{{/none}}', `7 <'">, none`],
  ['{{#loud}}a{{#b}}{{c}}{{/b}}{{/loud}}', 'A7'],
])('%s', (template, text) => {
  const loud = () => (inner: string, render: (text: string) => string) => render(inner).toUpperCase();
  expect(rendered(template, { a: `<'">`, b: { c: 7 }, none: null, loud })).toBe(text);
});

test.each(['{{x}}', '{{#a}}{{x}}{{/a}}', '{{a.x}}', '{{#x}}{{/x}}'])(
  'a name in %s that stands for nothing is refused',
  (template) => {
    const name = template.includes('a.x') ? 'a.x' : 'x';
    expect(() => rendered(template, { a: {} })).toThrow(
      new Error(`A guide names "${name}", which stands for nothing.`),
    );
  },
);
