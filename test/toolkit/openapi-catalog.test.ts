import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accentOf } from '#catalog/accent.ts';
import { load } from '#catalog/load.ts';
import { ask, type Host, nginxHost, nginxIsHere, nodeHost } from '../hosting/hosts.ts';
import { root, run, temporary, workshop } from '../support.ts';

/** A catalog that `init --from` made of an OpenAPI description, with type URIs of many kinds: it goes through the same line. */

const folder = join(root, 'test/catalogs/parcels');
const catalog = await load(folder);
const house = workshop();
const site = 'https://developer.parcels.example';
const read = (path: string) => readFileSync(join(house, 'dist', path), 'utf8');
const hosts: Record<string, Host> = {};

beforeAll(async () => {
  const built = await run(process.execPath, ['src/toolkit/bin.ts', 'build'], {
    cwd: house,
    env: { PROBLEMS_DIR: folder },
  });
  expect(built.code, built.stdout + built.stderr).toBe(0);
  hosts['our server'] = await nodeHost(join(house, 'dist/site'));
  if (nginxIsHere) hosts.nginx = await nginxHost(join(house, 'dist/site'), join(house, 'dist/nginx.conf'));
}, 300_000);

afterAll(async () => {
  for (const host of Object.values(hosts)) await host.stop();
});

test('init --from the description makes its entries, with the type URIs that the API sends', async () => {
  const empty = temporary();
  const { code, stdout, stderr } = await run(
    process.execPath,
    [join(root, 'src/toolkit/bin.ts'), 'init', '--from', join(folder, 'source/openapi.yaml')],
    { cwd: empty },
  );
  expect(code, stdout + stderr).toBe(0);
  const index = readFileSync(join(empty, 'problems/index.ts'), 'utf8');
  expect(index).toContain(`baseUri: '${catalog.facts.baseUri}'`);
  expect(index).toContain(`typeUri: '${catalog.facts.typeUri}'`);
  expect(index).toContain("name: 'Parcel tracking'");
  expect(index).toContain("server: { version: '2026-10', url: 'https://api.parcels.example/v2' }");
  const files = readdirSync(join(empty, 'problems')).filter((file) => /^(?!index).*\.ts$/.test(file));
  expect(files).toHaveLength(8);
  for (const file of files) {
    const draft = readFileSync(join(empty, 'problems', file), 'utf8');
    const made = catalog.problems.find(({ name }) => `${name}.ts` === file);
    expect(draft, file).toContain(`title: '${made?.entry.title}'`);
    expect(draft, file).toContain(`status: ${made?.status},`);
    expect(/type: '(.*)'/.exec(draft)?.[1], file).toBe(made?.entry.type);
    expect(/summary: '(.*)'/.exec(draft)?.[1], file).not.toBe('…');
  }
}, 120_000);

test('its schemas are up to date', async () => {
  const { code, stderr } = await run(process.execPath, ['src/toolkit/bin.ts', 'generate', '--check'], {
    env: { PROBLEMS_DIR: folder },
  });
  expect(code, stderr).toBe(0);
}, 120_000);

const addresses: [asked: string, page: string][] = [
  ['/errors/parcel-not-found', 'parcel-not-found'],
  ['/errors/depot-full', 'depot-full'],
  ['/errors/rate-limited', 'rate-limited'],
  ['/errors/2nd-attempt-fixed/', 'second-attempt-fixed'],
  ['/docs/parcel-archived.html', 'parcel-archived'],
  ['/errors/carrier-answer', 'carrier-answer'],
  ['/errors/method-not-allowed', 'method-not-allowed'],
];

describe.each(nginxIsHere ? ['our server', 'nginx'] : ['our server'])('on %s', (place) => {
  test.each(addresses)('%s is the page of its type, and its twins are beside it', async (asked, name) => {
    const { url } = hosts[place] as Host;
    const problem = catalog.problems.find((each) => each.name === name);
    const page = await ask(url, asked, { Accept: 'text/html' });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.link).toContain(`<${site}${asked}>; rel="canonical"`);
    expect(page.text).toContain(`<link rel="canonical" href="${site}${asked}"`);
    expect(page.text).toContain(problem?.entry.title);
    // Each cause has an address, which is that of the page.
    expect(page.text).toMatch(
      new RegExp(`<p class="address"><a href="#[^"]+">${asked.split('/').at(-1) || asked.split('/').at(-2)}/?<b>#`),
    );
    const data = await ask(url, asked, { Accept: 'application/json' });
    expect(JSON.parse(data.text)).toMatchObject({ name, type: problem?.typeUri });
    const schema = new URL(problem?.schemaUri ?? '').pathname;
    expect((await ask(url, schema)).status).toBe(200);
  });

  test('the document of type URIs with a fragment has the anchor of each', async () => {
    const { url } = hosts[place] as Host;
    const page = await ask(url, '/errors', { Accept: 'text/html' });
    expect(page.status).toBe(200);
    for (const name of ['parcelNotFound', 'invalidParcel', 'labelUsed', 'depotOffline', 'alreadyDelivered'])
      expect(page.text).toContain(`<tr id="${name}"`);
  });

  test('the pages have the look of the catalog, and the policy allows its styles and nothing else inline', async () => {
    const { url } = hosts[place] as Host;
    const { text, headers } = await ask(url, '/errors/depot-full', { Accept: 'text/html' });
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(text) ?? [];
    expect(style).toContain(`--accent:light-dark(#6d28d9,${accentOf(catalog.facts)?.text.dark})`);
    const digest = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${digest}';`);
    for (const [address, type] of [
      ['/logo.svg', 'image/svg+xml'],
      ['/favicon.png', 'image/png'],
      ['/favicon.ico', 'image/'],
      ['/apple-touch-icon.png', 'image/png'],
    ] as const) {
      const picture = await ask(url, address);
      expect([picture.status, picture.headers['content-type']], address).toEqual([200, expect.stringContaining(type)]);
    }
  });

  test('other ways to write a name lead to the page', async () => {
    const { url } = hosts[place] as Host;
    for (const [from, to] of [
      ['/errors/DEPOT_FULL', '/errors/depot-full'],
      ['/errors/parcelNotFound', '/errors/parcel-not-found'],
      ['/errors/parcel-archived', '/docs/parcel-archived'],
    ]) {
      const moved = await ask(url, from as string);
      expect([moved.status, moved.headers.location], from).toEqual([308, to]);
    }
  });
});

test('hosts of static files have a page for an address that ends in a slash', () => {
  expect(existsSync(join(house, 'dist/site/errors/2nd-attempt-fixed/index.html'))).toBe(true);
});

test('the logo stands for the name, which programs still read, and the icons are made of the favicon', async () => {
  const page = read('site/errors/depot-full.html');
  expect(page).toMatch(
    /<a class="brand" href="\/"><img class="mark" src="\/logo\.svg" width="116" height="24" alt=""><span><span class="sr-only">Parcel tracking<\/span> <b>/,
  );
  expect(page).toMatch(/<link rel="shortcut icon" href="\/favicon\.png" type="image\/png"/);
  const { channels } = await sharp(join(house, 'dist/site/apple-touch-icon.png')).stats();
  expect(channels[2]?.mean).toBeGreaterThan((channels[1]?.mean ?? 255) + 30);
});

test('a page tells the type URI from its own address, to people and to programs', () => {
  const page = read('site/errors/depot-full.html');
  expect(page.replace(/<[^>]+>\s*/g, '')).toContain('urn:parcels:depot-full');
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? [];
  const [article, term] = JSON.parse(data)['@graph'];
  expect([article.url, article.mainEntity['@id'], term['@id']]).toEqual([
    `${site}/errors/depot-full`,
    'urn:parcels:depot-full',
    'urn:parcels:depot-full',
  ]);
  expect(read('site/errors/depot-full.md')).toContain('type: urn:parcels:depot-full\n');
});

test('nothing is said of a server, where there is none', () => {
  for (const page of ['errors', 'index', 'errors/depot-full']) {
    const text = read(`site/${page}.html`);
    expect(text, page).toContain('Describes Parcel tracking.');
    expect(text, page).not.toMatch(/undefined|NaN/);
  }
});

test('its package builds, reads and recognizes occurrences by their type URIs', async () => {
  const { alreadyDelivered, carrierAnswer, depotFull, findProblemType, isProblem, rateLimited, readProblem, ...rest } =
    await import(join(house, 'dist/package/index.js'));
  const full = depotFull({ detail: 'Full.', depot: 'Harbor', km: 3 });
  expect(full).toMatchObject({ type: 'urn:parcels:depot-full', status: 409 });
  const received = await readProblem(Response.json(full, { headers: { 'Content-Type': 'application/problem+json' } }));
  expect(received).toEqual(full);
  expect([isProblem(received, depotFull), isProblem(received, rateLimited)]).toEqual([true, false]);
  expect(findProblemType('https://limits.example/problems/rate-limited/')).toBe(rateLimited);
  const answer = { type: carrierAnswer.type, title: 'Answer of Another Carrier', carrier: 'Northern Post' };
  expect(carrierAnswer({ carrier: 'Northern Post', status: 423 })).toEqual({ ...answer, status: 423 });
  expect(carrierAnswer.statuses).toEqual([]);
  expect(alreadyDelivered.status).toBe(200);
  // RFC 9457 section 4.2.1: the status says it all.
  expect(Object.keys(rest)).not.toContain('methodNotAllowed');
  const { validateCarrierAnswer } = await import(join(house, 'dist/package/validators.js'));
  expect(validateCarrierAnswer({ ...answer, status: 502 }).valid).toBe(true);
});

test('its OpenAPI components tell the types apart by their type URIs', () => {
  const { components } = JSON.parse(read('package/openapi.json'));
  const { schema } = components.responses.Problem409.content['application/problem+json'];
  expect(schema.discriminator.mapping).toEqual({
    'urn:parcels:depot-full': '#/components/schemas/DepotFullProblem',
    [`${site}/errors#labelUsed`]: '#/components/schemas/LabelUsedProblem',
  });
  expect(components.schemas.MethodNotAllowedProblem.properties).toMatchObject({
    type: { const: 'about:blank' },
    status: { enum: [405] },
  });
});

test.each([
  ['urn:parcels:depot-full', 'Depot Full'],
  [`${site}/errors#parcelNotFound`, 'Parcel Not Found'],
  ['https://limits.example/problems/rate-limited/', 'Rate Limited'],
  [`${site}/errors/carrier-answer`, 'Answer of Another Carrier'],
])('its command explains %s', async (uri, title) => {
  const { code, stdout } = await run(process.execPath, [join(house, 'dist/package/cli.js'), 'explain', uri]);
  expect(code, stdout).toBe(0);
  expect(stdout).toContain(title);
});

test('its command recognizes an occurrence of about:blank by its status', async () => {
  const body = JSON.stringify({ type: 'about:blank', title: 'Nope', status: 405 });
  const { code, stdout } = await run(process.execPath, [join(house, 'dist/package/cli.js'), 'explain', '-'], {
    input: `HTTP/1.1 405 Method Not Allowed\nContent-Type: application/problem+json\n\n${body}\n`,
  });
  expect(code, stdout).toBe(0);
  expect(stdout).toContain('method-not-allowed');
});
