import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { escapeText } from '#catalog/text.ts';
import { kept } from '#emit/kept.ts';

/** Code -> HTML with one short class for each kind of token; styles/code.css gives the classes their colors. */

/** Class to the TextMate scopes it stands for. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  c: ['comment'],
  s: ['string', 'string.quoted', 'punctuation.definition.string'],
  n: ['constant.numeric', 'constant.language', 'constant.other.option', 'keyword.operator.new'],
  k: ['keyword', 'storage', 'variable.language', 'keyword.other.http'],
  f: ['entity.name.function', 'support.function', 'entity.name.type', 'support.class', 'entity.name.command'],
  p: [
    'support.type.property-name',
    'meta.object-literal.key',
    'entity.other.attribute-name',
    'variable.parameter.function-call',
  ],
};
const plain = [
  'keyword.operator',
  'string.unquoted',
  'punctuation.separator',
  'storage.type.function.arrow',
  'meta.template.expression',
];
const classes = Object.keys(kinds);
/** A color that no theme would choose, so that a token tells its kind. */
const sentinel = (index: number) => `#0000${(index + 1).toString(16).padStart(2, '0')}`;

const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  settings: [
    { settings: { foreground: '#ffffff', background: '#000000' } },
    ...classes.map((kind, index) => ({ scope: [...(kinds[kind] ?? [])], settings: { foreground: sentinel(index) } })),
    { scope: plain, settings: { foreground: '#ffffff' } },
  ],
};

let highlighter: Promise<HighlighterCore> | undefined;
const languages = ['bash', 'http', 'ini', 'json', 'nginx', 'python', 'typescript', 'yaml'];

function start(): Promise<HighlighterCore> {
  return createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [theme],
    langs: [
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/http.mjs'),
      import('shiki/langs/ini.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/nginx.mjs'),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/yaml.mjs'),
    ],
  });
}

/**
 * Code as HTML, for the inside of `<code>`.
 * @param lang a language of the entries; any other gives plain text
 * @param placeholders texts that stand in angle brackets; they are marked
 */
export async function highlight(code: string, lang: string, placeholders: readonly string[] = []): Promise<string> {
  if (lang === 'sh' || lang === 'shell') lang = 'bash';
  if (lang === 'ts' || lang === 'js') lang = 'typescript';
  if (!languages.includes(lang)) return marker(placeholders)(code);
  const input = JSON.stringify([code, lang, placeholders]);
  return String(await kept('code', input, () => colored(code, lang, marker(placeholders))));
}

async function colored(code: string, lang: string, write: (text: string) => string): Promise<string> {
  highlighter ??= start();
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang,
    theme: 'kinds',
    // A limit in time would color less on a machine that is busy.
    tokenizeTimeLimit: 0,
  });
  return tokens
    .map((line) => {
      const runs: { kind: string | undefined; text: string }[] = [];
      for (const { content, color } of line) {
        const kind =
          content.trim() === '' ? runs.at(-1)?.kind : classes[Number.parseInt(color?.slice(1) ?? '', 16) - 1];
        const last = runs.at(-1);
        if (last && last.kind === kind) last.text += content;
        else runs.push({ kind, text: content });
      }
      return runs
        .map(({ kind, text }) => (kind ? `<span class="${kind}">${write(text)}</span>` : write(text)))
        .join('');
    })
    .join('\n');
}

function marker(placeholders: readonly string[]): (text: string) => string {
  if (placeholders.length === 0) return escapeText;
  const known = new Set(placeholders);
  return (text) => {
    let html = '';
    let from = 0;
    for (const { 0: found, 1: name = '', index } of text.matchAll(/<([^<>]+)>/g)) {
      if (!known.has(name)) continue;
      html += `${escapeText(text.slice(from, index))}<mark>${escapeText(found)}</mark>`;
      from = index + found.length;
    }
    return html + escapeText(text.slice(from));
  };
}
