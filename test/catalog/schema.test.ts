import { expect, test } from 'vitest';
import type { Entry } from '#catalog/entry.ts';
import type { Facts } from '#catalog/facts.ts';
import type { Member } from '#catalog/members.ts';
import { namesOf } from '#catalog/names.ts';
import { problemSchema } from '#catalog/schema.ts';
import { translationOf } from '#catalog/translations/index.ts';

/** The JSON Schema of a problem type. */

const member = (name: string, required: boolean): Member => ({
  name,
  required,
  type: 'string',
  description: '',
  schema: { type: 'string', description: `The ${name}.` },
});

function schemaOf(entry: object, facts: object = {}, typeUri?: string) {
  return problemSchema({
    ...namesOf('out-of-stock', { baseUri: 'https://shop.example/errors' }, typeUri),
    entry: { title: 'Out of Stock', summary: 'Nothing is left.', status: 409, ...entry } as Entry,
    facts: facts as Facts,
    translation: translationOf({}),
    example: { detail: 'None left.' },
    members: [member('item', true), member('until', false)],
    common: [member('trace', true), member('host', false)],
  });
}

const whole = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://shop.example/errors/out-of-stock.schema.json',
  title: 'Out of Stock',
  description: 'Nothing is left.',
  type: 'object',
  properties: {
    type: { const: 'https://shop.example/errors/out-of-stock', description: 'Identifies the problem type.' },
    title: { type: 'string', description: 'Names the problem type; advisory.', examples: ['Out of Stock'] },
    status: {
      type: 'integer',
      minimum: 100,
      maximum: 599,
      description: 'HTTP status code; advisory.',
      examples: [409],
    },
    detail: { type: 'string', description: 'Explains this occurrence, for people.' },
    instance: { type: 'string', description: 'Identifies this occurrence, a URI reference.' },
    trace: { type: 'string', description: 'The trace.' },
    host: { type: 'string', description: 'The host.' },
    item: { type: 'string', description: 'The item.' },
    until: { type: 'string', description: 'The until.' },
  },
  required: ['type', 'trace', 'item'],
  examples: [{ detail: 'None left.' }],
};

test('the type is fixed, and the members are those of all types and its own', () => {
  expect(schemaOf({})).toEqual(whole);
});

test('a catalog says more of the standard members', () => {
  const { properties } = schemaOf({}, { members: { status: 'As sent.', detail: 'In English.' } });
  expect(properties).toEqual({
    ...whole.properties,
    status: { ...whole.properties.status, description: 'HTTP status code; advisory. As sent.' },
    detail: { ...whole.properties.detail, description: 'Explains this occurrence, for people. In English.' },
  });
});

test.each([
  [
    [404, 410],
    [404, 410],
  ],
  [undefined, undefined],
])('of status %j', (status, examples) => {
  const { examples: _, ...rest } = whole.properties.status;
  expect(schemaOf({ status }).properties.status).toEqual({ ...rest, ...(examples && { examples }) });
});

test('a type that is about:blank is told by its status', () => {
  const { properties, required } = schemaOf({}, {}, 'about:blank');
  expect([properties.type, properties.status, required]).toEqual([
    { const: 'about:blank', description: 'Identifies the problem type.' },
    { enum: [409], description: 'HTTP status code; advisory.', examples: [409] },
    ['status', 'trace', 'item'],
  ]);
});

test('a type that is not sent any more is deprecated', () => {
  expect(schemaOf({ retired: { in: '2.0.0', because: 'It is old.' } })).toEqual({ ...whole, deprecated: true });
});
