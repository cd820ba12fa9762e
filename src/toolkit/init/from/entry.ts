import { pascalCase } from '#catalog/names.ts';
import type { Draft } from './draft.ts';
import { keyText, quoted, typeText, valueText } from './members.ts';

/** A draft as the text of an entry. Each "…", each status 0 and each member without JSDoc is what `check` asks for. */

/** Returns the text of an entry to complete. */
export function draftText(draft: Draft, module: string, category: string): string {
  const { name, title, type, statuses, text, details, routes, aliases, example } = draft;
  const interfaceName = pascalCase(name);
  const [summary, explanation] = proseOf(text);
  const isServers = (statuses[0] ?? 400) >= 500;
  const retry = [429, 503].includes(statuses[0] ?? 0) ? 'after-delay' : isServers ? 'after-fix' : 'after-change';
  const status = statuses.length > 1 ? `[${statuses.join(', ')}]` : (statuses[0] ?? 0);
  const lines = [
    ...(type === undefined ? [] : [`type: ${quoted(type)},`]),
    `title: ${quoted(title)},`,
    `status: ${status},`,
    `category: ${quoted(category)},`,
    `summary: ${quoted(summary)},`,
    "now: '…',",
    `explanation: ${explanation},`,
    `fixedBy: '${isServers ? 'operator' : 'client-developer'}',`,
    `retry: { when: '${retry}', because: '…' },`,
    'causes: {',
    "  'first-cause': { cause: '…', fix: [{ step: '…' }] },",
    '},',
    ...(details.length > 0
      ? ['answers: [', ...details.map((detail) => `  { detail: ${quoted(detail)}, causes: ['first-cause'] },`), '],']
      : []),
    'example: {',
    ...Object.entries(example).map(([member, value]) => `  ${keyText(member)}: ${valueText(value)},`),
    '},',
    ...(routes.length > 0 ? ['endpoints: [', ...routes.map((route) => `  ${quoted(route)},`), '],'] : []),
    'related: {},',
    ...(aliases.length > 0 ? [`aliases: [${aliases.map(quoted).join(', ')}],`] : []),
  ];
  return `import type { Problem } from '${module}';

${interfaceText(interfaceName, draft)}

export default {
${lines.map((line) => `  ${line}`).join('\n')}
} satisfies Problem<${interfaceName}>;
`;
}

function interfaceText(name: string, { members }: Draft): string {
  if (members.length === 0)
    return `// biome-ignore lint/suspicious/noEmptyInterface: no extension members\nexport interface ${name} {}`;
  const fields = members.flatMap(({ name: member, required, schema }) => [
    ...docOf(schema),
    `  ${keyText(member)}${required ? '' : '?'}: ${typeText(schema)};`,
  ]);
  return `export interface ${name} {\n${fields.join('\n')}\n}`;
}

function docOf({ description, ...schema }: Readonly<Record<string, unknown>>): string[] {
  const tags = ['format', 'minimum', 'maximum'].flatMap((tag) => (tag in schema ? [`@${tag} ${schema[tag]}`] : []));
  const said = typeof description === 'string' ? description.split(/\r?\n/) : [];
  const lines = [
    ...said.map((line) =>
      line
        .trim()
        .replaceAll('*/', '* /')
        .replace(/(^|\s)@(?=\w)/g, '$1&#64;'),
    ),
    ...tags,
  ].filter(Boolean);
  if (lines.length === 0) return [];
  return lines.length === 1 ? [`  /** ${lines[0]} */`] : ['  /**', ...lines.map((line) => `   * ${line}`), '   */'];
}

/** The first sentence is the summary; where there is more, all of it is the explanation. */
function proseOf(text?: string): [summary: string, explanation: string] {
  if (text === undefined) return ['…', '`…`'];
  const first = /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text.split(/\r?\n\s*\r?\n/)[0] ?? text;
  const sentence = first.replace(/\s+/g, ' ').trim();
  const summary = /[.!?`)]$/.test(sentence) ? sentence : `${sentence}.`;
  const escaped = text.replace(/[\\`]|\$\{/g, '\\$&');
  return [summary, first.trim().length < text.length ? `\`${escaped}\`` : '`…`'];
}
