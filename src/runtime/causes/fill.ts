import type { CauseRequest, CauseStep } from './cause.ts';
import type { Values } from './pattern.ts';

/** Captured values in the steps of a fix. They come from a stranger: each is escaped for where it goes. */

const variable = /\{([a-z][a-z0-9_]*)\}/g;

/** The steps with their `{name}` replaced; a name without value stays. */
export function filledFix(fix: readonly CauseStep[], values: Values): CauseStep[] {
  return fix.map((step) => ({
    ...step,
    step: inText(step.step, values),
    ...(step.note !== undefined && { note: inText(step.note, values) }),
    ...(step.request && { request: filledRequest(step.request, values) }),
  }));
}

/** A request with its `{name}` replaced: percent-encoded in the path, without line breaks in header fields. */
export function filledRequest(request: CauseRequest, values: Values): CauseRequest {
  const { path, query, headers, body } = request;
  return {
    ...request,
    path: replaced(path, values, encodeSegment),
    ...(query && { query: inValue(query, values) as NonNullable<CauseRequest['query']> }),
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, replaced(value, values, inHeader)]),
      ),
    }),
    ...(body !== undefined && { body: inValue(body, values) }),
  };
}

/** Names that the texts of a fix want a value for. */
export function namesIn(value: unknown): string[] {
  return [...JSON.stringify(value ?? '').matchAll(variable)].map(([, name = '']) => name);
}

function replaced(text: string, values: Values, encode: (value: string) => string): string {
  return text.replace(variable, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : encode(value);
  });
}

/** In running text a value stands in backticks: without backticks of its own, on one line, and short. */
function inText(text: string, values: Values): string {
  return replaced(text, values, (value) =>
    value
      .replace(/[`\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 200),
  );
}

function inValue(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return replaced(value, values, (text) => text);
  if (Array.isArray(value)) return value.map((item) => inValue(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inValue(inner, values)]));
}

function inHeader(value: string): string {
  return value.replace(/[^\x20-\x7e]+/g, ' ').trim();
}

/** A segment of a path: a lone `.` or `..` would lead elsewhere, and half a surrogate pair cannot be encoded. */
function encodeSegment(value: string): string {
  const encoded = encodeURIComponent(
    value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''),
  );
  return encoded.replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%2E'));
}
