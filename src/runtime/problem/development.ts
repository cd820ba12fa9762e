const told = new Set<string>();

/** Tells a developer of a mistake, each once in a process. Silent where `NODE_ENV` is `production`, and in browsers. */
export function tellDeveloper(message: string): void {
  if (told.has(message) || isProduction()) return;
  told.add(message);
  console.warn(message);
}

function isProduction(): boolean {
  try {
    return process.env.NODE_ENV === 'production';
  } catch {
    // There is no `process`, or it may not be asked.
    return true;
  }
}

/** Tells of a 401 response without a challenge. RFC 9110 section 15.5.2. */
export function tellMissingChallenge(status: number, challenge: unknown): void {
  if (status !== 401 || (challenge !== undefined && challenge !== null)) return;
  tellDeveloper('A 401 response must have a WWW-Authenticate header. Add one to its headers. RFC 9110 section 15.5.2.');
}
