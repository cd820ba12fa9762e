import { copy } from 'virtual:problem-catalog/translation';
import { type Inline, inlineParts } from './inline.ts';

/** Elements from data. Text is always text: nothing is ever parsed as HTML. */

export type Child = Node | string | undefined | false | readonly Child[];

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  append(element, children);
  return element;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : (child as Node));
  }
}

/** An icon of 16 by 16, drawn as a line. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(name, value);
  }
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Inline Markdown; code that is the name of a problem type becomes a link. */
export function prose(markdown: string, linkOf: (name: string) => string | undefined): Child[] {
  const made = (piece: Inline): Child => {
    if (piece.kind === 'text') return piece.text;
    if (piece.kind === 'code') {
      const href = linkOf(piece.text);
      const code = h('code', {}, piece.text);
      return href ? h('a', { href }, code) : code;
    }
    if (piece.kind === 'link') return h('a', { href: piece.href }, ...piece.inner.map(made));
    return h(piece.kind, {}, ...piece.inner.map(made));
  };
  return inlineParts(markdown).map(made);
}

export function copyButton(what: string, text?: string): HTMLButtonElement {
  return h(
    'button',
    { class: 'copy', type: 'button', 'data-copy': text },
    copy.copy,
    h('span', { class: 'sr-only' }, ` ${what}`),
  );
}
