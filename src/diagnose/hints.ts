import type { Hints, Result } from './result.ts';
import type { FinderIndex } from './search/index.ts';

/** A result with what the finder knows, where it can add to it. */
export async function hinted(text: string, result: Result, index: () => Promise<FinderIndex>): Promise<Result> {
  const hints = isOpen(result, text) ? await hintsOf(await index(), text) : undefined;
  if (!hints) return result;
  if (hints.name !== undefined && (result.kind !== 'response' || result.status === undefined))
    return { kind: 'name', name: hints.name };
  return result.kind === 'response' ? { ...result, hints, status: result.status ?? hints.status } : result;
}

function isOpen(result: Result, text: string): boolean {
  if (result.kind === 'fault') return /^\s*[{[]/.test(text);
  return result.kind === 'response' && !result.isProblem && !result.isHtml && result.replies.length === 0;
}

async function hintsOf(index: FinderIndex, text: string): Promise<Hints | undefined> {
  const { searcher } = await import('./search/search.ts');
  const { by, types, isWords, status } = searcher(index).resolve(text);
  const names = types.flatMap((at) => index.types[at]?.name ?? []);
  if (names.length === 0 || (isWords && text.trim().includes('\n'))) return undefined;
  const isNamed = names.length === 1 && ['its type URI', 'its detail text', 'the type of the response'].includes(by);
  return { by, names, name: isNamed ? names[0] : undefined, status };
}
