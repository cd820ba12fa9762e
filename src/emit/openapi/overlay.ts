import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import type { Translation } from '#catalog/translations/index.ts';
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
  const { facts, problems: all, translation } = catalog;
  const texts = translation.openapi;
  const operations = [...operationsOf(catalog)];
  const used = new Set(operations.flatMap(([, problems]) => problems));
  const { examples, schemas } = components(catalog, used.size > 0 ? [...used] : all) as Record<string, Json>;
  const actions: Action[] = [
    ...Object.entries({ examples, schemas }).map(([kind, own]) => ({
      target: `$.components.${kind}[${Object.keys(own ?? {})
        .map(quoted)
        .join(',')}]`,
      description: texts.makesRoom,
      remove: true as const,
    })),
    {
      target: '$',
      description: texts.components,
      update: { components: { examples, schemas } },
    },
    ...operations.flatMap(([route, problems]) => operationActions(catalog, route, problems)),
  ];
  const statuses = new Set(operations.flatMap(([, problems]) => [...groupByStatus(problems).keys()]));
  if (statuses.size > 0)
    actions.push(
      ...finishingActions(
        [...statuses].sort((a, b) => a - b),
        texts,
      ),
    );
  return {
    overlay: '1.0.0',
    info: { title: texts.overlay(facts.name), version: versionText(catalog) },
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

function operationActions({ facts, translation }: Catalog, route: string, problems: readonly ProblemType[]): Action[] {
  const [method = '', path = ''] = route.split(' ');
  const operation = `$.paths[${quoted(path)}].${method.toLowerCase()}`;
  const groups = [...groupByStatus(problems)];
  return [
    {
      target: `${operation}.responses[${groups.map(([status]) => `'${status}'`).join(',')}].${media}`,
      description: translation.openapi.makesRoomIn(route),
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
function finishingActions(statuses: readonly number[], texts: Translation['openapi']): Action[] {
  return [
    ...['content', 'headers', mark].map((member) => ({
      target: `${responses}[?(@['$ref'] && @['${mark}'])]['${member}']`,
      description: texts.reference,
      remove: true as const,
    })),
    ...statuses.map((status) => ({
      target: `${responses}[?(@['${mark}'] == ${status} && !@.description)]`,
      description: texts.description(status),
      update: { description: texts.response(reasonPhrase(status)) },
    })),
    { target: `${responses}[*]['${mark}']`, description: texts.marks, remove: true },
  ];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
