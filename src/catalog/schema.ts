import type { Entry } from './entry.ts';
import type { Facts } from './facts.ts';
import type { Member, Schema } from './members.ts';
import { blankType, type Names } from './names.ts';
import type { Translation } from './translations/index.ts';

/** The JSON Schema of one problem type: what an occurrence of it looks like. */
export interface ProblemSchema extends Schema {
  readonly $id: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

interface Parts extends Names {
  readonly entry: Entry;
  readonly facts: Facts;
  readonly translation: Translation;
  readonly example: Readonly<Record<string, unknown>>;
  readonly members: readonly Member[];
  readonly common: readonly Member[];
}

/**
 * Only `type` is fixed. `title` may be localized (RFC 9457 section 3.1.3), `status` is advisory (3.1.2), and unknown
 * members are allowed (3.2).
 */
export function problemSchema(parts: Parts): ProblemSchema {
  const { entry, facts, translation, example, members, common, schemaUri, typeUri } = parts;
  const statuses = [entry.status ?? []].flat();
  // Its type may be absent (RFC 9457 section 3.1.1), so its status is all that tells it apart.
  const isBlank = typeUri === blankType;
  const note = (member: keyof NonNullable<Facts['members']>) => {
    const text = translation.standardMembers[member];
    const more = facts.members?.[member];
    return { description: more ? `${text} ${more}` : text };
  };
  const own = (list: readonly Member[]) => Object.fromEntries(list.map((member) => [member.name, member.schema]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaUri,
    title: entry.title,
    description: entry.summary,
    type: 'object',
    properties: {
      type: { const: typeUri, ...note('type') },
      title: { type: 'string', ...note('title'), examples: [entry.title] },
      status: {
        ...(isBlank ? { enum: statuses } : { type: 'integer', minimum: 100, maximum: 599 }),
        ...note('status'),
        ...(statuses.length > 0 && { examples: statuses }),
      },
      detail: { type: 'string', ...note('detail') },
      instance: { type: 'string', ...note('instance') },
      ...own(common),
      ...own(members),
    },
    required: [
      isBlank ? 'status' : 'type',
      ...[...common, ...members].filter((member) => member.required).map((member) => member.name),
    ],
    examples: [example],
    ...(entry.retired ? { deprecated: true } : {}),
  };
}
