import { change, type Data, limit, member } from '../full-catalog.ts';

/** Changes of members. */

export const ofMembers = [
  change('member fees was removed', 'major', (data) => {
    limit(data).members = limit(data).members.filter(({ name }: Data) => name !== 'fees');
  }),
  change('member fees became required', 'major', (data) => {
    member(data, 'fees').required = true;
  }),
  change('member fine is new and optional', 'minor', (data) => {
    limit(data).members.push({ ...member(data, 'fees'), name: 'fine' });
  }),
  change('member fine is new and required', 'major', (data) => {
    limit(data).members.push({ ...member(data, 'fees'), name: 'fine', required: true });
  }),
  change(
    'member place takes other values',
    'major',
    (data) => {
      member(data, 'place').schema = { type: 'string' };
    },
    'a member that is no object any more',
  ),
  change(
    'member loans takes other values',
    'major',
    (data) => {
      member(data, 'loans').schema = { type: 'string' };
    },
    'a member that is no list any more',
  ),
  change(
    'member way takes other values',
    'major',
    (data) => {
      delete member(data, 'way').schema.anyOf[0].properties.by;
    },
    'a member of one of several objects',
  ),
  change('member limit became optional', 'major', (data) => {
    member(data, 'limit').required = false;
  }),
  change('member loans[].due was removed', 'major', (data) => {
    delete member(data, 'loans').schema.items.properties.due;
    member(data, 'loans').schema.items.required = ['title'];
  }),
  change('member loans[].branch is new and optional', 'minor', (data) => {
    member(data, 'loans').schema.items.properties.branch = { type: 'string' };
  }),
  change('member loans[].branch is new and required', 'major', (data) => {
    member(data, 'loans').schema.items.properties.branch = { type: 'string' };
    member(data, 'loans').schema.items.required = ['title', 'due', 'branch'];
  }),
  change('member loans[].due became optional', 'major', (data) => {
    member(data, 'loans').schema.items.required = ['title'];
  }),
  change('member loans[].due takes more values', 'minor', (data) => {
    delete member(data, 'loans').schema.items.properties.due.format;
  }),
  change('member loans[].title takes other values', 'major', (data) => {
    member(data, 'loans').schema.items.properties.title = { type: 'number' };
  }),
  change('member loans takes other values', 'major', (data) => {
    member(data, 'loans').schema.minItems = 1;
  }),
  change(
    'member place.floor was removed',
    'major',
    (data) => {
      delete member(data, 'place').schema.anyOf[0].properties.floor;
    },
    'a removed member of an object that may be null',
  ),
  change('member place.city is new and optional', 'minor', (data) => {
    member(data, 'place').schema.anyOf[0].properties.city = { type: 'string' };
  }),
  change(
    'member place takes other values',
    'major',
    (data) => {
      member(data, 'place').schema = member(data, 'place').schema.anyOf[0];
    },
    'a member that can no longer be null',
  ),
  change('member count takes more values', 'minor', (data) => {
    member(data, 'count').schema.minimum = 0;
  }),
  change('member count takes other values', 'major', (data) => {
    member(data, 'count').schema.maximum = 5;
  }),
  change(
    'member count takes more values',
    'minor',
    (data) => {
      member(data, 'count').schema.type = 'number';
    },
    'an integer that becomes a number',
  ),
  change(
    'member count takes other values',
    'major',
    (data) => {
      member(data, 'count').schema = { const: 12 };
    },
    'a number that becomes a constant outside of its range',
  ),
  change('member code takes other values', 'major', (data) => {
    member(data, 'code').schema.pattern = '^[A-Z]{3}$';
  }),
  change('member code takes more values', 'minor', (data) => {
    delete member(data, 'code').schema.pattern;
  }),
  change('member any takes other values', 'major', (data) => {
    member(data, 'any').schema.type = 'string';
  }),
  change('member any takes more values', 'minor', (data) => {
    member(data, 'any').schema = { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] };
  }),
  change('member prices takes more values', 'minor', (data) => {
    member(data, 'prices').schema.additionalProperties = { type: 'number' };
  }),
  change('member prices takes other values', 'major', (data) => {
    member(data, 'prices').schema.additionalProperties = { type: 'string' };
  }),
  change(
    'its wording changed',
    'patch',
    (data) => {
      member(data, 'limit').schema.description = 'How many items may be borrowed.';
    },
    'the description of a member',
  ),
];
