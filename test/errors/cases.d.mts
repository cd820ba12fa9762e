/** One way in which something fails. */
export interface Case {
  /** Name of the package. */
  readonly library: string;
  /** What happens, in Markdown. */
  readonly when: string;
  /** Status of the answer. */
  readonly status: number;
  /** Lets it happen: throws, or rejects. */
  cause(context: object): Promise<unknown>;
  /** The request that it needs; a GET without it. */
  readonly send?: { readonly headers: Record<string, string>; readonly body: string };
}

export const cases: readonly Case[];
