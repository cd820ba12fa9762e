import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../support.ts';

/** What of the package is weighed, and what it may weigh at most. A ceiling is raised only with its reason beside it. */

interface Bundle {
  readonly name: string;
  readonly code: string;
  /** Bytes, minified and gzipped. */
  readonly ceiling: number;
  /** What of it takes how many bytes, each measured without it; parts share texts, so that they are no sum. */
  readonly parts?: string;
}

export const bundles: readonly Bundle[] = [
  { name: 'an empty module', code: 'export {};', ceiling: 30 },
  // With a name, by which logs show it; and any status, for types that have none of their own.
  { name: 'one constructor', code: "export { sessionInvalid } from 'arcp-problems';", ceiling: 450 },
  // With the header fields of all types, so that a problem which was read and is sent on has its own; and with the way
  // to send what can be read of a problem when the whole has no JSON form; in development a 401 without a challenge is told.
  // A field that stands alone has a short way, which takes half of the time; fields that are known are not made again.
  {
    name: 'a constructor and problemResponse',
    code: "export { sessionInvalid, problemResponse } from 'arcp-problems';",
    ceiling: 1975,
  },
  { name: 'isProblem with a type', code: "export { isProblem, sessionInvalid } from 'arcp-problems';", ceiling: 780 },
  // On request it knows former type URIs, whichever types a bundle has.
  { name: 'readProblem', code: "export { readProblem } from 'arcp-problems';", ceiling: 2590 },
  {
    name: 'readProblem and isProblem',
    code: "export { readProblem, isProblem } from 'arcp-problems';",
    ceiling: 2750,
    parts:
      'responses of any client 926, bodies 401 (streams 176), members 359 (depth 83), isProblem 149, relative types 148, JSON 147, options 64',
  },
  // What frameworks read of an error is made when it is read: a few bytes for an error that takes a fifth less time.
  {
    name: 'ProblemError and toProblem',
    code: "export { ProblemError, toProblem } from 'arcp-problems';",
    ceiling: 3075,
  },
  {
    name: 'one validator, with its constructor',
    code: "export { validateSessionInvalid } from 'arcp-problems/validators';",
    ceiling: 1620,
    parts:
      'facts of the type 310, members that all types have 285 (format of times 77), errors 232, constructor 216, the value that a message shows 138, Standard Schema 120, JSON Pointers 78',
  },
  {
    name: 'checkResponse, with all validators',
    code: "export { checkResponse } from 'arcp-problems/check';",
    ceiling: 12_955,
    parts:
      '37 types with their validators 4010, members, type URI and status 1939 (stack traces 1111), XML 1560, any client 1091, header fields that are due 1023 (challenges 409), why something is not a problem 406, bodies 384, rules with their sections 340, interpretation 310',
  },
  {
    name: 'the matchers, with all validators',
    code: "export { problemMatchers } from 'arcp-problems/matchers';",
    ceiling: 14_180,
    parts: 'checkResponse, and 1217 of its own',
  },
  // Its expressions are short ones that are known to take linear time, and one loop over them.
  { name: 'readProblemXml', code: "export { readProblemXml } from 'arcp-problems/xml';", ceiling: 4110 },
  { name: 'localize', code: "export { localize } from 'arcp-problems/localize';", ceiling: 530 },
  // defineProblemType refuses nonsense with messages, and takes schemas; a constructor of the catalog has nothing of it.
  { name: 'defineProblemType', code: "export { defineProblemType } from 'arcp-problems';", ceiling: 2140 },
  { name: 'every constructor', code: "export * from 'arcp-problems';", ceiling: 9520 },
];

/** Returns the bytes of a bundle, minified and gzipped. */
export async function sizeOf(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}
