import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import type { Facts } from '#catalog/facts.ts';
import { reasonPhrase } from '#catalog/words.ts';
import { components, groupByStatus, responseOf, versionText } from './components.ts';

/** Catalog -> OpenAPI Overlay 1.0 that adds to each operation the problem types it can answer. */

type Json = Record<string, unknown>;

interface Action {
  readonly target: string;
  readonly description: string;
  readonly update?: Json;
  readonly remove?: true;
}

/** Set while the overlay is applied, and removed by its last actions: the status of a response that was touched. */
const mark = 'x-problem-status';
const responses = '$.paths[*][*].responses';
const media = "content['application/problem+json']";

/**
 * An Overlay document for a description of the catalog's server. Operations that the description lacks are passed over.
 * A response that is there already keeps its description and its other media types; one that is a `$ref` stays as it is.
 */
export function overlayDocument(catalog: Catalog): Json {
  const operations = [...operationsOf(catalog)];
  const used = new Set(operations.flatMap(([, problems]) => problems));
  const { examples, schemas } = components(catalog.facts, used.size > 0 ? [...used] : catalog.problems) as Record<
    string,
    Json
  >;
  const actions: Action[] = [
    ...Object.entries({ examples, schemas }).map(([kind, own]) => ({
      target: `$.components.${kind}[${Object.keys(own ?? {})
        .map(quoted)
        .join(',')}]`,
      description: 'Makes room for the components, so that the overlay can be applied again',
      remove: true as const,
    })),
    {
      target: '$',
      description: 'The components that the responses refer to',
      update: { components: { examples, schemas } },
    },
    ...operations.flatMap(([route, problems]) => operationActions(catalog.facts, route, problems)),
  ];
  const statuses = new Set(operations.flatMap(([, problems]) => [...groupByStatus(problems).keys()]));
  if (statuses.size > 0) actions.push(...finishingActions([...statuses].sort((a, b) => a - b)));
  return {
    overlay: '1.0.0',
    info: { title: `Problem responses of ${catalog.facts.name}`, version: versionText(catalog) },
    actions,
  };
}

/** Routes with the problem types that can answer, those in use only. */
function operationsOf({ facts, problems }: Catalog): Map<string, ProblemType[]> {
  const operations = new Map<string, ProblemType[]>(Object.keys(facts.routes ?? {}).map((route) => [route, []]));
  for (const problem of problems) {
    if (problem.entry.retired) continue;
    for (const endpoint of problem.entry.endpoints ?? []) {
      const route = typeof endpoint === 'string' ? endpoint : endpoint.route;
      operations.set(route, [...(operations.get(route) ?? []), problem]);
    }
  }
  return new Map([...operations].filter(([, list]) => list.length > 0));
}

function operationActions(facts: Facts, route: string, problems: readonly ProblemType[]): Action[] {
  const [method = '', path = ''] = route.split(' ');
  const operation = `$.paths[${quoted(path)}].${method.toLowerCase()}`;
  const groups = [...groupByStatus(problems)];
  return [
    {
      target: `${operation}.responses[${groups.map(([status]) => `'${status}'`).join(',')}].${media}`,
      description: `${route}: makes room for its problem details`,
      remove: true as const,
    },
    {
      target: operation,
      description: `${route}: ${problems.map(({ name }) => name).join(', ')}`,
      update: {
        responses: Object.fromEntries(
          groups.map(([status, types]) => {
            const { description: _, ...response } = responseOf(facts, status, types, '');
            return [String(status), { ...response, [mark]: status }];
          }),
        ),
      },
    },
  ];
}

/** An update replaces text, so a description is set apart, and only where there is none. */
function finishingActions(statuses: readonly number[]): Action[] {
  return [
    ...['content', 'headers', mark].map((member) => ({
      target: `${responses}[?(@['$ref'] && @['${mark}'])]['${member}']`,
      description: 'A response that is a reference stays one',
      remove: true as const,
    })),
    ...statuses.map((status) => ({
      target: `${responses}[?(@['${mark}'] == ${status} && !@.description)]`,
      description: `A description for each new ${status}`,
      update: { description: `${reasonPhrase(status)}, as a problem details object.` },
    })),
    { target: `${responses}[*]['${mark}']`, description: 'Removes the marks', remove: true },
  ];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
