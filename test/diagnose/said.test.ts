import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as de from '#catalog/translations/de.ts';
import { sayings } from '#catalog/translations/sayings.ts';
import { translator } from '#diagnose/said.ts';
import { root } from '../support.ts';

/** What checks, diagnosis and search say, in the words of a translation. */

if (!de.said) throw new Error('The German translation has no sayings.');
const said = translator(de.said, de);

/* cspell:disable */
test.each([
  ['must be a URI reference (was "/a b")', 'muss eine URI-Referenz sein (war "/a b")'],
  ['must be a string, true or false or null (was 7)', 'muss ein Text, true oder false oder null sein (war 7)'],
  ['must be 400 or 422 for this problem type (was 500)', 'muss bei diesem Problemtyp 400 oder 422 sein (war 500)'],
  ['must be "a or b" or "c, d" (was "x and y")', 'muss "a or b" oder "c, d" sein (war "x and y")'],
  ['must be application/problem+json (was absent)', 'muss application/problem+json sein (fehlt)'],
  [
    'must be a problem response. There is no Content-Type; a problem has application/problem+json. Its members are a, b.',
    'muss eine Fehlerantwort nach RFC 9457 sein. Content-Type fehlt; ein Problem hat application/problem+json. Die Felder sind a, b.',
  ],
  ['must have 3 characters or more (was "ab")', 'muss mindestens 3 Zeichen haben (war "ab")'],
  ['the status 401 Unauthorized', 'den Status 401 Unauthorized'],
  ['the message of a client, the status 401 and the route', 'die Meldung eines Clients, den Status 401 und die Route'],
  ['the status 404 at the route GET /a', 'den Status 404 und die Route GET /a'],
  ['a text that nobody knows', 'a text that nobody knows'],
])('%s', (text, german) => {
  expect(said(text)).toBe(german);
});
/* cspell:enable */

test('no German text has a value that the English one has not', () => {
  const names = (text: string) => [...text.matchAll(/\{[+*]?(\w+)\}/g)].map(([, name]) => name);
  const faults = Object.entries(de.said ?? {}).filter(([english, german]) => {
    return names(german).some((name) => !names(english).includes(name));
  });
  expect(faults).toEqual([]);
});

describe('the translations have every text of', () => {
  const filesIn = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file));
  /** Texts in a source: the values in them are written as 7. */
  const textsOf = (files: readonly string[], pattern: RegExp) =>
    files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, text = '']) =>
        text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '7').replaceAll('\\n', '\n'),
      ),
    );
  const quoted = "['`]((?:[^'`$\\\\]|\\\\.|\\$\\{[^`]*?\\})+)['`]";

  test.each([
    ['checkResponse', filesIn('src/runtime/check'), `(?:report\\('[\\w-]+'|message =),? ${quoted}`],
    ['the reasons why it is no problem', ['src/runtime/read/not-a-problem.ts'], `(?:return|=>) ${quoted}`],
    ['the clues of a search', filesIn('src/diagnose/search'), `\\bby: (?:\\w[^'\`]*\\? )?${quoted}`],
    ['the names of a search', ['src/diagnose/search/by-name.ts'], "'((?:its|an?|another) [^']+)'"],
    ['the clues of a response', ['src/diagnose/identify.ts'], `by: ${quoted}`],
    ['the inspector', ['src/diagnose/inspect.ts'], `(?:fault\\(|message = )${quoted}`],
    ['what JSON must be', ['src/diagnose/input/json-tree.ts'], "'((?:an? |the end)[^']*)'"],
    ['what a member must be', ['src/runtime/validate/messages.ts'], `(?:=>|\\? '[^']*' :|: )\\s*${quoted}`],
    ['a response that is not whole', filesIn('src/diagnose/input'), `['"]((?:The body|The HAR|A response)[^']*)'`],
    ['secrets', ['src/diagnose/input/secrets/secret.ts'], "'([^']+)'(?: \\||;)"],
  ])('%s', (_, files, pattern) => {
    const texts = textsOf(files, new RegExp(pattern, 'g'));
    expect(texts.length).toBeGreaterThan(1);
    const known = new Set<string>(sayings);
    const isKnown = (text: string) => known.has(text) || said(text) !== text || said(`must ${text} (was 7)`) !== text;
    expect(texts.filter((text) => !isKnown(text))).toEqual([]);
  });
});
