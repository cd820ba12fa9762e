import { stepsOf } from '../problem/json-pointer.ts';
import type { Thrown } from './client-errors.ts';
import { partOf, type Refused, type RequestParts } from './request-parts.ts';
import { locate, mostErrors, type RequestError } from './validation.ts';

/** What validators find in a request, in whichever form they tell it, as one list. */

/** One finding: where, and what is wrong with it. */
export interface Finding extends Refused {
  readonly message: string;
}

/** The forms in which validators report. Any other value may come too. */
interface Reported {
  message?: unknown;
  /** Standard Schema, zod, arktype: the steps. valibot: objects with a `key`. TypeBox: a JSON Pointer. */
  path?: string | readonly (PropertyKey | { readonly key: unknown })[];
  /** ajv, TypeBox 1: a JSON Pointer. */
  instancePath?: string;
  keyword?: string;
  params?: Readonly<Record<string, unknown>>;
  /** class-validator */
  property?: string;
  constraints?: Readonly<Record<string, string>>;
  children?: readonly unknown[];
  /** The value that was refused: TypeBox and class-validator, valibot, arktype. */
  value?: unknown;
  input?: unknown;
  data?: unknown;
}

/** The findings of an error that a framework made. */
export function requestErrors(error: Thrown, parts?: () => RequestParts): RequestError[] {
  if (Array.isArray(error.validation)) return located(findingsOf(error.validation), error.validationContext ?? 'body');
  const { issues, part } = Object(error.data) as { issues?: unknown; part?: string };
  if (issues) return inUnsurePart(findingsOf(issues), part, parts);
  if (Array.isArray(error.errors)) return findingsOf(error.errors).flatMap(ofOpenApi);
  const said = typeof error.getResponse === 'function' ? Object(error.getResponse()) : {};
  if (typeof said.message === 'object') return located(messagesOf(said.message), undefined);
  const isList =
    Array.isArray(said.errors) && said.errors.every((each: unknown) => typeof Object(each).message === 'string');
  return isList ? inUnsurePart(findingsOf(said.errors), undefined, parts) : [];
}

function inUnsurePart(findings: readonly Finding[], part?: string, parts?: () => RequestParts): RequestError[] {
  return located(findings, part ?? (parts && partOf(findings, parts())));
}

function located(findings: readonly Finding[], part: string | undefined): RequestError[] {
  return findings.map(({ message, path }) => locate(message, path, part));
}

/** The way to a value, from its last step back. */
interface Way {
  readonly step: PropertyKey;
  readonly before: Way | undefined;
}

/** The findings in any of the forms of {@link Reported}, as many as are enough. */
export function findingsOf(reported: unknown): Finding[] {
  const findings: Finding[] = [];
  const pending: { item: unknown; way: Way | undefined }[] = [];
  const add = (list: unknown, way?: Way) => {
    for (const item of listOf(list).toReversed()) pending.push({ item, way });
  };
  add(reported);
  // A loop, since the body decides how deep errors go.
  for (let next = pending.pop(); next && findings.length < mostErrors; next = pending.pop()) {
    const { property, children } = Object(next.item) as Reported;
    findings.push(...ofItem(next.item, next.way));
    if (children && property !== undefined) add(children, { step: property, before: next.way });
  }
  return findings;
}

function listOf(reported: unknown): unknown[] {
  return typeof reported === 'object' && reported && Symbol.iterator in reported
    ? [...(reported as Iterable<unknown>)]
    : [];
}

function ofItem(item: unknown, way: Way | undefined): Finding[] {
  if (typeof item !== 'object' || item === null) return [{ message: String(item), path: [] }];
  const error = item as Reported;
  const isParent = error.property !== undefined && !error.constraints;
  const messages = isParent ? [] : Object.values(error.constraints ?? { message: error.message ?? 'is not valid' });
  if (messages.length === 0) return [];
  const path = [...stepsOfWay(way), ...pathOf(error)];
  const names = namesOf(error);
  if (names.length > 0)
    return names.map(({ name, text }) => ({ message: text ?? String(messages[0]), path: [...path, name] }));
  const value = error.value ?? error.input ?? error.data;
  return messages.map((message) => ({ message: String(message), path, value }));
}

function stepsOfWay(way: Way | undefined): PropertyKey[] {
  const steps: PropertyKey[] = [];
  for (let at = way; at; at = at.before) steps.push(at.step);
  return steps.reverse();
}

function pathOf({ path, instancePath, property }: Reported): PropertyKey[] {
  if (property !== undefined) return [property];
  const steps = instancePath ?? path ?? [];
  if (typeof steps === 'string') return stepsOf(steps);
  return [...steps].map((step) => (typeof step === 'object' ? (step.key as PropertyKey) : step));
}

/** ajv and TypeBox point at what should hold a missing or surplus member; the finding is about the member. */
function namesOf({ keyword, params = {} }: Reported): { name: string; text?: string }[] {
  const missing = params.missingProperty ?? params.requiredProperties;
  const surplus = params.additionalProperty ?? params.additionalProperties ?? params.unevaluatedProperty;
  const found = (names: unknown, text?: string) =>
    [names ?? []].flat().flatMap((name) => (typeof name === 'string' ? [{ name, ...(text && { text }) }] : []));
  if (keyword === 'propertyNames') return found(params.propertyName);
  return [...found(missing, 'must be present'), ...found(surplus, 'must be absent')];
}

/** express-openapi-validator puts the part before the pointer: `/body/name`. */
function ofOpenApi({ message, path: [part, ...path] }: Finding): RequestError[] {
  const isPart = /^(body|query|params|headers|cookies)$/.test(String(part));
  return isPart ? [locate(message, path, String(part))] : [];
}

/** NestJS without an exception factory: a list of texts, or from version 12 on texts by name. */
function messagesOf(messages: unknown): Finding[] {
  if (Array.isArray(messages)) return findingsOf(messages);
  return Object.entries(messages ?? {}).flatMap(([name, texts]) =>
    [texts].flat().map((text) => ({ message: String(text), path: [name] })),
  );
}
