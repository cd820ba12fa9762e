/** JSON Pointers. RFC 6901 section 3. */

/** The pointer's step to a member or an item: `/a~1b` for `a/b`. */
export function stepTo(name: PropertyKey): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The names in a pointer: `a/b` and `0` of `/a~1b/0`. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
