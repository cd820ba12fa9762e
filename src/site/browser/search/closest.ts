import type { FinderIndex } from '#diagnose/search/index.ts';
import { hitLink } from './hits.ts';
import { sourcesAt } from './source.ts';

/** Shows the page that a wrong address most likely means, a problem type with its verdict, and others. */
export async function closest(place: HTMLElement, asked: string, address: string): Promise<void> {
  const { index, search } = await (await sourcesAt(address))(asked);
  const near = search.near(asked).map((at) => index.types[at]?.name);
  const { hits, isSure } = search.search(asked.replace(/[-_]/g, ' '));
  const isPage = hits[0]?.document.at === undefined;
  const byName =
    isSure || isPage ? [] : hits.filter(({ document: { kind, in: name } }) => kind === 'type' && near.includes(name));
  const [first, ...others] = [...new Set([...byName, ...hits])].slice(0, 6);
  const code = document.createElement('code');
  code.textContent = asked;
  const said = document.createElement('p');
  said.append('You asked for ', code, first ? '. Did you mean:' : '. Nothing has a similar name.');
  // The server may have told similar names; they are among these.
  document.getElementById('near')?.remove();
  place.replaceChildren(said);
  if (!first) return;
  const list = document.createElement('ol');
  list.className = 'hit-list sure';
  for (const hit of [first, ...others]) {
    const item = document.createElement('li');
    item.append(hitLink(index, hit));
    const verdict = hit === first ? verdictOf(index, hit.document.at) : undefined;
    if (verdict) item.append(verdict);
    list.append(item);
  }
  place.append(list);
}

function verdictOf({ types, retries, fixers }: FinderIndex, at: number | undefined): HTMLElement | undefined {
  const type = at === undefined ? undefined : types[at];
  if (!type) return undefined;
  const text = document.createElement('p');
  text.className = 'note';
  text.textContent = `Retry: ${retries[type.retry]?.toLowerCase()}. Who can fix it: ${type.by.map((key) => fixers[key]?.toLowerCase()).join(', ')}.`;
  return text;
}
