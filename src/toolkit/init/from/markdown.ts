import { marked, type Token, type Tokens } from 'marked';
import { parse } from 'yaml';
import { type Body, type Found, foundInBody, isObject, isTypeUri, standardMembers, textOf } from './found.ts';
import { foundInItem, isProblemBody } from './list.ts';

/** Problem types in Markdown: one a page with front matter, fields and examples, or a table of many. */

/** Returns the problem types of a page; none when it describes none. */
export function foundInMarkdown(text: string, name: string): Found[] {
  const [, matter = '', rest = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const tokens = marked.lexer(rest.replace(/\r\n/g, '\n'));
  const tables = tokens.filter((token): token is Tokens.Table => token.type === 'table');
  const rows = tables.flatMap(rowsOf).flatMap((row) => (isErrorRow(row) ? (foundInItem(row) ?? []) : []));
  if (rows.length > 0) return rows;
  const sections = sectionsOf(tokens);
  if (sections.length > 1) return sections.flatMap((section) => foundInPage(section, {}));
  const front = yamlOf(matter);
  return foundInPage(tokens, isObject(front) ? front : {}, name);
}

/** The parts of a page that have a type of their own each, where there are several. */
function sectionsOf(tokens: readonly Token[]): Token[][] {
  const sections: { depth: number; uri: unknown; tokens: Token[] }[] = [];
  for (const token of tokens) {
    if (token.type === 'heading') sections.push({ depth: (token as Tokens.Heading).depth, uri: undefined, tokens: [] });
    const open = sections.at(-1);
    open?.tokens.push(token);
    if (open) open.uri ??= bodiesIn([token])[0]?.type;
  }
  const whole: typeof sections = [];
  for (const section of sections) {
    const open = whole.at(-1);
    const isPart = open?.uri && section.depth > open.depth && (!section.uri || section.uri === open.uri);
    if (isPart) open.tokens.push(...section.tokens);
    else whole.push(section);
  }
  const typed = whole.filter(({ uri }) => isTypeUri(uri));
  return new Set(typed.map(({ uri }) => uri)).size > 1 ? typed.map((section) => section.tokens) : [];
}

function bodiesIn(tokens: readonly Token[]): Body[] {
  return tokens
    .filter((token): token is Tokens.Code => token.type === 'code')
    .map(({ text: code }) => bodyOf(code))
    .filter(isProblemBody);
}

/** The JSON of a code block, alone or as the body of an HTTP message. */
function bodyOf(code: string): unknown {
  const status = /^HTTP\/[\d.]+ (\d{3})/m.exec(code)?.[1];
  const body = parsed(code) ?? parsed(code.slice(Math.max(0, code.indexOf('{')), code.lastIndexOf('}') + 1));
  return isObject(body) && status !== undefined ? { ...body, status: body.status ?? Number(status) } : body;
}

function foundInPage(tokens: readonly Token[], front: Body, name = ''): Found[] {
  const bodies = bodiesIn(tokens);
  // A line such as `reason: why it is locked` can be about a member.
  const isMember = (key: string) => !standardMembers.includes(key) && bodies.some((body) => key in body);
  const fields = Object.entries(fieldsOf(tokens)).filter(([key]) => !isMember(key));
  const said = { ...Object.fromEntries(fields), ...front };
  const [fromBody] = bodies.map((body) => foundInBody(body));
  const heading = tokens.find((token): token is Tokens.Heading => token.type === 'heading');
  const prose = tokens.find((token) => token.type === 'paragraph' && !isField.test(token.raw));
  const item = foundInItem(said, textOf(front.name) ?? textOf(name));
  const isDescribed = fromBody || item?.uri || (item?.statuses?.length ?? 0) > 0;
  if (!isDescribed) return [];
  const title = item?.title ?? fromBody?.title ?? textOf(heading?.text.replace(/[`*_]/g, ''));
  const own =
    item?.text ?? textOf((prose as Tokens.Paragraph | undefined)?.text.replace(/^\*\*[^*]{1,30}:\*\*\s*/, ''));
  return [
    {
      ...item,
      ...(item?.uri || fromBody?.uri ? { uri: (item?.uri ?? fromBody?.uri) as string } : { name }),
      ...(title && { title }),
      ...(own && { text: own }),
      statuses: [...new Set([...(item?.statuses ?? []), ...(fromBody?.statuses ?? [])])],
      bodies: bodies.length > 0 ? bodies : (item?.bodies ?? []),
    },
  ];
}

/** A paragraph that gives the value of a field, or its name in bold and more of it. */
const isField = /^[*_`]*(?:http|status|code|error|type|uri|url|title|detail|instance|example|field)[\w -]{0,20}[:*_`]/i;

function isErrorRow(row: Body): boolean {
  const names = Object.keys(row).map((key) => key.toLowerCase());
  return (
    names.length > 2 &&
    names.some((key) => /code|type|title|status|name|error|problem/.test(key)) &&
    foundInItem(row)?.statuses?.length !== 0
  );
}

const cellText = (text: string) =>
  text
    .replace(/^\[([^\]]*)\]\([^)]*\)$/, '$1')
    .replace(/[`*]/g, '')
    .trim();

function rowsOf({ header, rows }: Tokens.Table): Body[] {
  return rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [header[index]?.text ?? '', cellText(cell.text)])),
  );
}

/** Fields as `Status: 404`, as items of a list, or as a table of two columns. */
function fieldsOf(tokens: readonly Token[]): Body {
  const lines = tokens.flatMap((token) =>
    token.type === 'table'
      ? [(token as Tokens.Table).header, ...(token as Tokens.Table).rows]
          .filter((row) => row.length === 2)
          .map((row) => row.map(({ text }) => cellText(text)).join(': '))
      : token.type === 'list' || token.type === 'paragraph'
        ? token.raw.split('\n')
        : [],
  );
  const pairs = lines.flatMap((line): [string, string][] => {
    const text = line.replace(/[`*]/g, '');
    const at = text.indexOf(':');
    const key = text
      .slice(0, Math.max(at, 0))
      .replace(/^\s*[-+]/, '')
      .trim();
    const value = text.slice(at + 1).trim();
    return /^[A-Za-z][\w /-]{1,24}$/.test(key) && value !== '' ? [[key, value.replace(/^<(.*)>$/, '$1')]] : [];
  });
  return Object.fromEntries(pairs);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
