import { inspector as texts } from 'virtual:problem-catalog/translation';
import type { Span } from '#diagnose/input/json-tree.ts';
import { type Line, linesOf, type Mark } from '#diagnose/input/lines.ts';
import { masked, secretsIn } from '#diagnose/input/secrets.ts';
import type { Placed } from '#diagnose/result.ts';
import { said } from '../said.ts';
import { type Child, h } from './dom.ts';

/** The pasted text with its line numbers; what is at fault is marked, and said below the line. */
export function sourceListing(
  text: string,
  marks: readonly Mark[],
  findings: readonly Placed[],
  focus: Span,
  anchors: ((finding: Placed) => Child) | undefined,
): HTMLElement {
  const lines = linesOf(text, marks, secretsIn(text), focus);
  const placed = new Set(
    lines.flatMap((line) => (line.skipped === undefined ? line.marks.map(({ number }) => number) : [])),
  );
  const homeless = findings.filter(({ number }) => !placed.has(number));
  const digits = String(lines.at(-1)?.number ?? 1).length;
  const shown = h('div', { class: 'listing', 'data-digits': String(Math.min(digits, 5)) });
  shown.append(...homeless.map((finding) => note(finding, anchors)));
  for (const line of lines) {
    shown.append(lineOf(line));
    if (line.skipped !== undefined) continue;
    const numbers = new Set(line.marks.map(({ number }) => number));
    shown.append(...findings.filter(({ number }) => numbers.has(number)).map((finding) => note(finding, anchors)));
  }
  return shown;
}

function lineOf(line: Line): HTMLElement {
  if (line.skipped !== undefined) {
    return h('p', { class: 'skipped' }, texts.omitted(line.skipped));
  }
  const code = h('code');
  for (const { text, mark, isMasked } of line.pieces) {
    const piece = isMasked ? h('span', { class: 'masked' }, text) : text;
    if (mark) code.append(h('mark', { class: mark.level }, piece));
    else code.append(piece);
  }
  if (line.pieces.length === 0 && line.marks.length > 0)
    code.append(h('mark', { class: line.marks[0]?.level ?? '' }, ' '));
  return h('div', { class: 'line' }, h('span', { class: 'no', 'aria-hidden': 'true' }, String(line.number)), code);
}

/** What is wrong, by which rule, and where to read on. */
function note(finding: Placed, anchors: ((finding: Placed) => Child) | undefined): HTMLElement {
  const { level, message, section, pointer, header, position, number } = finding;
  const words = masked(said(message)).replace(/\.$/, '');
  const place = message.startsWith('must ') ? (header ?? (pointer || undefined)) : undefined;
  const head = place === undefined ? capital(words) : ` ${words}`;
  return h(
    'div',
    { class: `finding ${level}`, id: `finding-${number}`, tabindex: '-1' },
    h(
      'p',
      {},
      h('b', { class: 'level' }, level === 'error' ? texts.level.error : texts.level.warning),
      ' ',
      place !== undefined && h('code', {}, place),
      head,
      '.',
    ),
    h(
      'p',
      { class: 'source' },
      position && `${texts.place(position.line, position.column)} · `,
      rfcLink(section),
      anchors && [' · ', anchors(finding)],
    ),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `RFC 9457 section 3.1.2` leads to the section. */
function rfcLink(section: string): Child {
  const [, number, part] = /^RFC (\d+) sections? ([\d.]+)/.exec(section) ?? [];
  return number ? h('a', { href: `https://www.rfc-editor.org/rfc/rfc${number}#section-${part}` }, section) : section;
}
