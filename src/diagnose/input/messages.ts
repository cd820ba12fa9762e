import { isHtmlPage } from '../other-responses.ts';
import { isProblemLike, objectOf } from './body.ts';
import { positionOf } from './lines.ts';
import { type LooseObject, looseObjects } from './loose-json.ts';
import type { Message } from './message.ts';
import { phpObject } from './php.ts';
import { printedObject } from './printed.ts';
import { recoveredObject } from './recovered.ts';
import { inputOf, parseInput } from './responses.ts';

/** Text -> the responses in it. */

/** A response, and its body where that could be read loosely only. */
export type Read = Message & { readonly loose?: LooseObject };

/** Reads the responses of a text, also where a body is not quite JSON. */
export async function messagesOf(text: string): Promise<readonly Read[]> {
  const strict = parseInput(inputOf(text, 'The text')).messages;
  return strict.some(({ body }) => isProblemLike(objectOf(body))) ? strict : looselyRead(text, strict);
}

/** What stands between other words, or is not quite JSON. The responses themselves where there is nothing of that kind. */
async function looselyRead(text: string, strict: readonly Read[]): Promise<readonly Read[]> {
  const problems = await problemsIn(text);
  const found = problems.length > 0 || strict.length > 0 ? problems : looseObjects(text, isReplyLike).slice(0, 1);
  const raw = strict.filter(({ status, path }) => status !== undefined && path === undefined);
  const read = found.flatMap((loose): Read[] => {
    const line = positionOf(text, loose.start).line;
    const owner = raw.findLast((message) => message.line <= line);
    if (!owner) return [{ label: `line ${line}`, line, body: loose.value, loose }];
    return isHtmlPage(String(owner.body), lookup(owner)('content-type') ?? '')
      ? []
      : [{ ...owner, body: loose.value, loose }];
  });
  return read.length > 0 ? read : strict;
}

/** Problem details objects in the first form that a text has any in. */
async function problemsIn(text: string): Promise<readonly LooseObject[]> {
  const loose = looseObjects(text, isProblemLike);
  if (loose.length > 0) return loose;
  const one = recoveredObject(text, isProblemLike) ?? phpObject(text) ?? printedObject(text);
  if (one) return [one];
  // The library for YAML is larger than the inspector.
  return looksLikeYaml(text) ? (await import('./yaml.ts')).yamlObjects(text, isProblemLike) : [];
}

/** Whether a text has a line that YAML would write for a standard member. */
function looksLikeYaml(text: string): boolean {
  return /^[ \t-]*(?:type|title|status|detail)[ \t]*:[ \t]/m.test(text);
}

export function lookup({ headers = [] }: Message): (name: string) => string | undefined {
  return (name) => headers.find(([field]) => field.toLowerCase() === name)?.[1];
}

/** Whether it tells of an error in another form. */
function isReplyLike({ detail, message, error }: Readonly<Record<string, unknown>>): boolean {
  return [detail, message, error].some((text) => typeof text === 'string');
}
