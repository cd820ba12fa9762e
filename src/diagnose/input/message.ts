/** What an input holds: a response with its request, or a body alone. */

export type Headers = readonly (readonly [name: string, value: string])[];

/** A response, or a bare body: then it has neither status nor headers. */
export interface Message {
  /** How output calls it: `response.http`, `capture.har, entry 3: GET https://…`. */
  readonly label: string;
  /** Line of the input where it begins, from 1. */
  readonly line: number;
  /** 0 where a request got no response. */
  readonly status?: number;
  readonly headers?: Headers;
  /** Text, or a parsed JSON value. */
  readonly body: unknown;
  /** Why the input does not have the body, as sentences; absent where it has it. */
  readonly bodyMissing?: string | undefined;
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  readonly requestHeaders?: Headers | undefined;
  /** Header fields of the request that the recording leaves out. */
  readonly withheld?: readonly string[] | undefined;
  /** Where the body stands in the JSON of the input, as member names and indexes; absent when it stands there as text. */
  readonly path?: readonly (string | number)[] | undefined;
  /** The JSON text that `path` leads through, where it is not the whole input. */
  readonly document?: string | undefined;
}

/** Whether a response is worth a look: an error, a problem, or a bare body. */
export function isProblemMessage({ status, headers }: Message): boolean {
  if (status === undefined) return true;
  if (status === 0) return false;
  const type = headers?.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return status >= 400 || /^\s*application\/problem\+(json|xml)\b/i.test(type);
}

export function lookup({ headers = [] }: Message): (name: string) => string | undefined {
  return (name) => headers.find(([field]) => field.toLowerCase() === name)?.[1];
}
