import type { ProblemType } from './catalog.ts';
import type { Facts } from './facts.ts';
import { reasonPhrase } from './words.ts';

/** The example of a problem type as a whole HTTP response. */
export interface ExampleResponse {
  readonly status: number;
  readonly reason: string;
  /** In order; `Content-Type` first. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Readonly<Record<string, unknown>>;
}

/** The type to show a catalog by: of those in use, the one that most routes answer. */
export function leadingType(problems: readonly ProblemType[]): ProblemType {
  const routes = ({ entry }: ProblemType) => entry.endpoints?.length ?? 0;
  const used = problems.filter(({ entry }) => !entry.retired);
  return (used.length > 0 ? used : problems).reduce((best, problem) =>
    routes(problem) > routes(best) ? problem : best,
  );
}

export function exampleResponse({ entry, status, example }: ProblemType): ExampleResponse {
  const headers: [string, string][] = [['Content-Type', 'application/problem+json']];
  for (const [name, template] of Object.entries(entry.headers ?? {})) {
    const value = filled(template, example);
    if (value !== undefined) headers.push([name, value]);
  }
  return { status, reason: reasonPhrase(status), headers, body: example };
}

/** The example as the server sends it: with the common members, and without the header fields that the server leaves out. */
export function sentExample(problem: ProblemType, { example }: Pick<Facts, 'example'>): ExampleResponse {
  const { headers, body, ...rest } = exampleResponse(problem);
  const missing = new Set(problem.entry.observed?.missingHeaders);
  return { ...rest, headers: headers.filter(([name]) => !missing.has(name)), body: completed(body, example) };
}

/** The example as the server's documentation has it, where that differs from what the server sends. */
export function documentedExample(
  problem: ProblemType,
  { documented }: Pick<Facts, 'documented'>,
): ExampleResponse | undefined {
  return problem.documented && { ...exampleResponse(problem), body: completed(problem.documented, documented) };
}

/** A body with the common members between the standard ones and its own. */
function completed(body: ExampleResponse['body'], common: ExampleResponse['body'] = {}): ExampleResponse['body'] {
  const { type, title, status, detail, instance, ...own } = body;
  return { type, title, status, detail, ...(instance !== undefined && { instance }), ...common, ...own };
}

/** The response as it travels, with a body that people can read. */
export function responseText({ status, reason, headers, body }: ExampleResponse): string {
  const head = [`HTTP/1.1 ${status} ${reason}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return `${head.join('\n')}\n\n${JSON.stringify(body, null, 2)}`;
}

/** A header template with its members; undefined when the example lacks one of them. */
function filled(template: string, example: Readonly<Record<string, unknown>>): string | undefined {
  const missing = [...template.matchAll(/\{(\w+)\}/g)].some(([, member = '']) => example[member] === undefined);
  return missing ? undefined : template.replace(/\{(\w+)\}/g, (_, member: string) => String(example[member]));
}
