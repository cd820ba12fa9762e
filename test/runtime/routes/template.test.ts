// cspell:ignore größe
import { expect, test } from 'vitest';
import { encoded, type Part, parseTemplate } from '#runtime/routes/template.ts';

/** What a template means: its parts, once with and once without each optional one. */

/** A parameter as `<name>`, a rest as `<name*>`, or as `<name+>` where it is not empty. */
const shown = (part: Part) => {
  if (part.kind === 'text') return part.text;
  return part.kind === 'segment' ? `<${part.name}>` : `<${part.name}${part.least === 1 ? '+' : '*'}>`;
};
const variantsOf = (template: string) => parseTemplate(template).map((parts) => parts.map(shown).join(' '));

test.each([
  ['', ['']],
  ['/agents', ['/agents']],
  ['/agents/{id}', ['/agents/ <id>']],
  ['/{agent-id}/{agent.id}/{größe}', ['/ <agent-id> / <agent.id> / <größe>']],
  ['/a/{x}-{y}.json', ['/a/ <x> - <y> .json']],
  ['/{id}:cancel', ['/ <id> :cancel']],
  ['/agents:search/{id}', ['/agents:search/ <id>']],
  ['/café', ['/caf%C3%A9']],
  ['/😀', ['/%F0%9F%98%80']],
  ['/a%2Fb', ['/a%2Fb']],
  ['/100%', ['/100%']],
  ['/a\\{b\\}', ['/a%7Bb%7D']],
  // Frameworks
  ['/:id', ['/ <id>']],
  ['/agents/:from-:to', ['/agents/ <from> - <to>']],
  ['/:id/:1', ['/ <id> /:1']],
  [':id', ['<id>']],
  [':id/{x}', ['<id> / <x>']],
  ['/{x}/:id', ['/ <x> / <id>']],
  ['/:id?', ['/ <id>', '/']],
  ['/:id?/keys', ['/ <id> /keys', '//keys']],
  ['/:a?:b?', ['/ <a> <b>', '/ <a>', '/ <b>', '/']],
  ['/:id?.json', ['/ <id> .json', '/.json']],
  ['/:id?-x', ['/ <id> -x', '/-x']],
  ['/:id?limit=1', ['/ <id>']],
  ['/:path*', ['/ <path*>']],
  ['/:path+/x', ['/ <path+> /x']],
  ['/*', ['/ <0*>']],
  ['/**/x/*', ['/ <0*> /x/ <1*>']],
  ['/agents[/{id}[/keys/{key}]]', ['/agents/ <id> /keys/ <key>', '/agents/ <id>', '/agents']],
  ['/agents(/:id)/x', ['/agents/ <id> /x', '/agents/x']],
  ['/a[/b](/c)', ['/a/b/c', '/a/b', '/a/c', '/a']],
  // In braces
  ['/{a:int}{b:long}{c:float}{d:decimal}', ['/ <a> <b> <c> <d>']],
  ['/{a:str}{b:string}{c:alpha}{d:slug}', ['/ <a> <b> <c> <d>']],
  ['/{a:uuid}{b:guid}{c:bool}', ['/ <a> <b> <c>']],
  ['/{id?}', ['/ <id>', '/']],
  ['/{id}?', ['/ <id>', '/']],
  ['/{id}?limit=1', ['/ <id>']],
  ['/{path*}', ['/ <path*>']],
  ['/{path+}', ['/ <path*>']],
  ['/{path...}', ['/ <path*>']],
  ['/{path:path}', ['/ <path*>']],
  ['/{name=*}/{path=**}', ['/ <name> / <path*>']],
  ['/{+path}', ['/ <path+>']],
  ['/{*path}', ['/ <path*>']],
  ['/{**path}', ['/ <path*>']],
  ['/a{/id}', ['/a/ <id>', '/a']],
  ['/a{/:id}/b', ['/a/ <id> /b', '/a/b']],
  ['/a{/id}?', ['/a/ <id>', '/a']],
  ['/a{.format}', ['/a. <format>', '/a']],
  // Query and fragment
  ['/a?b={c}', ['/a']],
  ['/a#b', ['/a']],
  ['/a{?b,c}', ['/a']],
  ['/a{&b}{#c}', ['/a']],
])('%s', (template, variants) => {
  expect(variantsOf(template)).toEqual(variants);
});

const unknown = 'is not known in a path. Write parameters as {name}';
const unknownName = 'is not known. Write a parameter as {name}, the rest of a path as {name*}';

test.each([
  ['/a/{id', '"{id" must end with "}"'],
  ['/a/{}', `"{}" ${unknownName}`],
  ['/a/{id:\\d+}', `"{id:\\d+}" ${unknownName}`],
  ['/a/{id:[0-9]}', `"{id:[0-9]}" ${unknownName}`],
  ['/a/{a,b}', `"{a,b}" ${unknownName}`],
  ['/a/{a b}', `"{a b}" ${unknownName}`],
  ['/a/{a{b}', `"{a{b}" ${unknownName}`],
  ['/a/{id:toString}', `"{id:toString}" ${unknownName}`],
  ['/a/{x=1}', `"{x=1}" ${unknownName}`],
  ['/:id(\\d+)', '":id(" must not have a regular expression. Write the name alone'],
  ['/<id>', `"<" ${unknown}`],
  ['/a>', `">" ${unknown}`],
  ['/a[id]', `"[" ${unknown}`],
  ['/a(id)', `"(" ${unknown}`],
  ['/a/)', `")" ${unknown}`],
  ['/a/]', `"]" ${unknown}`],
  ['/a/}', `"}" ${unknown}`],
  ['/a|b', `"|" ${unknown}`],
  ['/^a', `"^" ${unknown}`],
  ['/a"', `""" ${unknown}`],
  ['/a b', `" " ${unknown}`],
  ['/a[/b', '"/a[/b" must have a "]" for each opening one'],
  ['/a(/b[/c)', `")" ${unknown}`],
  ['/a(/b', '"/a(/b" must have a ")" for each opening one'],
  ['/{a?}/{b?}/{c?}/{d?}/{e?}', undefined],
  ['/{a?}/{b?}/{c?}/{d?}/{e?}/{f?}', '"/{a?}/{b?}/{c?}/{d?}/{e?}/{f?}" has too many optional parts'],
])('%s is refused with %s', (template, message) => {
  const read = () => parseTemplate(template);
  if (message === undefined) expect(read()).not.toEqual([]);
  else expect(read).toThrow(new SyntaxError(message));
});

test.each([
  ['/caf\u00e9', '/caf%C3%A9'],
  ['/a%20b c', '/a%20b%20c'],
  ['/\ud800', '/\ud800'],
])('%j as it is sent', (path, sent) => {
  expect(encoded(path)).toBe(sent);
});
