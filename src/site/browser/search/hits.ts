import type { Kind } from '#diagnose/search/documents.ts';
import type { FinderIndex } from '#diagnose/search/index.ts';
import type { Hit } from '#diagnose/search/search.ts';
import type { Piece } from '#diagnose/search/snippet.ts';
import { familyOf } from '../../status-family.ts';

/** Hits as links: what each is, its title, and why it is there. */

const kinds: Readonly<Record<Kind, string>> = {
  type: 'Type',
  cause: 'Cause',
  route: 'Route',
  reply: 'Response',
  setting: 'Setting',
  member: 'Member',
  header: 'Header',
  status: 'Status',
  category: 'Category',
  guide: 'Guide',
  manual: 'Manual',
  page: 'Page',
};

export function hitLink({ types }: FinderIndex, { document: found, title, why }: Hit): HTMLAnchorElement {
  const link = document.createElement('a');
  const type = found.at === undefined ? undefined : types[found.at];
  link.href = found.path;
  const kind = part('k', [kinds[found.kind]]);
  const status = type?.status[0];
  if (status) {
    const code = document.createElement('b');
    code.className = familyOf(status);
    code.textContent = String(status);
    kind.append(' ', code);
  }
  const place = found.kind === 'type' ? type?.name : found.in;
  const note =
    type && (type.state === 'unsent' || type.state === 'retired')
      ? [type.state === 'unsent' ? 'not sent' : 'retired']
      : [];
  const about = [place, ...note].filter(Boolean).join(' · ');
  link.append(kind, part('n', pieces(title)), part('w', [about, about && why.length > 0 ? ' · ' : '', ...pieces(why)]));
  return link;
}

function part(name: string, content: readonly (string | Node)[]): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.append(...content);
  return element;
}

function pieces(list: readonly Piece[]): (string | Node)[] {
  return list.map(({ text, isMarked }) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
