import type { Catalog } from '#catalog/catalog.ts';
import { typeUriText } from '#catalog/names.ts';
import { reasonPhrase } from '#catalog/words.ts';
import { indexUrl } from '#emit/markdown/parts.ts';
import type { ErrorBody } from '../server/manifest.ts';

/** The site's own problem details: what it answers when a request cannot be served. */

/** Problem details objects by status. */
export function errorBodies({ translation }: Catalog): Readonly<Record<string, ErrorBody>> {
  return Object.fromEntries(
    Object.entries(translation.failures).map(([status, detail]) => [
      status,
      { type: 'about:blank', title: reasonPhrase(Number(status)), status: Number(status), detail },
    ]),
  );
}

/** The unknown address, for programs. */
export function missingMarkdown(catalog: Catalog): string {
  const { facts, problems, site, translation } = catalog;
  const { home, markdown, pages } = translation;
  return `# ${pages.noPageTitle}

${pages.typeUris(facts.name, typeUriText(facts))}

- [${home.all(problems.length)}](${site.index}.md)
- [${markdown.sameAsData}](${site.index}.json)
- [${markdown.index}](${indexUrl(catalog)})
`;
}
