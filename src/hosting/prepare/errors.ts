import type { Catalog } from '#catalog/catalog.ts';
import { reasonPhrase } from '#catalog/words.ts';
import { indexUrl } from '#emit/markdown/parts.ts';

/** The site's own problem details: what it answers when a request cannot be served. */

const details: Readonly<Record<number, string>> = {
  400: 'The request is malformed: perhaps a percent sign in its address starts no valid escape.',
  404: 'No page has this address.',
  405: 'The site answers GET, HEAD and OPTIONS.',
  406: 'No representation of this page fits the Accept field.',
  412: 'The file is not the one that If-Match names.',
  414: 'The address is longer than 2048 characters.',
  416: 'The file is shorter than the range asked for.',
  431: 'The header fields are longer than 16 kB.',
  500: 'A file of the site could not be read.',
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
  const { facts, problems } = catalog;
  const { pathname } = new URL(facts.baseUri);
  return `# No page has this address

A type URI of ${facts.name} reads \`${facts.baseUri}/\` and a name, in lower case, joined by hyphens.

- [All ${problems.length} problem types](${pathname}.md)
- [The same as data](${pathname}.json)
- [Index of all pages](${indexUrl(catalog)})
`;
}
