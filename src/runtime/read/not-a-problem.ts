/** Why a response or a value is not a problem details object. */
export type NotAProblemReason =
  | 'media-type'
  | 'empty'
  | 'body-used'
  | 'too-large'
  | 'too-deep'
  | 'syntax'
  | 'not-an-object'
  | 'unreadable';

/** The answer for anything that is not a problem details object. */
export interface NotAProblem {
  readonly kind: 'not-a-problem';
  /** Stable code of the reason. */
  readonly reason: NotAProblemReason;
  /** The reason as a sentence. */
  readonly message: string;
  /** What the promise was rejected with, where it was. */
  readonly cause?: unknown;
  readonly problem?: undefined;
}

export function notAProblem(reason: NotAProblemReason, message: string): NotAProblem {
  return { kind: 'not-a-problem', reason, message };
}

export const unreadable = notAProblem('unreadable', 'Reading it failed with an error.');
