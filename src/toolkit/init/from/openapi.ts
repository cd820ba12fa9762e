import { type Body, type Found, foundInBody, isObject, isTypeUri, statusesOf, textOf } from './found.ts';
import { foundInItem } from './list.ts';
import { foundInSchema, isProblemSchema, listOf, plain, propertiesOf, type Resolve, refName } from './schema.ts';

/** Problem types in an OpenAPI description, 3.0 or 3.1. */

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Returns the problem types of the responses, schemas and examples of a description. */
export function foundInOpenApi(document: Body, resolve: Resolve): Found[] {
  const found: Found[] = [];
  for (const [path, given] of entriesOf(document.paths)) {
    const item = resolve(given);
    if (!isObject(item)) continue;
    for (const method of methods) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      const routes = [`${method.toUpperCase()} ${path}`];
      for (const [status, response] of entriesOf(operation.responses))
        if (/^([45]|default)/i.test(status))
          found.push(...foundInResponse(response, resolve, { status, name: refName(response), routes }));
    }
  }
  const components = isObject(document.components) ? document.components : {};
  for (const [name, response] of entriesOf(components.responses))
    found.push(...foundInResponse(response, resolve, { name }));
  for (const [name, schema] of entriesOf(components.schemas)) {
    const whole = plain(schema, resolve);
    const { type } = propertiesOf(whole);
    const shown = [whole.example, ...listOf(whole.examples)].some((body) => isObject(body) && isTypeUri(body.type));
    const isTyped = shown || isTypeUri(type?.const) || listOf(type?.enum).some(isTypeUri);
    if (isTyped && isProblemSchema(whole)) found.push(...foundInSchema(schema, resolve, { name }));
  }
  for (const [, example] of entriesOf(components.examples))
    found.push(...typedBodies(examplesOf({ e: example }, resolve)));
  return found;
}

interface Place {
  readonly name?: string | undefined;
  readonly status?: string;
  readonly routes?: readonly string[];
}

function foundInResponse(given: unknown, resolve: Resolve, { name, status, routes }: Place): Found[] {
  const response = resolve(given);
  if (!isObject(response)) return [];
  const [known] = statusesOf(status);
  const text = textOf(response.description);
  return entriesOf(response.content).flatMap(([media, value]) => {
    const content = resolve(value);
    if (!isObject(content) || !/json|yaml/i.test(media)) return [];
    const isProblem = /problem\+/i.test(media) || isProblemSchema(plain(content.schema, resolve));
    const branches = listOf(plain(content.schema, resolve).anyOf).filter(isObject);
    const bodies = examplesOf(
      { ...(content.example ? { e: content.example } : {}), ...entriesMap(content.examples) },
      resolve,
    );
    if (!isProblem && !branches.some(isProblemSchema) && !bodies.some(({ type }) => isTypeUri(type)))
      return bodies.flatMap((body) => foundInCoded(body, { status: known, routes }));
    const own = refName(content.schema);
    const fromSchema = foundInSchema(content.schema ?? {}, resolve, {
      ...((own ?? name) && { name: name ?? own }),
      ...(known && { status: known }),
      ...(text && { text }),
      ...(routes && { routes }),
      bodies,
    } as Parameters<typeof foundInSchema>[2]);
    const members = membersOf(content.schema, resolve);
    const fromBodies = typedBodies(bodies, known).map((each) => ({
      ...(fromSchema.some(({ uri }) => uri === each.uri) ? {} : members),
      ...each,
      ...(routes && { routes }),
      ...(text && bodies.length === 1 && { text }),
    }));
    return [...fromSchema, ...fromBodies];
  });
}

/** An error of a form of its own, which a code names: `{ code: 'OUT_OF_STOCK', message: '…' }`, perhaps as `error`. */
function foundInCoded(body: Body, { status, routes }: { status: number | undefined } & Pick<Place, 'routes'>): Found[] {
  const [inner = body] = [body.error, listOf(body.errors)[0]].filter(isObject);
  const code = [inner.code, inner.errorCode, inner.error_code].map(textOf).find((text) => /[a-z]/i.test(text ?? ''));
  const found = code === undefined ? undefined : foundInItem({ ...inner, code, status: inner.status ?? status }, code);
  return found && found.statuses?.length !== 0 ? [{ ...found, ...(routes && { routes }) }] : [];
}

function membersOf(schema: unknown, resolve: Resolve): Pick<Found, 'members' | 'required'> {
  const whole = plain(schema, resolve);
  return {
    members: propertiesOf(whole),
    required: listOf(whole.required).filter((name): name is string => typeof name === 'string'),
  };
}

const typedBodies = (bodies: readonly Body[], status?: number) =>
  bodies.filter(({ type }) => isTypeUri(type)).map((body) => foundInBody(body, status));

function examplesOf(examples: Body, resolve: Resolve): Body[] {
  return Object.entries(examples)
    .map(([key, each]) => {
      const example = resolve(each);
      return key !== 'e' || (isObject(example) && 'value' in example) ? (example as Body | undefined)?.value : example;
    })
    .filter(isObject);
}

function entriesMap(value: unknown): Body {
  return isObject(value) ? value : {};
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(entriesMap(value));
}
