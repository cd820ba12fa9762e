import { distance } from 'fastest-levenshtein';

/** Pages whose address is close to one that does not exist. */

/** The longest name that is compared with others, in characters. */
const longestName = 80;
const most = 3;
/** How many pages are looked up, and how many of them are compared letter by letter, however many pages there are. */
const mostLookedUp = 900;
const mostCompared = 32;

/** Pages by neighboring letters of their names. */
export class NearPages {
  private readonly pages: readonly string[];
  /** How many letters each page has in common with the name that is looked for; all zero in between. */
  private readonly shared: Uint8Array;
  private byLetters: ReadonlyMap<string, readonly number[]> | undefined;

  /** @param pages their paths */
  constructor(pages: Iterable<string>) {
    this.pages = [...pages];
    this.shared = new Uint8Array(this.pages.length);
  }

  /**
   * Returns the paths of at most three pages that may be meant, the nearest first: by their letters, then by a word they share.
   * @param path decoded
   */
  find(path: string): string[] {
    const [folder, written] = split(path.toLowerCase().replace(/(\.schema\.json|\.json|\.md|\.html|\/)$/, ''));
    const name = written.replace(/[^a-z0-9]+/g, '-');
    if (name.length < 2 || name.length > longestName) return [];
    return this.candidates(name)
      .flatMap((page) => {
        const [where, other] = split(page);
        const score = scoreOf(name, other, where === folder);
        return score === undefined ? [] : [{ page, score }];
      })
      .sort((a, b) => a.score - b.score || (a.page < b.page ? -1 : 1))
      .slice(0, most)
      .map(({ page }) => page);
  }

  /** Returns the pages by their letters, which takes a while the first time. */
  index(): ReadonlyMap<string, readonly number[]> {
    this.byLetters ??= indexOf(this.pages);
    return this.byLetters;
  }

  /** The pages that have most letters in common with a name; the letters that few have are looked up first. */
  private candidates(name: string): string[] {
    const index = this.index();
    const lists = [...lettersOf(name)].map((letters) => index.get(letters) ?? []);
    const { shared } = this;
    const found: number[] = [];
    let room = mostLookedUp;
    for (const list of lists.sort((a, b) => a.length - b.length)) {
      // A list that is looked up in part would count for some of its pages only.
      if (list.length > room && found.length > 0) break;
      for (const page of list.slice(0, room)) {
        const before = shared[page] ?? 0;
        if (before === 0) found.push(page);
        shared[page] = before + 1;
      }
      room -= list.length;
    }
    // Sorting hundreds of pages would take longer than all the rest.
    const byNumber: string[][] = [];
    for (const page of found) {
      const number = shared[page] ?? 0;
      byNumber[number] ??= [];
      byNumber[number].push(this.pages[page] ?? '');
      shared[page] = 0;
    }
    return byNumber.reverse().flat().slice(0, mostCompared);
  }
}

function indexOf(pages: readonly string[]): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [number, page] of pages.entries()) {
    for (const letters of lettersOf(split(page)[1])) {
      const list = index.get(letters);
      if (list) list.push(number);
      else index.set(letters, [number]);
    }
  }
  return index;
}

/** `abc` -> `^ab`, `abc`, `bc$`, `^abc$`; each once. Three letters find what has a fault, and five tell similar names apart. */
function lettersOf(name: string): Set<string> {
  const text = `^${name}$`;
  const runs = (length: number) =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
  return new Set([...runs(3), ...runs(5)]);
}

/** Lower is nearer; undefined: too far. */
function scoreOf(name: string, other: string, sameFolder: boolean): number | undefined {
  const edits = distance(name, other);
  if (edits <= Math.max(1, Math.floor(other.length / 4))) return sameFolder ? edits : edits + 50;
  if (!sameFolder) return undefined;
  const words = new Set(name.split('-').filter((word) => word.length > 2));
  const shared = other.split('-').filter((word) => words.has(word)).length;
  return shared === 0 ? undefined : 200 - 10 * shared + edits / 100;
}

function split(path: string): [folder: string, name: string] {
  const cut = path.lastIndexOf('/');
  return [path.slice(0, cut), path.slice(cut + 1)];
}
