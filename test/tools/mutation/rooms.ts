import { matchesGlob } from 'node:path';

/** Which tests are to notice changes of which sources: few, since each change runs all of them that reach it. */

interface Room {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

/** Rooms of sources in a folder, each held by the tests that are called as they are. */
const alike = (folder: string, ...groups: readonly string[]): Room[] =>
  groups.map((names) => ({ sources: [`src/${folder}/${names}.ts`], tests: [`test/${folder}/${names}.test.ts`] }));

const rooms: readonly Room[] = [
  ...alike(
    'catalog',
    '{accent,color,finding,formats,headings,names,type-table}',
    '{catalog,causes,example,example-check,former,history,question-cards,route-pages}',
    '{entry,face,facts,fields,issues}',
    '{sequence,text,unfinished,words}',
    '{name-fault,schema,validator}',
    '{entry-files,file-cache,interfaces}',
    '{member-tags,members-support}',
    'bodies-check',
    'declarations',
    'guides',
    'links',
    'lint',
    'load',
    'members',
    'pictures',
    'regexp',
    'site',
  ),
  ...alike('catalog/manual', 'openapi', 'render', 'roles', 'shown', 'terminal', 'values'),
  ...alike('catalog/translations', '{index,own}'),
  { sources: ['src/catalog/{compiler,type-faults}.ts'], tests: ['test/catalog/type-faults.test.ts'] },
  { sources: ['src/catalog/request.ts'], tests: ['test/catalog/request-text.test.ts'] },
  {
    sources: ['src/catalog/diff.ts', 'src/catalog/diff/*.ts'],
    tests: ['test/catalog/diff/*.test.ts'],
  },
  {
    sources: ['src/catalog/{cause,cross,identity,pattern}-check.ts', 'src/catalog/manual/check.ts'],
    tests: ['test/catalog/checks/*.test.ts'],
  },
  { sources: ['src/runtime/xml.ts', 'src/runtime/xml/*.ts'], tests: ['test/runtime/xml/*.test.ts'] },
  {
    // Those for Jest and Vitest register hooks, which are not run again for a change.
    sources: ['src/runtime/causes.ts', 'src/runtime/causes/!(jest|vitest).ts'],
    tests: ['test/runtime/causes/*.test.ts'],
  },
  {
    sources: ['src/runtime/check.ts', 'src/runtime/check/*.ts'],
    tests: ['test/runtime/{findings,stack-trace,stack-trace-parts}.test.ts'],
  },
  {
    sources: ['src/runtime/{matchers,assert}.ts', 'src/runtime/assertions/*.ts'],
    tests: ['test/runtime/{matchers,assertions/*}.test.ts'],
  },
  {
    sources: ['src/runtime/problem/*.ts'],
    tests: ['test/runtime/problem/*.test.ts', 'test/runtime/{generate,define,logs}.test.ts'],
  },
  {
    sources: ['src/runtime/read/*.ts'],
    tests: ['test/runtime/read/*.test.ts', 'test/runtime/{read,findings}.test.ts'],
  },
  { sources: ['src/runtime/routes/*.ts'], tests: ['test/runtime/routes/*.test.ts'] },
  {
    sources: ['src/runtime/{validators,openapi}.ts', 'src/runtime/validate/*.ts'],
    tests: ['test/runtime/validate/*.test.ts', 'test/runtime/{validate,openapi}.test.ts'],
  },
  {
    sources: ['src/runtime/localize.ts'],
    tests: ['test/runtime/localize.test.ts'],
  },
  { sources: ['src/runtime/msw.ts'], tests: ['test/runtime/msw.test.ts'] },
  {
    sources: ['src/runtime/frameworks/*.ts'],
    tests: ['test/runtime/frameworks/{asked,client-errors,framework-error,request-errors,request-parts,sent}.test.ts'],
  },
  {
    sources: ['src/runtime/{express,fastify,fetch,h3,hono,koa,nest}.ts'],
    tests: ['test/runtime/frameworks/adapters/*.test.ts'],
  },
  {
    sources: ['src/diagnose/input/secrets.ts', 'src/diagnose/input/secrets/*.ts'],
    tests: ['test/diagnose/secrets.test.ts'],
  },
  { sources: ['src/diagnose/input/lines.ts'], tests: ['test/diagnose/lines.test.ts'] },
  {
    sources: [
      'src/diagnose/input/{body,body-end,bytes,colors,json-tree,loose-json,message,php,printed,recovered,yaml}.ts',
    ],
    tests: ['test/diagnose/{input,input/{body-end,json-tree,loose-json,php,yaml}}.test.ts'],
  },
  {
    sources: ['src/diagnose/input/{http-text,loose-problems,messages,recorded,responses,transcript}.ts'],
    tests: ['test/diagnose/{input,input/{http-text,messages,responses,transcript},read,transcripts}.test.ts'],
  },
  {
    sources: ['src/diagnose/search/{by-*,lookup,names,pattern,snippet,trim}.ts'],
    tests: ['test/diagnose/{readings,search/*}.test.ts'],
  },
  {
    sources: [
      'src/diagnose/{make-index,other-responses-of-guide}.ts',
      'src/diagnose/search/{documents,make-index,make-pages,parts}.ts',
    ],
    tests: ['test/diagnose/{indexes,replies-of-guide,search/make-index,search/parts}.test.ts'],
  },
  {
    sources: ['src/diagnose/search/resolve.ts'],
    tests: ['test/diagnose/search/resolve.test.ts'],
  },
  {
    sources: ['src/diagnose/search/search.ts'],
    tests: ['test/diagnose/search/search.test.ts'],
  },
  {
    sources: ['src/diagnose/search/{answer,full-text,index,stop-words,terms}.ts'],
    tests: ['test/diagnose/{found,indexes,search/full-text,search/terms}.test.ts'],
  },
  {
    sources: ['src/diagnose/{other-responses,said,status-advice}.ts'],
    tests: ['test/diagnose/{other-responses,translation}.test.ts'],
  },
  {
    sources: ['src/diagnose/!(make-index|other-responses|other-responses-of-guide|said|status-advice).ts'],
    tests: ['test/diagnose/{addresses,detail,diagnosis,identify,inspection,pasted,places}.test.ts'],
  },
];

/** Returns the rooms of these files, or all rooms where none is named. */
export function roomsOf(files: readonly string[]): readonly Room[] {
  if (files.length === 0) return rooms;
  return rooms.filter(({ sources }) => files.some((file) => sources.some((glob) => matchesGlob(file, glob))));
}
