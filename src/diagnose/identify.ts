import { distance } from 'fastest-levenshtein';
import { blankType } from '#catalog/names.ts';
import { askedForms, formsOf, typeUriOf } from './addresses.ts';
import type { InspectorIndex, TypeName } from './facts.ts';

/** Which problem type of the catalog a response means, and how sure that is. */

export type Identity =
  /** `type` is its type URI. */
  | { readonly how: 'exact'; readonly name: string }
  /** Only likely: what it was recognized by, as a phrase. */
  | { readonly how: 'guess'; readonly name: string; readonly by: string }
  /** No problem type but the status says what happened. RFC 9457 section 4.2.1. */
  | { readonly how: 'blank' }
  | { readonly how: 'unknown'; readonly near: readonly string[] };

/** What is known of the names of all types. */
export type NamesIndex = Pick<InspectorIndex, 'baseUri' | 'types'>;

export interface Clues {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly status?: unknown;
}

export function identify(index: NamesIndex, { type, title, status }: Clues): Identity {
  const uri = typeof type === 'string' ? type.trim() : '';
  const name = nameOf(index, type);
  if (name) return { how: 'exact', name };
  const byUri = uri === '' || uri === blankType ? undefined : variant(index, uri);
  if (byUri) return { how: 'guess', name: byUri, by: 'a type URI that is almost the same' };
  if (uri === '' || uri === 'about:blank') {
    const byTitle = titled(index, title, status);
    if (byTitle) return { how: 'guess', name: byTitle, by: 'its title and status' };
    const blank = index.types.find((each) => each.type === blankType && each.statuses.includes(status as number));
    if (blank) return { how: 'guess', name: blank.name, by: 'its status' };
    return { how: 'blank' };
  }
  const asked = folded(uri);
  const byAlias = index.types.find(({ aliases, name: own }) =>
    [own, ...aliases].some((alias) => folded(alias) === asked),
  );
  if (byAlias) return { how: 'guess', name: byAlias.name, by: `the name ${uri}` };
  return { how: 'unknown', near: nearest(index, uri, title) };
}

/** The name behind a type URI of the catalog. */
export function nameOf({ baseUri, types }: NamesIndex, type: unknown): string | undefined {
  return type === blankType ? undefined : types.find((each) => typeUriOf(each, baseUri) === type)?.name;
}

/** A name, constant, title or type URI that stands alone. */
export function identifyName(index: NamesIndex, text: string): string | undefined {
  const asked = text.trim();
  if (asked.length > 300 || /[\n{}]/.test(asked)) return undefined;
  const isUri = /[/:]/.test(asked);
  const byUri = isUri ? (nameOf(index, asked) ?? variant(index, asked)) : undefined;
  if (byUri || asked.includes('/')) return byUri;
  const names = ({ name, title, aliases, titles }: TypeName) => [name, title, ...aliases, ...titles];
  const key = folded(asked);
  return index.types.find((type) => names(type).some((name) => folded(name) === key))?.name;
}

/** Differs in scheme, case, slash, suffix, query or fragment, or is relative. */
function variant({ baseUri, types }: NamesIndex, uri: string): string | undefined {
  const plain = (text: string) => text.replaceAll('_', '-');
  const known = types.map((type) => ({ name: type.name, forms: formsOf(type, baseUri).map(plain) }));
  for (const asked of askedForms(uri).map(plain)) {
    const found = known.find(({ forms }) => forms.includes(asked));
    if (found) return found.name;
  }
  return undefined;
}

function titled({ types }: NamesIndex, title: unknown, status: unknown): string | undefined {
  if (typeof title !== 'string') return undefined;
  const asked = folded(title);
  const found = types.filter((type) => [type.title, ...type.titles].some((each) => folded(each) === asked));
  const fitting = found.filter(({ statuses }) => typeof status !== 'number' || statuses.includes(status));
  return fitting.length === 1 ? fitting[0]?.name : undefined;
}

/** At most three names, the nearest first: by the last segment of the URI, and by title. */
function nearest({ types }: NamesIndex, uri: string, title: unknown): string[] {
  const segment = folded(
    uri
      .replace(/[?#].*/s, '')
      .replace(/\/$/, '')
      .split(/[/:]/)
      .at(-1) ?? '',
  ).slice(0, 80);
  const heading = typeof title === 'string' ? folded(title).slice(0, 80) : '';
  const scored = types.map((type) => {
    const own = [type.name, ...type.aliases].map(folded);
    const bySegment =
      segment === ''
        ? 1
        : Math.min(...own.map((name) => distance(name, segment) / Math.max(name.length, segment.length)));
    const byTitle =
      heading === ''
        ? 1
        : Math.min(
            ...[type.title, ...type.titles].map(
              (each) => distance(folded(each), heading) / Math.max(each.length, heading.length),
            ),
          );
    return { name: type.name, far: Math.min(bySegment, byTitle) };
  });
  return scored
    .filter(({ far }) => far <= 0.45)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
