import type { Message } from '../input/message.ts';

/** What the finder makes of a text. */
export interface Answer {
  /** As what the text was read, to stand after "found by": `its title`, `status 401 Unauthorized`. */
  readonly by: string;
  /** Positions of the types that the text names, the best first. */
  readonly types: readonly number[];
  /** More that may be meant, the best first. */
  readonly also?: readonly number[];
  /** The status that the text names. */
  readonly status?: number;
  /** Path of a page about just this, below the finder's. */
  readonly page?: string;
  /** The text is a response, or holds one. */
  readonly isResponse?: boolean;
  /** The response that was read, with what is known of its request. */
  readonly message?: Message;
  /** The text is the identity of the first type, and of no other. */
  readonly isIdentity?: boolean;
  /** Only a guess: the text is never taken for the answer. */
  readonly isGuess?: boolean;
  /** The text is words, so a search through all texts can add to the answer. */
  readonly isWords?: boolean;
}
