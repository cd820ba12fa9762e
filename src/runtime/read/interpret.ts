import { type ReceivedUnknownProblem, standardMembers } from '../problem/details.ts';
import { type Refusal, refusal } from './not-a-problem.ts';

/** How far a reader goes. */
export interface Limits {
  /** Base for a relative `type`. RFC 3986 section 5.1. */
  readonly baseUrl: string | undefined;
  readonly maxBytes: number;
  readonly maxDepth: number;
}

/** A problem details object as RFC 9457 has a consumer see it. */
export interface Interpretation {
  readonly kind: 'problem';
  readonly problem: ReceivedUnknownProblem;
  /** JSON Pointers of the standard members that were ignored since their JSON type was wrong. RFC 9457 section 3.1. */
  readonly ignored: readonly string[];
}

/** What a body holds, whatever it is. */
export interface Parsed {
  readonly value: unknown;
}

/** A parsed value to a problem details object. */
export function interpret(found: Parsed | Refusal, limits: Limits): Interpretation | Refusal {
  if (!('value' in found)) return found;
  const { value } = found;
  if (!isPlainObject(value)) return refusal('not-an-object', value);
  if (isDeeper(value, limits.maxDepth, limits.maxBytes)) return refusal('too-deep', limits.maxDepth);
  const problem: Record<string, unknown> = { type: 'about:blank' };
  const ignored: string[] = [];
  for (const [name, jsonType] of Object.entries(standardMembers)) {
    if (!Object.hasOwn(value, name)) continue;
    const member = value[name];
    const fits = typeof member === jsonType && (jsonType === 'string' || Number.isFinite(member));
    if (!fits) ignored.push(`/${name}`);
    else problem[name] = name === 'type' ? resolve(member as string, limits.baseUrl) : member;
  }
  for (const name of Object.keys(value)) {
    if (name === '__proto__' || Object.hasOwn(standardMembers, name)) continue;
    const member = value[name];
    if (isJson(member)) problem[name] = member;
  }
  return { kind: 'problem', problem: problem as ReceivedUnknownProblem, ignored };
}

/** A type URI after resolution; left as it is when it is absolute or there is nothing to resolve against. */
export function resolve(type: string, baseUrl: string | undefined): string {
  if (isAbsolute(type) || !baseUrl) return type;
  try {
    return new URL(type, baseUrl).href;
  } catch {
    return type;
  }
}

export function isAbsolute(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri);
}

/** An object made of nothing but members, of whichever realm. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A function as a member could be a `then`, which would turn the result into a promise. */
function isJson(value: unknown): boolean {
  return ['string', 'number', 'boolean', 'object'].includes(typeof value);
}

function isDeeper(root: object, maxDepth: number, maxNodes: number): boolean {
  let level = new Set([root]);
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth >= maxDepth || level.size > maxNodes) return true;
    const next = new Set<object>();
    for (const node of level) {
      for (const child of Object.values(node)) if (typeof child === 'object' && child !== null) next.add(child);
    }
    level = next;
  }
  return false;
}
