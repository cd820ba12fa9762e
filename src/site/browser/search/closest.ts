import { inSentence, search as words } from 'virtual:problem-catalog/translation';
import type { FinderIndex } from '#diagnose/search/index.ts';
import { hitLink } from './hits.ts';
import { sourcesAt } from './source.ts';

/** Shows the pages that a wrong address may mean: one of a similar name first, a problem type with its verdict. */
export async function closest(place: HTMLElement, asked: string, address: string): Promise<void> {
  const { index, search } = await (await sourcesAt(address))(asked);
  const near = search.near(asked).map((at) => index.types[at]?.name);
  const { hits, isSure } = search.search(asked.replace(/[-_]/g, ' '));
  const isPage = hits[0]?.document.at === undefined;
  const byName =
    isSure || isPage ? [] : hits.filter(({ document: { kind, in: name } }) => kind === 'type' && near.includes(name));
  const isNear = isSure || byName.length > 0;
  const [first, ...others] = [...new Set([...byName, ...hits])].slice(0, 6);
  const code = document.createElement('code');
  code.textContent = asked;
  const said = document.createElement('p');
  const rest = isNear ? words.meant : `${words.noSimilar}${first ? words.withWords : '.'}`;
  said.append(words.asked, code, rest);
  // The server may have told similar names; they are among these.
  document.getElementById('near')?.remove();
  place.replaceChildren(said);
  if (!first) return;
  const list = document.createElement('ol');
  list.className = isNear ? 'hit-list sure' : 'hit-list';
  for (const hit of [first, ...others]) {
    const item = document.createElement('li');
    item.append(hitLink(index, hit));
    const verdict = isNear && hit === first ? verdictOf(index, hit.document.at) : undefined;
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
  text.textContent = words.verdict(
    inSentence(retries[type.retry] ?? ''),
    type.by.map((key) => inSentence(fixers[key] ?? '')).join(', '),
  );
  return text;
}
