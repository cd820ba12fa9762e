import type { Token, Tokens } from 'marked';
import { tokensOf } from './markdown.ts';
import { hardBreak, type Screen, wrapped } from './screen.ts';

/** Markdown -> text for a terminal. Code stays as it is, to be copied; all else is wrapped. */
export function render(markdown: string, screen: Screen): string {
  return sections(tokensOf(markdown), screen).replaceAll(glue, ' ');
}

/** Holds the words of a short piece of code together while lines are broken. */
const glue = '\u00a0';

/** Prose of a section stands as far right as lists do; below a title it starts at the margin, without a blank line. */
function sections(tokens: readonly Token[], screen: Screen): string {
  let indent = 0;
  let text = '';
  let gap = '';
  for (const token of tokens) {
    if (token.type === 'heading') indent = token.depth > 1 ? 2 : 0;
    const shown = block(token, screen, token.type === 'paragraph' && linksOf(token.tokens).length < 2 ? indent : 0);
    if (shown === '') continue;
    text += gap + shown;
    gap = token.type === 'heading' && token.depth === 1 ? '\n' : '\n\n';
  }
  return text;
}

function blocks(tokens: readonly Token[], screen: Screen, indent: number): string[] {
  return tokens.map((token) => block(token, screen, indent)).filter((text) => text !== '');
}

function block(token: Token, screen: Screen, indent: number): string {
  const { style, width } = screen;
  const margin = ' '.repeat(indent);
  switch (token.type) {
    case 'heading': {
      const text = inline(token.tokens, screen);
      return token.depth === 1 ? style.bold(text) : margin + style.bold(style.cyan(text));
    }
    case 'code':
      return token.text.replace(/^(?=.)/gm, `${margin}    `);
    case 'list':
      return list(token as Tokens.List, screen, indent);
    case 'blockquote':
      return blocks(token.tokens ?? [], screen, indent).join('\n\n');
    case 'paragraph':
    case 'text': {
      const links = linksOf(token.tokens);
      if (links.length > 1) return definitions(links, screen, indent);
      return wrapped(inline(token.tokens ?? [token], screen), width, indent);
    }
    default:
      return '';
  }
}

function list(token: Tokens.List, screen: Screen, indent: number): string {
  const labelled = token.items.map(labelOf);
  if (labelled.every((item) => item !== undefined)) {
    const pairs = labelled.map(([label, rest]) => [label, inline(rest, screen).trim()] as const);
    return definitions(pairs, screen, indent);
  }
  const start = Number(token.start || 1);
  const marks = token.items.map((_, index) => (token.ordered ? `${start + index}.` : '-'));
  const inner = indent + 2 + Math.max(...marks.map((mark) => mark.length)) + 1;
  const items = token.items.map((item, index) => {
    const [first = '', ...rest] = blocks(item.tokens, screen, inner);
    const lead = `${' '.repeat(indent + 2)}${marks[index]}`.padEnd(inner);
    return [lead + first.slice(inner), ...rest].join('\n\n');
  });
  const loose = token.items.some((item) => item.tokens.some(({ type }) => type === 'code'));
  return items.join(loose ? '\n\n' : '\n');
}

/** The label of `- **Label:** text`, without its colon. */
function labelOf(item: Tokens.ListItem): [string, Token[]] | undefined {
  const [text] = item.tokens;
  const [label, ...rest] = (text as Tokens.Text | undefined)?.tokens ?? [];
  return item.tokens.length === 1 && label?.type === 'strong' ? [label.text.replace(/:$/, ''), rest] : undefined;
}

/**
 * Two columns: labels, and texts that are wrapped beside them. Below each other on a narrow screen, and where a text has
 * several parts.
 */
export function definitions(
  pairs: readonly (readonly [label: string, text: string])[],
  { width, style }: Screen,
  indent: number,
): string {
  const left = indent + 2;
  const column = left + Math.max(...pairs.map(([label]) => label.length)) + 2;
  const isStacked = pairs.some(([, text]) => text.includes(hardBreak));
  const narrow = isStacked || width - column < 24;
  return pairs
    .map(([label, text]) => {
      const body = wrapped(text, width, narrow ? left + 2 : column);
      const head = ' '.repeat(left) + style.bold(label);
      return narrow ? `${head}\n${body}` : head + ' '.repeat(column - left - label.length) + body.slice(column);
    })
    .join(isStacked ? '\n\n' : '\n');
}

/** A paragraph that is nothing but links, as label and address. */
function linksOf(tokens: readonly Token[] | undefined): [string, string][] {
  const parts = (tokens ?? []).filter(({ type, raw }) => type !== 'text' || /[^\s·]/.test(raw));
  return parts.every(({ type }) => type === 'link')
    ? parts.map((token) => [(token as Tokens.Link).text, (token as Tokens.Link).href])
    : [];
}

function inline(tokens: readonly Token[] | undefined, screen: Screen): string {
  const { style } = screen;
  return (tokens ?? [])
    .map((token) => {
      switch (token.type) {
        case 'strong':
          return style.bold(inline(token.tokens, screen));
        case 'em':
          return style.italic(inline(token.tokens, screen));
        case 'codespan':
          return code(token.text, screen);
        case 'link':
          return link(token as Tokens.Link, screen);
        case 'br':
          return hardBreak;
        case 'text':
        case 'escape':
          return token.text;
        default:
          return token.raw;
      }
    })
    .join('');
}

function code(text: string, { style, width }: Screen): string {
  const kept = text.length <= Math.min(40, width - 24) ? text.replaceAll(' ', glue) : text;
  return style.isColorSupported ? style.cyan(kept) : `\`${kept}\``;
}

/** The twin of another problem type is known by its name: `explain` takes it. */
function link({ href, text, tokens }: Tokens.Link, screen: Screen): string {
  const label = inline(tokens, screen);
  if (href === text) return href;
  return href.endsWith(`/${text}.md`) ? screen.style.cyan(label) : `${label} (${href})`;
}
