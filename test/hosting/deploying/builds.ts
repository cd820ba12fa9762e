import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '#catalog/load.ts';
import { writeHosting } from '#hosting/prepare/write.ts';
import { respond } from '#hosting/server/fetch.ts';
import { Folder } from '#hosting/server/folder.ts';
import type { Manifest } from '#hosting/server/manifest.ts';
import { Memory } from '#hosting/server/memory.ts';
import { Site } from '#hosting/server/site.ts';
import { libraryDir } from '../../support.ts';
import { librarySite } from '../hosts.ts';

/** Several builds of one site, and what is right to answer for each of them. */

export interface Build {
  /** The built site. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Makes a build whose pages differ from those of every other number in text and length; some pages come and go. */
export async function build(folder: string, number: number): Promise<Build> {
  const site = await librarySite(folder, `Card expired in build ${number}`);
  const padding = `<p>${`Build ${number}. `.repeat(((number * 7) % 5) * 40 + 3)}</p>`;
  for (const page of ['index.html', '404.html', 'types.html', 'types/loan-limit-reached.html']) {
    const text = readFileSync(join(site, page), 'utf8');
    writeFileSync(join(site, page), text.replace('</main>', `${padding}</main>`));
  }
  writeFileSync(join(site, 'types.json'), JSON.stringify({ build: number, padding }));
  // The same length in every build, other bytes.
  writeFileSync(join(site, 'types/membership-lapsed.html'), `<main>${String(number).padStart(8, '0')}</main>`);
  writeFileSync(join(site, `_/only.D1gest${number}.js`), `console.log(${number});\n`.repeat(60));
  if (number % 2) writeFileSync(join(site, 'types/odd.html'), `<main>An odd build</main>`);
  rmSync(join(site, '.manifest.json'));
  await writeHosting(await load(libraryDir), site);
  const manifest = JSON.parse(readFileSync(join(site, '.manifest.json'), 'utf8')) as Manifest;
  return { folder: site, manifest };
}

export interface Question {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly method: string;
}

/** Questions for every file and page of any of the builds, in the forms that clients have. */
export function questions(builds: readonly Build[]): Question[] {
  const paths = new Set(builds.flatMap(({ manifest }) => Object.keys(manifest.files)));
  const asked: Question[] = [];
  const ask = (path: string, fields: Record<string, string> = {}, method = 'GET') =>
    asked.push({ path, fields, method });
  for (const file of paths) {
    const path = file.replace(/(?:\/index)?\.html$/, '') || '/';
    ask(path);
    for (const coding of ['gzip', 'br']) ask(path, { 'accept-encoding': coding });
    ask(path, {}, 'HEAD');
    ask(path, { range: 'bytes=2-40' });
    if (path === file) continue;
    for (const accept of ['text/markdown', 'application/json', 'application/schema+json']) ask(path, { accept });
  }
  for (const accept of ['text/html', 'text/markdown', 'application/json']) ask('/types/nothing', { accept });
  ask('/types/card-expired/');
  return asked;
}

/** What of a response depends on the build. */
export interface Expected {
  readonly status: number;
  readonly fields: Readonly<Record<string, string | null>>;
  readonly body: Buffer;
}

export const fieldsCompared = [
  'content-type',
  'content-encoding',
  'content-range',
  'content-location',
  'etag',
  'location',
  'cache-control',
  'link',
];

/** Asks each build by itself. */
export async function expectations(builds: readonly Build[], asked: readonly Question[]): Promise<Expected[][]> {
  const sites = builds.map(({ folder, manifest }) => new Site(manifest, new Folder(folder, new Memory(1e9))));
  return Promise.all(
    asked.map(({ path, fields, method }) =>
      Promise.all(
        sites.map(async (site) => {
          const response = await respond(site, new Request(`http://localhost${path}`, { headers: fields, method }));
          return {
            status: response.status,
            fields: Object.fromEntries(fieldsCompared.map((name) => [name, response.headers.get(name)])),
            body: Buffer.from(await response.arrayBuffer()),
          };
        }),
      ),
    ),
  );
}
