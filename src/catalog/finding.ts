import { distance } from 'fastest-levenshtein';

/** One thing that is wrong with a catalog. Text is made at the edge, by `findingText`. */
export interface Finding {
  /** The file, as the author knows it: `problems/session-invalid.ts`. */
  readonly file: string;
  /** What is wrong: "title must be a phrase (was "Session is not valid.")". */
  readonly fact: string;
  /** What to do about it, as a sentence. */
  readonly fix: string;
  /** `warning`: the catalog can be used as it is. `unfinished`: its pages can be shown while it is edited. */
  readonly level?: 'warning' | 'unfinished';
}

export function findingText({ file, fact, fix, level }: Finding): string {
  return `${file}: ${level === 'warning' ? 'warning: ' : ''}${fact}. ${fix}`;
}

/** All findings about a catalog that cannot be used. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingText).join('\n'));
    this.findings = findings;
  }
}

/** A value as it appears in a message, on one line and short. */
export function shown(value: unknown): string {
  let text: string;
  try {
    text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  } catch {
    text = String(value);
  }
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The name of `names` that differs least from `name`, for "did you mean". */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}
