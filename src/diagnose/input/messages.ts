import { isProblemLike, objectOf } from './body.ts';
import { type LooseObject, looseObjects } from './loose-json.ts';
import { looseProblems, ownedBy, type Read } from './loose-problems.ts';
import { inputOf, parseInput } from './responses.ts';

/** Text -> the responses in it. */

/** Reads the responses of a text, also where a body is not quite JSON. */
export async function messagesOf(text: string): Promise<readonly Read[]> {
  const strict = parseInput(inputOf(text, 'The text')).messages;
  return strict.some(({ body }) => isProblemLike(objectOf(body))) ? strict : looselyRead(text, strict);
}

/** What stands between other words, or is not quite JSON. The responses themselves where there is nothing of that kind. */
async function looselyRead(text: string, strict: readonly Read[]): Promise<readonly Read[]> {
  const problems = await problemsIn(text);
  const found = problems.length > 0 || strict.length > 0 ? problems : looseObjects(text, isReplyLike).slice(0, 1);
  const read = ownedBy(text, strict, found);
  return read.length > 0 ? read : strict;
}

/** Problem details objects in the first form that a text has any in. */
async function problemsIn(text: string): Promise<readonly LooseObject[]> {
  const found = looseProblems(text);
  if (found.length > 0) return found;
  // The library for YAML is larger than the inspector.
  return looksLikeYaml(text) ? (await import('./yaml.ts')).yamlObjects(text, isProblemLike) : [];
}

/** Whether a text has a line that YAML would write for a standard member. */
function looksLikeYaml(text: string): boolean {
  return /^[ \t-]*(?:type|title|status|detail)[ \t]*:[ \t]/m.test(text);
}

/** Whether it tells of an error in another form. */
function isReplyLike({ detail, message, error }: Readonly<Record<string, unknown>>): boolean {
  return [detail, message, error].some((text) => typeof text === 'string');
}
