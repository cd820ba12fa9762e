import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { check as checkSchema } from '#catalog/validator.ts';
import { openHome } from '#cli/catalog.ts';
import { check } from '#cli/check.ts';
import { screenOf } from '#cli/screen.ts';
import { checkResponse } from '../../dist/package/check.js';
import { findProblemType, inspectProblem, isProblem, problemResponse, readProblem } from '../../dist/package/index.js';
import { problemMatchers } from '../../dist/package/matchers.js';
import { validators } from '../../dist/package/validators.js';
import { problemToXml, readProblemXml } from '../../dist/package/xml.js';
import { problemsDir, root, temporary } from '../support.ts';
import { type Mutation, membersOf, mutations, type Schema } from './arbitrary.ts';

/** What holds for every problem that the schemas allow, and for every one that they do not. `npm run fuzz` tries a million
 * inputs; `last-fuzz.json` says when it last did. */

expect.extend(problemMatchers);

const { problems } = await load(problemsDir);
const inputs = Number(process.env.FUZZ_INPUTS ?? 1500);
/** Two properties of each type. */
const runs = Math.ceil(inputs / problems.length / 2);
const seed = Number(process.env.FUZZ_SEED ?? 9457);
const home = openHome(pathToFileURL(join(root, 'dist/package/')));
const screen = screenOf({ columns: 80 }, { NO_COLOR: '1' });
const file = join(temporary(), 'input.json');

/** Pointers of the errors that the command finds in a problem. */
async function commandPointers(problem: object): Promise<(string | undefined)[]> {
  writeFileSync(file, JSON.stringify(problem));
  const { text } = await check(home, [file], { format: 'json' }, screen);
  const [{ findings = [] } = {}] = JSON.parse(text) as { findings?: { level: string; pointer?: string }[] }[];
  return findings.filter(({ level }) => level === 'error').map(({ pointer }) => pointer);
}

/** The message of an assertion that fails; undefined when it passes. */
async function failureOf(assertion: () => unknown): Promise<string | undefined> {
  try {
    await assertion();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe.each(problems.map((problem) => [problem.name, problem] as const))('%s', (_, { typeUri, schema }) => {
  const construct = findProblemType(typeUri) as (init: object) => { type: string; status: number };
  const validate = validators.find(({ problemType }) => problemType.type === typeUri) as (typeof validators)[number];
  const { type, title, status, ...properties } = (schema as Schema).properties ?? {};
  const members = membersOf({ ...(schema as Schema), properties, required: requiredOf(schema as Schema) });

  test('what its constructor makes is this problem everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(members, async (init) => {
        const problem = construct(init);
        expect(checkSchema(schema, problem)).toEqual([]);
        expect(validate(problem).errors).toEqual([]);

        const arrived = JSON.parse(JSON.stringify(problem));
        const response = problemResponse(problem);
        expect(response.status).toBe(problem.status);
        expect(await readProblem(response)).toEqual(arrived);
        expect(await inspectProblem(problem, { validators })).toMatchObject({ kind: 'known', ignored: [] });
        expect(isProblem(arrived, construct as never)).toBe(true);

        const errors = (await checkResponse(problemResponse(problem))).filter(({ level }) => level === 'error');
        expect(errors.filter(({ code }) => code !== 'instance-syntax')).toEqual([]);
        expect((await commandPointers(problem)).filter((pointer) => pointer !== '/instance')).toEqual([]);
        await expect(problemResponse(problem)).toBeProblem(construct as never);

        const fromXml = await readProblemXml(problemToXml(problem));
        expect(fromXml?.type).toBe(typeUri);
        expect(isProblem(fromXml, construct as never)).toBe(true);
        expect(texts(fromXml)).toEqual(expect.arrayContaining(texts(withoutSpaceAround(arrived))));
      }),
      { numRuns: runs, seed },
    );
  });

  const changes = mutations({ ...(schema as Schema), properties, required: requiredOf(schema as Schema) });
  test.skipIf(changes === undefined)('one wrong member is refused everywhere, at the same place', async () => {
    await fc.assert(
      fc.asyncProperty(members, changes as fc.Arbitrary<Mutation>, async (init, { name, value }) => {
        const problem: Record<string, unknown> = { ...construct(init), [name]: value };
        if (value === undefined) delete problem[name];
        const pointer = `/${name}`;

        expect(checkSchema(schema, problem)).not.toEqual([]);
        expect(new Set(validate(problem).errors.map((error) => error.pointer))).toEqual(new Set([pointer]));
        const inspected = await inspectProblem(JSON.stringify(problem), { validators });
        if (isStandard(name)) expect(inspected).toMatchObject({ kind: 'known', ignored: [pointer] });
        else expect(inspected).toMatchObject({ kind: 'known-invalid', errors: validate(problem).errors });
        const found = (await checkResponse(problem)).filter(({ level }) => level === 'error');
        expect(found.map((finding) => finding.pointer)).toContain(pointer);
        expect(await commandPointers(problem)).toEqual(found.map((finding) => finding.pointer));
        const failure = await failureOf(() => expect(problem).toBeValidProblem());
        expect(failure).toContain(pointer);
      }),
      { numRuns: runs, seed },
    );
  });
});

function requiredOf({ required = [] }: Schema): string[] {
  return required.filter((name) => !['type', 'title', 'status'].includes(name));
}

function isStandard(name: string): boolean {
  return ['detail', 'instance'].includes(name);
}

/** The datatype of `instance` in XML, `xsd:anyURI`, takes white space around it away. */
function withoutSpaceAround(problem: { instance?: string }): object {
  return { ...problem, ...(problem.instance !== undefined && { instance: problem.instance.trim() }) };
}

/** Every text of a value that XML can carry, by its place: of members whose names are names of elements. */
function texts(value: unknown, place = ''): string[] {
  if (typeof value === 'string' && isWritable(value)) return value === '' ? [] : [`${place}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => /^[a-z_][\w.-]*$/i.test(name))
    .flatMap(([name, inner]) => texts(inner, `${place}/${name}`));
}

/** XML 1.0 has no control characters, and a reader takes a carriage return for a line feed. */
function isWritable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot carry.
  return !/[\x00-\x1f\x7f-\x9f\ufffe\uffff\u2028]/.test(text);
}
