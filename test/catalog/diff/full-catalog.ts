import type { CatalogData } from '#catalog/data.ts';
import type { Change } from '#catalog/diff.ts';
import { load } from '#catalog/load.ts';
import { catalogData } from '#emit/data.ts';
import { libraryDir } from '../../support.ts';

/** A catalog to edit, and how to reach its parts. */

// biome-ignore lint/suspicious/noExplicitAny: edits reach into any part of the data
export type Data = any;
export type Edit = (data: Data) => void;

const bare = JSON.parse(JSON.stringify(catalogData(await load(libraryDir)))) as CatalogData;

export function edited(data: CatalogData, edit: Edit): CatalogData {
  const copy = structuredClone(data);
  edit(copy);
  return copy;
}

const problem = (data: Data, name: string) => data.problems.find((each: Data) => each.name === name);
export const limit = (data: Data) => problem(data, 'loan-limit-reached');
export const retired = (data: Data) => problem(data, 'card-expired');
export const member = (data: Data, name: string) => limit(data).members.find((each: Data) => each.name === name);

/** A catalog that has something of everything. */
export const full = edited(bare, (data) => {
  data.fill = { timestamp: 'now' };
  data.headers = { 'X-Request-ID': 'Identifier of the request.' };
  data.settings = { MAX_LOANS: { default: '10', unit: 'loans', meaning: 'How many loans a card allows.' } };
  data.routes = {
    'GET /loans': { summary: 'list loans' },
    'POST /loans': { summary: 'lend an item' },
  };
  data.statuses = { '403': { note: 'The reader is known.' } };
  data.standardMembers = { title: 'Never branch on it.' };
  data.placeholders = { token: 'The token of the reader.' };
  data.values = { branch: 'main' };
  data.repository = 'https://git.example/lending';
  data.members = [
    { name: 'trace', required: false, type: 'string', description: 'Where to look.', schema: { type: 'string' } },
  ];
  data.types.push({ name: 'Big', schema: { $comment: 'bigint' } });
  const type = limit(data);
  type.aliases = ['LOAN_LIMIT'];
  type.headers = { Link: '<https://api.lending.example/limits>; rel="help"', 'X-Limit': '{limit}' };
  type.endpoints = ['GET /loans', { route: 'POST /loans', when: 'the card is full' }];
  type.settings = ['MAX_LOANS'];
  type.since = '1.0.0';
  type.answers = [{ detail: 'You have {count} of {limit} items.', causes: ['number-loans-equals-limit'] }];
  type.items = { in: 'loans' };
  type.observed = { sent: 'yes', members: ['limit'] };
  type.causes.push({
    ...type.causes[0],
    name: 'branch-limit',
    address: `${type.type}#branch-limit`,
    cause: 'The branch is full.',
  });
  type.members.push(
    {
      name: 'count',
      required: false,
      type: 'number',
      description: 'A count.',
      schema: { type: 'integer', minimum: 1, maximum: 9 },
    },
    {
      name: 'code',
      required: false,
      type: 'string',
      description: 'A code.',
      schema: { type: 'string', pattern: '^[A-Z]+$' },
    },
    {
      name: 'any',
      required: false,
      type: 'string | number',
      description: 'Either.',
      schema: { type: ['number', 'string'] },
    },
    {
      name: 'place',
      required: false,
      type: 'object',
      description: 'A place.',
      schema: {
        anyOf: [
          {
            type: 'object',
            properties: { street: { type: 'string' }, floor: { type: 'integer' } },
            required: ['street'],
          },
          { type: 'null' },
        ],
      },
    },
    {
      name: 'way',
      required: false,
      type: 'By | To',
      description: 'How, or where to.',
      schema: {
        anyOf: [
          { type: 'object', properties: { by: { type: 'string' } } },
          { type: 'object', properties: { to: { type: 'string' } } },
        ],
      },
    },
    {
      name: 'prices',
      required: false,
      type: 'Record',
      description: 'Prices.',
      schema: { type: 'object', additionalProperties: { type: 'integer' } },
    },
  );
});

/** A row of a table: what is told of an edit, and the version that it asks for. */
export const change = (fact: string, level: Change['level'], edit: Edit, what = fact) =>
  [what, level, fact, edit] as const;
