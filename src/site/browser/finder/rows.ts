import { inSentence, state } from 'virtual:problem-catalog/translation';
import { pageOf } from '#diagnose/addresses.ts';
import type { FinderIndex } from '#diagnose/search/index.ts';
import { retryIcons } from '../../icons.ts';
import { familyOf } from '../../status-family.ts';

/** Rows of the table, copies of the page's own template. */
export function rowMaker(index: FinderIndex, template: HTMLTemplateElement): (at: number) => HTMLElement {
  const model = template.content.querySelector('tr') as HTMLElement;
  return (at) => {
    const row = model.cloneNode(true) as HTMLElement;
    const part = <Part extends Element>(selector: string) => row.querySelector(selector) as Part;
    const type = index.types[at];
    if (!type) return row;
    const chip = part<HTMLElement>('.status');
    part('.which').replaceChildren(
      ...type.status.map((status) => {
        const own = chip.cloneNode(true) as HTMLElement;
        own.className = `status ${familyOf(status)}`;
        (own.querySelector('b') as HTMLElement).textContent = String(status);
        return own;
      }),
    );
    const link = part<HTMLAnchorElement>('a');
    link.href = pageOf(type, index.path);
    link.textContent = type.title;
    part('code').textContent = type.name;
    const note = part<HTMLElement>('em');
    note.hidden = type.state !== 'unsent' && type.state !== 'retired';
    note.textContent = note.hidden ? '' : inSentence(state[type.state]);
    part('.what p').replaceChildren(...inline(type.summary));
    part('.retry').classList.add(type.retry);
    part('path').setAttribute('d', (retryIcons as Record<string, string>)[type.retry] ?? '');
    part('.retry span').textContent = index.retries[type.retry] ?? type.retry;
    part('.by').textContent = type.by
      .map((key) => index.fixers[key] ?? key)
      .map((text, place) => (place === 0 ? text : inSentence(text)))
      .join(', ');
    return row;
  };
}

/** Inline Markdown with its code spans; links and emphasis become plain text. */
function inline(text: string): Node[] {
  return text.split(/`([^`]+)`/).map((piece, at) => {
    if (at % 2 === 0)
      return document.createTextNode(
        piece.replace(/\[([^[\]]+)\]\([^()]*\)/g, '$1').replace(/\*{1,2}(\S[^*]*)\*{1,2}/g, '$1'),
      );
    const code = document.createElement('code');
    code.textContent = piece;
    return code;
  });
}
