// cspell:ignore fehlercode titel bezeichnung beschreibung bedeutung meldung fehlermeldung
import { type Body, type Found, isObject, isTypeUri, standardMembers, statusesOf, textOf } from './found.ts';
import { listOf } from './schema.ts';

/** Problem types in a list of errors, under the names that such lists use, in English and German. */

const fields = {
  uri: ['type', 'typeUri', 'uri', 'url', 'href'],
  code: [
    'code',
    'errorCode',
    'key',
    'id',
    'identifier',
    'constant',
    'slug',
    'name',
    'error',
    'problem',
    'fehlercode',
    'type',
  ],
  status: ['status', 'statusCode', 'httpStatus', 'httpStatusCode', 'httpCode', 'http', 'recommendedHttpStatusCode'],
  title: ['title', 'label', 'summary', 'shortMessage', 'reason', 'titel', 'bezeichnung', 'name'],
  text: [
    'description',
    'text',
    'explanation',
    'meaning',
    'details',
    'doc',
    'beschreibung',
    'bedeutung',
    'message',
    'msg',
    'summary',
  ],
  detail: ['detail', 'message', 'msg', 'errorMessage', 'messageTemplate', 'template', 'meldung', 'fehlermeldung'],
};

/** Returns the value of a field under any of its usual names. */
function field(item: Body, names: readonly string[], allow: (value: unknown) => boolean = Boolean): unknown {
  const own = new Map(Object.entries(item).map(([key, value]) => [folded(key), value]));
  return names.map((name) => own.get(folded(name))).find((value) => value !== undefined && allow(value));
}

/** A field's name as each way to write it has it. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

const isText = (value: unknown) => textOf(value) !== undefined;

/** Returns one error of a list; undefined when it says too little to be one. */
export function foundInItem(item: Body, key?: string): Found | undefined {
  const uri = field(item, fields.uri, isTypeUri) as string | undefined;
  const named = field(item, fields.code, (value) => (isText(value) && !isTypeUri(value)) || typeof value === 'number');
  const code = named === undefined ? undefined : String(named).trim();
  const title = textOf(field(item, fields.title, (value) => isText(value) && String(value).trim() !== code));
  const text = textOf(field(item, fields.text, isText));
  const detail = textOf(field(item, fields.detail, isText));
  const statuses = statusesOf(field(item, [...fields.status, 'code'], (value) => statusesOf(value).length > 0));
  if (statuses.length === 0 && title === undefined && text === undefined && detail === undefined) return undefined;
  // RFC 9457 section 4.2.1: it is no type of its own. A status in its place makes one.
  if (statuses.length === 0 && field(item, fields.uri) === 'about:blank') return undefined;
  const isNumber = /^\d+$/.test(code ?? '');
  const name = key ?? (isNumber && title ? title : (code ?? title));
  if (uri === undefined && name === undefined) return undefined;
  const example = [item.example, ...listOf(item.examples)].filter(isObject);
  const members = { ...(item.members as object), ...(item.extensions as object) };
  return {
    ...(uri && { uri }),
    ...(name && { name }),
    ...(code && !(isNumber && statusesOf(code).length > 0) && code !== name
      ? { code }
      : name && !uri
        ? { code: name }
        : {}),
    ...(title && { title }),
    ...(text && { text }),
    statuses,
    ...(isObject(members) && Object.values(members).every(isObject) && { members: members as Record<string, Body> }),
    bodies: example.length > 0 ? example : detail && detail !== text ? [{ detail }] : detail ? [{ detail }] : [],
  };
}

const wrappers = [
  'errors',
  'problems',
  'problemTypes',
  'errorCodes',
  'codes',
  'types',
  'items',
  'catalog',
  'errorTypes',
];

/** Returns the errors of a list, a map by code, or either of them below one usual name; undefined when it is none. */
export function foundInList(value: unknown): Found[] | undefined {
  if (Array.isArray(value)) {
    const items = value.filter(isObject);
    const found = items.map((item) => foundInItem(item)).filter((each) => each !== undefined);
    return found.length > 0 ? found : undefined;
  }
  if (!isObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!wrappers.some((name) => folded(name) === folded(key))) continue;
    const found = foundInList(inner) ?? foundInTexts(inner);
    if (found) return found;
  }
  const areCodes = Object.keys(value).every((key) => /^[A-Z][A-Z\d_.-]+$/.test(key));
  return foundInMap(value) ?? foundInGroups(value) ?? (areCodes ? foundInTexts(value) : undefined);
}

function foundInMap(value: Body): Found[] | undefined {
  const entries = Object.entries(value);
  const isMap = entries.length > 0 && entries.every(([, item]) => isObject(item) && isErrorItem(item));
  if (!isMap) return undefined;
  return entries.map(([key, item]) => foundInItem(item as Body, key)).filter((each) => each !== undefined);
}

/** Codes with a text each, under one usual name. */
function foundInTexts(value: unknown): Found[] | undefined {
  const entries = isObject(value) ? Object.entries(value) : [];
  if (entries.length === 0 || !entries.every(([, text]) => isText(text))) return undefined;
  return entries.map(([key, text]) => foundInItem({ text }, key)).filter((each) => each !== undefined);
}

/** Maps or lists of errors, by group. A code that two groups have gets the name of its group. */
function foundInGroups(value: Body): Found[] | undefined {
  const groups = Object.entries(value).map(([group, inner]) => {
    const found = isObject(inner) ? foundInMap(inner) : foundInList(inner);
    return { group, found };
  });
  if (groups.length === 0 || !groups.every(({ found }) => found !== undefined)) return undefined;
  const all = groups.flatMap(({ found = [] }) => found.map(({ name = '' }) => folded(name)));
  const isShared = (name: string) => all.indexOf(folded(name)) !== all.lastIndexOf(folded(name));
  return groups.flatMap(({ group, found = [] }) =>
    found.map((each) =>
      each.uri === undefined && each.name !== undefined && isShared(each.name)
        ? { ...each, name: `${group} ${each.name}`, code: `${group}.${each.code ?? each.name}` }
        : each,
    ),
  );
}

/** Whether an item of a map says what an error says. */
function isErrorItem(item: Body): boolean {
  const has = (names: readonly string[], allow: (value: unknown) => boolean) => field(item, names, allow) !== undefined;
  return (
    has([...fields.status, 'code'], (value) => statusesOf(value).length > 0) ||
    has(['title', 'message', 'detail'], isText) ||
    has(fields.uri, isTypeUri)
  );
}

/** Whether an object is a body of problem details as it is sent. */
export function isProblemBody(value: unknown): value is Body {
  if (!isObject(value)) return false;
  const { type, title, status, detail } = value;
  const has = [isText(type), isText(title), statusesOf(status).length > 0, isText(detail)].filter(Boolean).length;
  return has >= 2 && standardMembers.some((name) => name in value);
}
