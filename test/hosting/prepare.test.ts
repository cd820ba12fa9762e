import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import { commitDate } from '#emit/commit-date.ts';
import { feed } from '#emit/feed.ts';
import { finish } from '#hosting/prepare/finish.ts';
import { siteManifest } from '#hosting/prepare/manifest.ts';
import { contentSecurityPolicy, inlineCode } from '#hosting/prepare/policy.ts';
import { siteFiles } from '#hosting/prepare/site-files.ts';
import { writeHosting } from '#hosting/prepare/write.ts';
import type { Manifest } from '#hosting/server/manifest.ts';
import { redirectsFile } from '#hosting/static-hosts.ts';
import { libraryDir, problemsDir, root, temporary } from '../support.ts';
import { librarySite } from './hosts.ts';

/** What the build adds to the pages, so that any host can serve them. */

const siteDir = join(root, 'dist/site');
const read = (path: string) => readFileSync(join(siteDir, path), 'utf8');
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => name === 'url' });
let catalog: Catalog;
beforeAll(async () => {
  catalog = await load(problemsDir);
});

describe('the built site', () => {
  test('every problem type has its page and its three twins, at the addresses that its entry names', () => {
    for (const { typeUri, markdownUri, jsonUri, schemaUri } of catalog.problems) {
      for (const url of [`${typeUri}.html`, markdownUri, jsonUri, schemaUri]) {
        expect(existsSync(join(siteDir, new URL(url).pathname)), url).toBe(true);
      }
    }
  });

  test('the sitemap lists every page once, by its canonical address', () => {
    const text = read('sitemap.xml');
    expect(XMLValidator.validate(text)).toBe(true);
    const urls: { loc: string; lastmod: string }[] = parser.parse(text).urlset.url;
    const listed = urls.map(({ loc }) => loc);
    for (const { lastmod } of urls) expect(lastmod).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(new Set(listed).size).toBe(listed.length);
    for (const { typeUri } of catalog.problems) expect(listed).toContain(typeUri);
    for (const url of listed) {
      const { pathname } = new URL(url);
      const file = [`${pathname}.html`, `${pathname}/index.html`].find((path) => existsSync(join(siteDir, path)));
      expect(file, url).toBeDefined();
      expect(read(file ?? ''), url).toContain(`<link rel="canonical" href="${url}"`);
    }
    // A list of what has the status 404 is a page; the answer to an unknown address is none.
    expect(listed.filter((url) => url.includes('404'))).toEqual([`${catalog.facts.baseUri}/status/404`]);
  });

  test('robots.txt allows all and names the sitemap', () => {
    expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${catalog.site.origin}/sitemap.xml\n`);
  });

  test('pages are where hosts look for them that ask a folder first, and the first page is at the root too', () => {
    const twice = ['docs/problems', 'docs/guides'];
    for (const page of twice) expect(read(`${page}/index.html`), page).toBe(read(`${page}.html`));
    expect(read('index.html')).toBe(read('docs/index.html'));
    const { files } = JSON.parse(read('.manifest.json')) as Manifest;
    for (const page of [...twice, '']) expect(files).not.toHaveProperty([`/${page}/index.html`.replace('//', '/')]);
  });

  test('every page has the policy of the header field, without what only a header field can say', () => {
    const { headers, files } = JSON.parse(read('.manifest.json')) as Manifest;
    const policy = headers.all['Content-Security-Policy'] ?? '';
    expect(policy).toContain("; require-trusted-types-for 'script'; trusted-types inspector; frame-ancestors 'none'");
    const own = policy.replace("; frame-ancestors 'none'", '');
    const pages = Object.keys(files).filter((path) => path.endsWith('.html'));
    for (const page of [...pages, '/404.html', '/docs/404.html'])
      expect(read(page).split(`<meta http-equiv="Content-Security-Policy" content="${own}"/>`), page).toHaveLength(2);
  });

  test('browsers and telephones find their icons', async () => {
    const icon = readFileSync(join(siteDir, 'favicon.ico'));
    expect([icon.readUInt16LE(0), icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([0, 1, 3]);
    for (const at of [6, 22, 38]) {
      const [length, offset] = [icon.readUInt32LE(at + 8), icon.readUInt32LE(at + 12)];
      const { format, width, height } = await sharp(icon.subarray(offset, offset + length)).metadata();
      expect([format, width, height]).toEqual(['png', icon.readUInt8(at), icon.readUInt8(at + 1)]);
    }
    expect(await sharp(join(siteDir, 'apple-touch-icon.png')).metadata()).toMatchObject({ width: 180, height: 180 });
    const { files } = JSON.parse(read('.manifest.json')) as Manifest;
    expect(files['/favicon.ico']?.type).toBe('image/x-icon');
  });

  test('security.txt says where to report, for a year from the date of the commit', () => {
    const lines = read('.well-known/security.txt').trim().split('\n');
    const fields = new Map(lines.map((line) => line.split(/: (.*)/) as [string, string]));
    expect(fields.get('Contact')).toBe(catalog.facts.security);
    expect(fields.get('Canonical')).toBe(`${catalog.site.origin}/.well-known/security.txt`);
    const days = (Date.parse(fields.get('Expires') ?? '') - Date.parse(commitDate(problemsDir) ?? '')) / 86_400_000;
    expect(days).toBe(365);
  });

  test('the API catalog links files that exist', () => {
    const { linkset } = JSON.parse(read('.well-known/api-catalog'));
    expect(linkset[0]).toEqual({
      anchor: `${catalog.site.origin}/.well-known/api-catalog`,
      item: [{ href: catalog.facts.baseUri }],
    });
    const { anchor, ...relations } = linkset[1];
    expect(anchor).toBe(catalog.facts.baseUri);
    expect(Object.keys(relations)).toEqual(['service-desc', 'service-doc', 'service-meta']);
    for (const { href } of Object.values(relations).flat() as { href: string }[]) {
      const { pathname } = new URL(href);
      expect(existsSync(join(siteDir, pathname)) || existsSync(join(siteDir, `${pathname}.html`)), href).toBe(true);
    }
  });

  test('the Markdown list, llms.txt and the OpenAPI files are there', () => {
    const home = catalog.site.base;
    for (const path of ['/llms.txt', `${home}/llms.txt`, `${home}/llms-full.txt`, `${home}/problems.md`]) {
      expect(read(path), path).toMatch(/^# /);
    }
    expect(JSON.parse(read(`${home}/openapi.json`)).openapi).toMatch(/^3\.1/);
    expect(JSON.parse(read(`${home}/overlay.json`)).overlay).toMatch(/^1\./);
  });

  test('each guide has a Markdown twin, with its title and whole addresses', () => {
    const guides = readdirSync(join(siteDir, 'docs/guides')).filter((file) => /(?<!^index)\.html$/.test(file));
    expect(guides.length).toBeGreaterThan(5);
    const list = read('docs/guides.md');
    for (const file of guides) {
      const name = file.replace('.html', '');
      const text = read(`docs/guides/${name}.md`);
      expect(text, name).toMatch(/^# \S.*\n\n> \S.*\n\n/);
      expect(text.replace(/```[\s\S]*?```/g, ''), name).not.toMatch(/\]\(\.{0,2}\//);
      expect(list, name).toContain(`/docs/guides/${name}.md)`);
    }
    expect(read('docs/guides/lockout.md')).toContain(`[pin-incorrect](${catalog.facts.baseUri}/pin-incorrect)`);
  });

  test('compressed files hold what the plain file holds', () => {
    const manifest = JSON.parse(read('.manifest.json')) as Manifest;
    let compressed = 0;
    for (const [path, { br, gzip, size }] of Object.entries(manifest.files)) {
      expect(statSync(join(siteDir, path)).size, path).toBe(size);
      if (br === undefined || gzip === undefined) continue;
      compressed += 1;
      const plain = readFileSync(join(siteDir, path));
      const small = readFileSync(join(siteDir, `${path}.br`));
      const older = readFileSync(join(siteDir, `${path}.gz`));
      expect([small.length, older.length], path).toEqual([br.size, gzip.size]);
      expect(brotliDecompressSync(small).equals(plain), path).toBe(true);
      expect(gunzipSync(older).equals(plain), path).toBe(true);
    }
    expect(compressed).toBeGreaterThan(catalog.problems.length * 3);
  });

  test('no two problem types share an alias address, and every one leads to a page', () => {
    const { aliases, files } = JSON.parse(read('.manifest.json')) as Manifest;
    for (const [from, to] of Object.entries(aliases)) {
      expect(files[from], from).toBeUndefined();
      expect(files[to] ?? files[`${to}.html`] ?? files[`${to}/index.html`], to).toBeDefined();
    }
    for (const { name, constant } of catalog.problems) {
      const [from, to] = [`/docs/problems/${constant.toLowerCase()}`, `/docs/problems/${name}`];
      if (from !== to) expect(aliases[from], constant).toBe(to);
    }
  });

  test('_redirects has one line an alias, and _headers the fields of all and of hashed files', () => {
    const lines = read('_redirects').trim().split('\n');
    for (const line of lines) expect(line).toMatch(/^\/\S* \/\S* 308$/);
    const from = lines.map((line) => line.split(' ')[0]);
    expect(new Set(from).size).toBe(from.length);
    expect(lines).toContain('/docs/problems/SESSION_INVALID /docs/problems/session-invalid 308');
    expect(lines).toContain('/ /docs 308');
    expect(read('_headers')).toContain('/docs/_/*\n  Cache-Control: public, max-age=31536000, immutable\n');
    expect(read('_headers')).toMatch(/^\/\*\n(?: {2}.*\n)*? {2}Content-Security-Policy: default-src 'none'/);
  });
});

describe('any catalog', () => {
  test('a second run gives the same files', async () => {
    const folder = temporary();
    const site = await librarySite(folder);
    const snapshot = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(folder, path)).isFile())
        .sort()
        .map((path) => [path, readFileSync(join(folder, path), 'base64')]);
    const before = snapshot();
    await writeHosting(await load(libraryDir), site);
    expect(snapshot()).toEqual(before);
  });

  test('files of pages that are gone leave nothing behind', async () => {
    const site = await librarySite(temporary());
    writeFileSync(join(site, 'types/gone.html.br'), 'old');
    await writeHosting(await load(libraryDir), site);
    expect(existsSync(join(site, 'types/gone.html.br'))).toBe(false);
  });

  test('nothing names another product', async () => {
    const site = await librarySite(temporary());
    const text = [
      'nginx.conf',
      'site/_headers',
      'site/_redirects',
      'site/robots.txt',
      'site/.manifest.json',
      'site/404.md',
    ]
      .map((path) => readFileSync(join(site, '..', path), 'utf8'))
      .join('\n');
    expect(text).not.toMatch(/arcp/i);
    expect(text).toMatch(/^ {2}root \/srv\/lending-problems\/[\w-]{12};$/m);
  });

  test('what the build writes is what the server reads', async () => {
    const site = await librarySite(temporary());
    const { files } = await finish(site, siteFiles(site, '/'));
    const manifest: Manifest = siteManifest(await load(libraryDir), files, [], '');
    expect(manifest.files['/types/card-expired.html']?.group).toBe('page');
    expect(manifest.files['/types/card-expired.json']?.group).toBe('twin');
    expect(manifest.files['/_/app.D1gest00.js']?.group).toBe('asset');
    expect(manifest.files['/robots.txt']?.group).toBe('other');
  });

  test('a page that is HTML alone gets a Markdown twin of what it says to readers', async () => {
    const site = await librarySite(temporary());
    const main = `<h1>Look <code>it</code> up</h1><p class="lead">Paste a reply.</p>
      <form><textarea>never shown</textarea><button>Send</button></form>
      <noscript><ol><li>Open <a href="/types/card-expired#fix">the type</a>.</li></ol></noscript>
      <dl><dt>Retry?</dt><dd>No</dd></dl><pre><code><span>{ "a": 1 }</span></code></pre>
      <table><tr><th>A</th></tr><tr><td>1</td></tr></table><p class="sr-only">Hidden.</p>`;
    writeFileSync(
      join(site, 'inspect.html'),
      `<html><meta name="description" content="Paste a reply."><main>${main}</main></html>`,
    );
    await writeHosting(await load(libraryDir), site);
    expect(readFileSync(join(site, 'inspect.md'), 'utf8')).toBe(`# Look \`it\` up

> Paste a reply.

Index of all pages: https://errors.lending.example/llms.txt

1.  Open [the type](https://errors.lending.example/types/card-expired.md).

- **Retry?** No

\`\`\`
{ "a": 1 }
\`\`\`

| A |
| --- |
| 1 |
`);
    expect(readFileSync(join(site, 'llms.txt'), 'utf8')).toContain('/inspect.md): Paste a reply.');
  });

  test('a page called 404 in a folder of lists is a page, the answer to unknown addresses is none', async () => {
    const site = await librarySite(temporary());
    mkdirSync(join(site, 'types/status'));
    writeFileSync(join(site, 'types/status/404.html'), '<main><h1>404</h1></main>');
    const paths = siteFiles(site, '/').map(({ path }) => path);
    expect(paths).toContain('/types/status/404.html');
    expect(paths).not.toContain('/404.html');
    expect(paths).not.toContain('/404.md');
  });

  test('no parameter of nginx.conf is longer than nginx reads, however many pages there are', async () => {
    const site = await librarySite(temporary());
    mkdirSync(join(site, 'types/route'));
    for (let count = 0; count < 500; count += 1) {
      writeFileSync(join(site, `types/route/get-something-${count}.html`), '<main><h1>A route</h1></main>');
    }
    const { nginx: conf } = await writeHosting(await load(libraryDir), site);
    expect(conf).toContain('/types/route/[^.]+');
    const words = conf.match(/'[^']*'|"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
    expect(Math.max(...words.map((word) => word.length))).toBeLessThan(4096);
  });

  test('redirects that Cloudflare does not read are written all the same, and the build says so', async () => {
    const catalog = await load(libraryDir);
    const aliases = Object.fromEntries(
      Array.from({ length: 2500 }, (_, at) => [`/types/a${at}`, '/types/card-expired']),
    );
    const manifest = { ...siteManifest(catalog, [], [], ''), aliases };
    const { text, note } = redirectsFile(catalog, manifest);
    const lines = text.trim().split('\n');
    expect(lines.filter((line) => line.startsWith('/types/a'))).toHaveLength(2500);
    expect(lines.findIndex((line) => line.startsWith('#'))).toBe(2000);
    expect(note).toMatch(/^_redirects: it has \d{4} redirects, and Cloudflare Pages reads the first 2000\./);
    expect(redirectsFile(catalog, siteManifest(catalog, [], [], '')).note).toBeUndefined();
  });

  test('a site without pages is refused with one message', async () => {
    await expect(writeHosting(await load(libraryDir), temporary())).rejects.toThrow(/index\.html: the file is missing/);
  });
});

describe('the content security policy', () => {
  const policyOf = (html: string) => contentSecurityPolicy(inlineCode(html));

  test('inline scripts and styles of the pages are allowed by digest, data blocks need no leave', () => {
    const policy = policyOf(
      `<script>alert(1)</script><script type="module">2</script><script src="/a.js"></script>
        <script type="application/ld+json">{"a":1}</script><style>p{}</style><p style="color: red">`,
    );
    expect(policy.match(/script-src[^;]*/)?.[0].match(/sha256-/g)).toHaveLength(2);
    expect(policy).toContain("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    expect(policy.match(/style-src [^;]*/)?.[0].match(/sha256-/g)).toHaveLength(1);
    expect(policy).toContain("style-src-attr 'unsafe-hashes' 'sha256-");
    expect(policy).not.toContain("'unsafe-inline'");
  });

  test('a site without inline code allows none', () => {
    expect(policyOf('<script src="/a.js"></script>')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; img-src/,
    );
  });
});

describe('the feed of changes', () => {
  /** @param dates of the commit of the changelog, and of further ones */
  async function feedOf(changelog: string, ...dates: string[]): Promise<string | undefined> {
    const folder = temporary();
    writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
    mkdirSync(join(folder, 'problems'));
    for (const date of dates) {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
          cwd: folder,
          env: { ...process.env, GIT_COMMITTER_DATE: date },
        });
      git('init', '-q');
      git('add', 'CHANGELOG.md');
      git('commit', '-q', '--allow-empty', '-m', 'x', '--no-gpg-sign');
    }
    return feed({ ...(await load(libraryDir)), history: [], folder: join(folder, 'problems') });
  }

  test('each version is an entry, the newest first, dated by its heading', async () => {
    const text =
      (await feedOf('# Changelog\n\n## 1.1.0 (2026-11-02)\n\n- A & <b>\n\n## 1.0.0 (2026-10-01)\n\n- B\n')) ?? '';
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed: atom } = parser.parse(text);
    expect(atom.updated).toBe('2026-11-02T00:00:00Z');
    expect(atom.entry.map(({ title }: { title: string }) => String(title))).toEqual(['1.1.0', '1.0.0']);
    expect(atom.entry[0].id).toBe('https://errors.lending.example/types.atom#1.1.0');
    expect(text).toContain('A &amp;amp;');
  });

  test('an unreleased version is dated by the commit that is built, which a clone of any depth knows', async () => {
    const text = await feedOf('## 1.1.0 (unreleased)\n\n- A\n', '2026-05-06T07:08:09Z', '2026-06-07T08:09:10Z');
    expect(text).toContain('<updated>2026-06-07T08:09:10Z</updated>');
    expect(text).toContain('<title>1.1.0 (unreleased)</title>');
  });

  test('without a repository an unreleased version has no date, and is left out', async () => {
    expect(await feedOf('## 1.1.0 (unreleased)\n\n- A\n')).toBeUndefined();
    const text = await feedOf('## 1.1.0 (unreleased)\n\n- A\n\n## 1.0.0 (2026-10-01)\n\n- B\n');
    expect(text).toContain('<updated>2026-10-01T00:00:00Z</updated>');
    expect(text).not.toContain('1.1.0');
  });

  test('without a changelog, or without a version in it, there is no feed', async () => {
    expect(feed({ ...(await load(libraryDir)), history: [], folder: temporary() })).toBeUndefined();
    expect(await feedOf('# Changelog\n\nNothing yet.\n')).toBeUndefined();
  });
});
