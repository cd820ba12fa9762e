import { nearestWord } from './resolve.ts';

/** The `Prefer` header of a request, RFC 7240 section 2: what the mock server is asked for. */
export interface Preferences {
  readonly problem?: string | undefined;
  /** Name of a cause of the problem type. */
  readonly cause?: string | undefined;
  /** Status code. */
  readonly code?: number | undefined;
  /** Why the header cannot be followed, as a sentence. */
  readonly fault?: string | undefined;
  /** Preferences for other servers, as they were sent. */
  readonly ignored: readonly string[];
}

/** What the mock server knows; `status` is another name for `code`. */
const known = ['problem', 'cause', 'code', 'status'];

/** Reads the header. `Prefer: problem=token-invalid; code=403` and two preferences with a comma mean the same. */
export function readPreferences(header: string | undefined): Preferences {
  const preferences = parsePrefer(header);
  const others = [...preferences].filter(([name]) => !known.includes(name));
  const ignored = others.map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const problem = preferences.get('problem');
  const cause = preferences.get('cause');
  const asked = preferences.get('code') ?? preferences.get('status');
  for (const [name] of others) {
    const near = nearestWord(name, known);
    const meant = near && Math.abs(near.length - name.length) < 2 && name.length > 3 ? near : undefined;
    if (meant) return { ignored, fault: `The preference "${name}" is not known. Did you mean "${meant}"?` };
  }
  if (asked !== undefined && !/^[1-5]\d\d$/.test(asked)) {
    return { ignored, fault: `code must be a status code such as 401 (was "${asked}").` };
  }
  if (cause !== undefined && problem === undefined) {
    return { ignored, fault: `cause needs a problem type: "Prefer: problem=…; cause=${cause}".` };
  }
  return { problem, cause, code: asked === undefined ? undefined : Number(asked), ignored };
}

/** The first of a name counts, and names are in lower case. */
function parsePrefer(header: string | undefined): Map<string, string> {
  const preferences = new Map<string, string>();
  const token = /([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*)))?/g;
  for (const [, name = '', quoted, plain] of (header ?? '').matchAll(token)) {
    const key = name.toLowerCase();
    if (!preferences.has(key)) preferences.set(key, quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  return preferences;
}
