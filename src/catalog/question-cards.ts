import type { Cause } from '#runtime/causes/cause.ts';
import type { ProblemType } from './catalog.ts';

/** What the answer to a question names: a type, or one cause of it. */
export interface QuestionCard {
  readonly problem: ProblemType;
  readonly cause: Cause | undefined;
  /** `internal-error#agent-id-length` */
  readonly reference: string;
  /** Texts of `detail` that lead there, at most two. `…` stands for what varies. */
  readonly texts: readonly string[];
}

/** Reads a reference. With a status, texts of other statuses are left out. */
export function questionCard(
  problems: readonly ProblemType[],
  reference: string,
  status: number | undefined,
): QuestionCard {
  const [name, causeName] = reference.split('#');
  const problem = problems.find((each) => each.name === name);
  if (!problem) throw new Error(`No entry is called ${name}.`);
  const cause = problem.causes.find((each) => each.name === causeName);
  const texts = problem.answers
    .filter((answer) => status === undefined || (answer.status ?? problem.status) === status)
    .filter(({ causes = [] }) => cause === undefined || causes.includes(cause.name))
    .flatMap(({ detail }) => detail?.replace(/\*|\{[a-z][a-z0-9_]*\}/g, '…') ?? []);
  return { problem, cause, reference, texts: [...new Set(texts)].slice(0, 2) };
}
