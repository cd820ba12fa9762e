import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from '#catalog/load.ts';
import { feed } from '#emit/feed.ts';
import { jsonText } from '#emit/files.ts';
import { llmsFiles } from '#emit/markdown/llms.ts';
import { openapiDocument } from '#emit/openapi/components.ts';
import { overlayDocument } from '#emit/openapi/overlay.ts';
import { type Place, placed } from './place.ts';

/** Adds what is made of the whole catalog to a built site: the index for agents, OpenAPI components, the feed of changes. */
export async function furtherFiles(folder: string, place: Place, dir: string): Promise<void> {
  const catalog = placed(await load(folder), place);
  const put = (path: string, text: string) => {
    const file = join(dir, path.slice(place.base.length));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [path, text] of llmsFiles(catalog, [])) put(`${place.further}/${path}`, text);
  put(`${place.further}/openapi.json`, jsonText(openapiDocument(catalog)));
  put(`${place.further}/overlay.json`, jsonText(overlayDocument(catalog)));
  const changes = feed(catalog);
  if (changes) put(`${place.index}.atom`, changes);
}
