import { isHtmlPage } from '../other-responses.ts';
import { isProblemLike } from './body.ts';
import { positionOf } from './lines.ts';
import { type LooseObject, looseObjects } from './loose-json.ts';
import { lookup, type Message } from './message.ts';
import { phpObject } from './php.ts';
import { printedObject } from './printed.ts';
import { recoveredObject } from './recovered.ts';

/** Problems that a program has printed, or that are not quite JSON, with the responses that they belong to. */

/** A response, and its body where that could be read loosely only. */
export type Read = Message & { readonly loose?: LooseObject };

/** Problem details objects in the first form that a text has any in. */
export function looseProblems(text: string): readonly LooseObject[] {
  const loose = looseObjects(text, isProblemLike);
  if (loose.length > 0) return loose;
  const one = recoveredObject(text, isProblemLike) ?? phpObject(text) ?? printedObject(text);
  return one ? [one] : [];
}

/** The objects as bodies of the responses that they follow; none is the body of a page. */
export function ownedBy(text: string, responses: readonly Message[], objects: readonly LooseObject[]): Read[] {
  const raw = responses.filter(({ status, path }) => status !== undefined && path === undefined);
  return objects.flatMap((loose): Read[] => {
    const line = positionOf(text, loose.start).line;
    const owner = raw.findLast((message) => message.line <= line);
    if (!owner) return [{ label: `line ${line}`, line, body: loose.value, loose }];
    return isHtmlPage(String(owner.body), lookup(owner)('content-type') ?? '')
      ? []
      : [{ ...owner, body: loose.value, loose }];
  });
}
