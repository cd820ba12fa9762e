import { inSentence, state, search as words } from 'virtual:problem-catalog/translation';
import type { FinderIndex } from '#diagnose/search/index.ts';
import type { Hit } from '#diagnose/search/search.ts';
import type { Piece } from '#diagnose/search/snippet.ts';
import { familyOf } from '../../status-family.ts';

/** Hits as links: what each is, its title, and why it is there. */

export function hitLink({ types }: FinderIndex, { document: found, title, why, isAsked }: Hit): HTMLAnchorElement {
  const link = document.createElement('a');
  const type = found.at === undefined ? undefined : types[found.at];
  link.href = found.path;
  const kind = part('k', [words.kinds[found.kind]]);
  const status = type?.status[0];
  if (status) {
    const code = document.createElement('b');
    code.className = familyOf(status);
    code.textContent = String(status);
    kind.append(' ', code);
  }
  const place = found.kind === 'type' ? type?.name : found.in;
  const note = type && (type.state === 'unsent' || type.state === 'retired') ? [inSentence(state[type.state])] : [];
  const about = [place, ...note].filter(Boolean).join(' · ');
  link.append(
    kind,
    part('n', pieces(title)),
    part('w', [about, about && why.length > 0 ? ' · ' : '', ...(isAsked ? asked(why) : pieces(why))]),
  );
  return link;
}

function part(name: string, content: readonly (string | Node)[]): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.append(...content);
  return element;
}

/** With the words around it that say what it is. */
function asked(why: readonly Piece[]): (string | Node)[] {
  const [before = '', after = ''] = words.askedAs('\0').split('\0');
  return [before, ...pieces(why), after];
}

function pieces(list: readonly Piece[]): (string | Node)[] {
  return list.map(({ text, isMarked }) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
