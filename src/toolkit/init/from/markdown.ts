import { marked, type Token, type Tokens } from 'marked';
import { parse } from 'yaml';
import { type Body, type Found, foundInBody, isObject, textOf } from './found.ts';
import { foundInItem, isProblemBody } from './list.ts';

/** Problem types in Markdown: one a page with front matter, fields and examples, or a table of many. */

/** Returns the problem types of a page; none when it describes none. */
export function foundInMarkdown(text: string, name: string): Found[] {
  const [, matter = '', rest = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const tokens = marked.lexer(rest.replace(/\r\n/g, '\n'));
  const tables = tokens.filter((token): token is Tokens.Table => token.type === 'table');
  const rows = tables.flatMap(rowsOf).flatMap((row) => (isErrorRow(row) ? (foundInItem(row) ?? []) : []));
  if (rows.length > 0) return rows;

  const bodies = tokens
    .filter((token): token is Tokens.Code => token.type === 'code')
    .map(({ text: code }) => parsed(code))
    .filter(isProblemBody);
  const front = isObject(yamlOf(matter)) ? (yamlOf(matter) as Body) : {};
  const said = { ...fieldsOf(tokens), ...front };
  const [fromBody] = bodies.map((body) => foundInBody(body));
  const heading = tokens.find((token): token is Tokens.Heading => token.type === 'heading');
  const prose = tokens.find((token) => token.type === 'paragraph' && !/^\*{0,2}[\w ]+:/.test(token.raw));
  const item = foundInItem(said, textOf(front.name) ?? name);
  const isDescribed = fromBody || item?.uri || (item?.statuses?.length ?? 0) > 0;
  if (!isDescribed) return [];
  const title = item?.title ?? fromBody?.title ?? textOf(heading?.text.replace(/[`*_]/g, ''));
  const own = item?.text ?? textOf((prose as Tokens.Paragraph | undefined)?.text);
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
