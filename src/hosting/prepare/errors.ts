import type { Catalog } from '#catalog/catalog.ts';
import { typeUriText } from '#catalog/names.ts';
import { reasonPhrase } from '#catalog/words.ts';
import { indexUrl } from '#emit/markdown/parts.ts';

/** The site's own problem details: what it answers when a request cannot be served. */

const details: Readonly<Record<number, string>> = {
  400: 'The request is malformed. For example, a percent sign in its address does not start a valid escape, or Host is missing.',
  404: 'No page has this address.',
  405: 'The site supports GET, HEAD and OPTIONS.',
  406: 'No representation of this page matches the Accept field.',
  408: 'The request did not arrive in time.',
  412: 'The file is not the one that If-Match names.',
  413: 'The chunk extensions of the request are too long.',
  414: 'The address is longer than 2048 characters.',
  416: 'The file is shorter than the requested range.',
  417: 'The site meets no expectation other than 100-continue.',
  431: 'The header fields are longer than 16 kB.',
  500: 'The server failed. Its log names the cause.',
  503: 'The site is being replaced, and this file is not complete yet. Try again in a few seconds.',
};

/** Problem details objects by status. */
export const errorBodies: Readonly<Record<string, { type: string; title: string; status: number; detail: string }>> =
  Object.fromEntries(
    Object.entries(details).map(([status, detail]) => [
      status,
      { type: 'about:blank', title: reasonPhrase(Number(status)), status: Number(status), detail },
    ]),
  );

/** The unknown address, for programs. */
export function missingMarkdown(catalog: Catalog): string {
  const { facts, problems, site } = catalog;
  return `# No page has this address

The type URIs of ${facts.name} have the form \`${typeUriText(facts)}\`.

- [All ${problems.length} problem types](${site.index}.md)
- [The same as data](${site.index}.json)
- [Index of all pages](${indexUrl(catalog)})
`;
}
