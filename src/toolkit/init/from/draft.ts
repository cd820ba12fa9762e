import { STATUS_CODES } from 'node:http';
import { isTypeUriPattern } from '#catalog/fields.ts';
import { nameFault } from '#catalog/name-fault.ts';
import { type Addresses, camelCase, kebabCase, namesOf } from '#catalog/names.ts';
import { type Body, type Found, type Schema, standardMembers } from './found.ts';
import { fits, sampleOf, schemaOfValues, simple } from './members.ts';

/** From what several places say to one draft of each entry. */

/** What is known of an entry; what is not is to be written. */
export interface Draft {
  readonly name: string;
  /** Its type URI, where that is not made as those of the other entries. */
  readonly type?: string;
  readonly title: string;
  readonly statuses: readonly number[];
  readonly text?: string;
  readonly members: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[];
  readonly example: Body;
  /** Patterns of `detail`, each once. */
  readonly details: readonly string[];
  readonly routes: readonly string[];
  readonly aliases: readonly string[];
}

/** What the drafts have to fit in with. */
export interface Surroundings {
  readonly addresses: Addresses;
  /** Names, titles and aliases that are taken. */
  readonly names: readonly string[];
  readonly titles: readonly string[];
  readonly aliases: readonly string[];
  /** Members that every type has already. */
  readonly common: readonly string[];
  /** The routes that entries may name; any when absent. */
  readonly routes?: readonly string[];
}

/** Returns a draft for each problem type that was found, with remarks on what has another name than in the source. */
export function draftsOf(found: readonly Found[], around: Surroundings): { drafts: Draft[]; remarks: string[] } {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const { uri, name = '' } = each;
    const key = uri ?? (kebab(name) || (/\p{L}/u.test(name) ? name : ''));
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const remarks: string[] = [];
  const names: string[] = [];
  const there = around.names.map(exportOf);
  const titles = around.titles.map(folded);
  const drafts: Draft[] = [];
  for (const parts of groups.values()) {
    const [first] = parts as [Found, ...Found[]];
    const wanted = wantedName(parts);
    const name = freeName(wanted, names);
    names.push(name);
    if (there.includes(exportOf(name))) {
      remarks.push(`kept     ${name}: there is an entry of this name.`);
      continue;
    }
    const original = first.uri ?? first.name ?? name;
    const { typeUri } = namesOf(name, around.addresses);
    const type = first.uri !== undefined && first.uri !== typeUri ? first.uri : undefined;
    const isAbsolute = type !== undefined && isTypeUriPattern(type);
    if (type !== undefined && !isAbsolute) remarks.push(`renamed  ${type} is now ${typeUri}`);
    else if (name !== wanted || (first.uri === undefined && kebab(original) !== name))
      remarks.push(`renamed  ${original} is now ${name}`);
    const given = parts.map(({ title }) => title).find((title) => title !== undefined && title.length <= 100);
    const spelled = spelledOut(name);
    const own = withoutEnd(given ?? '', '. \t\n\r') || spelled;
    const title = titles.includes(folded(own)) ? freeTitle(spelled, titles) : own;
    if (title !== own) remarks.push(`renamed  the title "${own}" of ${name} is now "${title}": another type has it.`);
    titles.push(folded(title));
    drafts.push({
      name,
      title,
      ...(isAbsolute && { type }),
      ...knownOf(parts, around),
      aliases: aliasesOf(parts, name, isAbsolute ? undefined : type),
    });
  }
  const taken = [...names, ...around.names, ...around.aliases].map(folded);
  const settled = drafts.map((draft) => ({
    ...draft,
    aliases: draft.aliases.filter((alias) => {
      if (folded(alias) === '' || taken.includes(folded(alias))) return false;
      taken.push(folded(alias));
      return true;
    }),
  }));
  return { drafts: settled, remarks };
}

function knownOf(parts: readonly Found[], { common, routes: allowed }: Surroundings) {
  const bodies = parts.flatMap(({ bodies = [] }) => bodies);
  const schemas: Record<string, Schema> = Object.assign(
    Object.create(null),
    ...parts.map(({ members }) => members ?? {}),
  );
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const whole = bodies.filter((body) => Object.keys(body).some((name) => name !== 'detail'));
  const names = [...new Set([...Object.keys(schemas), ...bodies.flatMap((body) => Object.keys(body))])].filter(
    (name) => !standardMembers.includes(name) && !common.includes(name) && !reserved.includes(name),
  );
  const [shown = {}] = [...bodies].sort((a, b) => Object.keys(b).length - Object.keys(a).length);
  const example: Record<string, unknown> = {
    detail: typeof shown.detail === 'string' && shown.detail.trim() ? shown.detail : '…',
    ...(typeof shown.instance === 'string' && { instance: shown.instance }),
  };
  const members = names.map((name) => {
    const values = bodies.filter((body) => name in body).map((body) => body[name]);
    const said = schemas[name] && simple(schemas[name]);
    const schema =
      said && fits(said, values)
        ? said
        : { ...schemaOfValues(values), ...(said?.description ? { description: said.description } : {}) };
    const isRequired = schemas[name] ? required.has(name) : whole.length > 0 && whole.every((body) => name in body);
    if (name in shown) example[name] = shown[name];
    else if (isRequired) example[name] = sampleOf(schemas[name] && schema === said ? schemas[name] : schema);
    return { name, required: isRequired, schema };
  });
  const details = bodies.flatMap((body) => (typeof body.detail === 'string' ? [patternOf(body.detail, body)] : []));
  // A description that only says the title again says nothing.
  const said = new Set(parts.map(({ title = '' }) => folded(title)));
  const text = parts.map((part) => part.text).find((each) => each !== undefined && !said.has(folded(each)));
  return {
    statuses: [...new Set(parts.flatMap((part) => part.statuses ?? []))],
    ...(text && { text }),
    members,
    example,
    details: [...new Set(details)].filter((detail) => detail !== '').slice(0, 20),
    routes: [...new Set(parts.flatMap((part) => part.routes ?? []))].filter(
      (route) => !allowed || allowed.includes(route),
    ),
  };
}

const reserved = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'then'];

/** A text with the values of members in it as a pattern that captures them. */
function patternOf(detail: string, body: Body): string {
  let text = detail.trim();
  for (const [name, value] of Object.entries(body)) {
    if (standardMembers.includes(name)) continue;
    const given = typeof value === 'number' || (typeof value === 'string' && value.length > 2) ? String(value) : '';
    const capture = /^[a-z][a-z0-9_]*$/.test(name) ? `{${name}}` : '*';
    if (given === '' || text.includes(capture)) continue;
    const start = text.indexOf(given);
    const around = [text.charAt(start - 1), text.charAt(start + given.length)];
    if (
      start < 0 ||
      around.some((character) => /[\w{}.-]/.test(character) && !(character === '.' && around[1] === '.'))
    )
      continue;
    text = text.slice(0, start) + capture + text.slice(start + given.length);
  }
  const parts = /(?:\*|\{[a-z][a-z0-9_]*\}){2,}/g;
  return text.replace(parts, '*');
}

function aliasesOf(parts: readonly Found[], name: string, formerUri?: string): string[] {
  const constant = name.replaceAll('-', '_').toUpperCase();
  const codes = parts.flatMap(({ code }) => (code && code !== constant && code !== name ? [code] : []));
  return [...new Set([...(formerUri ? [formerUri] : []), ...codes])];
}

function wantedName(parts: readonly Found[]): string {
  const [{ uri, name, title, statuses = [] }] = parts as [Found];
  const given = [uri === undefined ? undefined : lastPart(uri), name, parts.find((part) => part.title)?.title ?? title]
    .map((text) => kebab(text ?? ''))
    .filter((text) => text !== '');
  // The address of a section of an RFC names a status, as ASP.NET sends it.
  const spoken = given.find((text) => /^[a-z]/.test(text) && !/^section(?:-\d+)+$/.test(text));
  if (spoken) return spoken;
  return given[0] ? `error-${given[0]}` : kebab(STATUS_CODES[statuses[0] ?? 0] ?? '') || 'unnamed-problem';
}

/** The part of a type URI that tells it from others. */
function lastPart(uri: string): string {
  const [path = '', fragment = ''] = uri.split('#');
  const part =
    fragment ||
    (withoutEnd(path.split('?')[0] ?? '', '/:')
      .split(/[/:]/)
      .at(-1) ??
      '');
  try {
    return decodeURIComponent(part).replace(/\.(html?|md|json)$/, '');
  } catch {
    return part;
  }
}

/** A name of at most eight words. */
export function kebab(text: string): string {
  return kebabCase(text).split('-').slice(0, 8).join('-');
}

function freeName(wanted: string, taken: readonly string[]): string {
  const exports = taken.map(exportOf);
  const isFree = (name: string) => nameFault(name) === undefined && !exports.includes(exportOf(name));
  for (const name of [wanted, `${wanted}-error`, `${wanted}-failure`]) if (isFree(name)) return name;
  let count = 2;
  while (!isFree(`${wanted}-type-${count}`)) count += 1;
  return `${wanted}-type-${count}`;
}

function freeTitle(title: string, taken: readonly string[]): string {
  let count = 1;
  const at = () => (count === 1 ? title : `${title} ${count}`);
  while (taken.includes(folded(at()))) count += 1;
  return at();
}

function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function exportOf(name: string): string {
  return camelCase(name).toLowerCase();
}

function spelledOut(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
