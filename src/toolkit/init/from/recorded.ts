import { type Body, type Found, foundInBody, isObject, statusesOf, textOf } from './found.ts';
import { isProblemBody } from './list.ts';
import { listOf } from './schema.ts';

/** Problem types in recorded responses: HAR, or one JSON object a line. */

/** Returns the problem types of a HAR file. */
export function foundInHar(har: Body): Found[] {
  const entries = listOf((har.log as Body).entries).filter(isObject);
  return entries.flatMap(({ response }) => (isObject(response) ? foundInRecord({ response }) : []));
}

/** Returns the problem type of one recorded response: the body alone, or with status and header fields around it. */
export function foundInRecord(record: Body): Found[] {
  const response = isObject(record.response) ? record.response : record;
  const status = statusesOf(response.status ?? response.statusCode ?? response.status_code)[0];
  const content = isObject(response.content) ? response.content : undefined;
  const carried = content ? contentOf(content) : (response.body ?? response.raw ?? response.json ?? response.data);
  const body = typeof carried === 'string' ? parsed(carried) : carried;
  if (isProblemBody(body) && statusFits(status, response.status)) return [foundInBody(body, status)];
  return isProblemBody(record) ? [foundInBody(record)] : [];
}

/** A response of success holds no problem, whatever its body looks like. */
function statusFits(status: number | undefined, given: unknown): boolean {
  return status !== undefined || given === undefined;
}

function contentOf({ text, encoding }: Body): string {
  const raw = textOf(text) ?? '';
  return encoding === 'base64' ? Buffer.from(raw, 'base64').toString('utf8') : raw;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the objects of a file with one JSON value a line; undefined when it is none. */
export function linesOf(text: string): Body[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  return lines.length > 0 && values.every((value) => value !== undefined) ? values.filter(isObject) : undefined;
}
