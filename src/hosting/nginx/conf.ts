import type { Catalog } from '#catalog/catalog.ts';
import type { SiteManifest } from '../prepare/manifest.ts';
import { apiCatalogPath, apiCatalogType, offers, pagesOf, type SiteFile } from '../prepare/site-files.ts';
import { scoreMaps, winnerMaps } from './accept.ts';
import { groupPages, nginxOffers, type PageGroup } from './pages.ts';
import { fields, quoted, typeLines } from './syntax.ts';

/** dist/nginx.conf: the site on nginx, negotiating as src/hosting/server does. Near names are left to src/hosting/server. */

type Fields = Readonly<Record<string, string>>;

/** What an unknown address can be answered with. */
const missingOffers = nginxOffers.filter(({ letter }) => letter !== 's');

/**
 * The text of a file for nginx's `http` context, which needs no module beyond those of every distribution.
 * @param files as listed by `siteFiles`
 */
export function nginxConf(catalog: Catalog, files: readonly SiteFile[], built: SiteManifest): string {
  const { all, secure } = built.headers;
  // A field without a value is left out.
  const overHttps = Object.keys(secure).map((name, index) => [name, `$secure_${index}`] as const);
  const headers = { ...built.headers, all: { ...all, ...Object.fromEntries(overHttps) } };
  const manifest = { ...built, headers };
  const index = manifest.index;
  const pages = pagesOf(files);
  const moved = new Map(Object.entries(manifest.aliases));
  for (const path of pages.keys()) moved.set(path.toLowerCase(), path);
  // The stem of the root is empty.
  moved.set('', moved.get('/') ?? '/');
  const negotiated = groupPages(pages, index);
  const chains = new Map<string, string>();
  for (const list of [missingOffers, ...negotiated.map(({ list }) => list)]) {
    for (const [name, text] of winnerMaps(list).maps) chains.set(name, text);
  }
  const folder = `/srv/${catalog.facts.package.replace(/^@/, '').replace('/', '-')}`;
  return `# Made by "npm run build". For the http context: /etc/nginx/conf.d/, for example.
# Change "listen", "server_name" and "root"; the next build writes this file anew.

# Before any "map", those of other files too.
map_hash_max_size ${2 ** Math.ceil(Math.log2(moved.size * 2 + 64))};
map_hash_bucket_size ${64 * Math.ceil((Math.max(...[...moved.keys()].map((from) => from.length)) + 40) / 64)};

${scoreMaps(nginxOffers)}
${[...chains.values()].join('')}
${negotiated.map(({ list, variable }) => winnerMap(list, winnerMaps(list).variable, variable)).join('')}
map $${winnerMaps(missingOffers).variable} $missing_file {
  default /404.html;
  "~^00000" /404.html;
  "~m$" /404.md;
  "~[jp]$" /404.json;
}

# Upper case, ".html", a slash at the end and other names lead to the page. Keys are compared without case.
map $uri $stem {
  default $uri;
  "~*^(?<stem_cut>.*?)(?:\\.schema\\.json|\\.json|\\.md|\\.html|/index\\.html|/)$" $stem_cut;
}
map $uri $suffix {
  default "";
  "~*^.+?\\.schema\\.json$" .schema.json;
  "~*^.+?\\.json$" .json;
  "~*^.+?\\.md$" .md;
}
map $stem $page {
  default "";
${[...moved].map(([from, to]) => `  ${quoted(from)} ${quoted(to)};\n`).join('')}}
# Empty when the address is right, or leads nowhere.
map "$uri $page$suffix" $moved {
  default "$page$suffix";
  "~^(\\S+) \\g{1}$" "";
  "~^.+ (?:\\.schema\\.json|\\.json|\\.md)?$" "";
}
${Object.values(secure)
  .map((value, index) => `map $https $secure_${index} { default ""; on ${quoted(value)}; }\n`)
  .join('')}map $request_method $refused { default 1; GET 0; HEAD 0; OPTIONS 0; }
map $request_uri $too_long { default 0; "~^.{2049}" 1; }
# What answers an unknown address is an address.
map "$uri $request_uri" $no_address { volatile; default 0; "~^/404\\.\\w+ " 0; "~* (?:/[^?]*)?(?://|%(?:2f|5c|00))" 1; }

server {
  listen 80;
  listen [::]:80;
  server_name _;
  root ${folder};

  server_tokens off;
  absolute_redirect off;
  merge_slashes off;
  etag on;
  gzip_static on;
  gzip_vary on;
  # brotli_static on;  # with Debian's libnginx-mod-http-brotli-static
  charset utf-8;
  charset_types text/css text/javascript text/markdown text/plain application/atom+xml application/xml image/svg+xml;
  default_type application/octet-stream;
  types {
${typeLines(files)}  }

  large_client_header_buffers 4 16k;
  error_page 400 /.400;
  error_page 404 $missing_file;
  error_page 405 @405;
  error_page 406 @406;
  error_page 412 @412;
  error_page 414 /.414;
  error_page 494 =431 /.431;

  # For responses without a file: redirects and preflight requests.
${fields({ ...headers.all, ...headers.redirect, ...preflight }, 2)}
  if ($too_long) { rewrite ^ /.414 last; }
  if ($refused) { return 405; }
  if ($request_method = OPTIONS) { return 204; }
  if ($no_address) { return 404; }
  if ($moved) { return 308 $moved$is_args$args; }

${['400', '414', '431'].map((status) => errorLocation(manifest, status, `= /.${status}`)).join('')}${['405', '406', '412'].map((status) => errorLocation(manifest, status, `@${status}`)).join('')}
  location = /404.html {
    internal;
${fields({ ...headers.all, ...headers.error, Vary: 'Accept' }, 4, true)}  }
  location = /404.md {
    internal;
${fields({ ...headers.all, ...headers.error, Vary: 'Accept' }, 4, true)}  }
  location = /404.json {
    internal;
    types { }
    default_type application/problem+json;
${fields({ ...headers.all, ...headers.error, Vary: 'Accept' }, 4, true)}  }
  location ~ ^/(?:_headers|_redirects|\\.assetsignore|\\.nojekyll|\\.manifest\\.json)$ { return 404; }
  location ~ (?:\\.(?:br|gz)|/index)$ { return 404; }
  location ~ ^(?:${catalog.site.base.replace(/[.+()[\]]/g, '\\$&')})?/404(?:\\.\\w+)?$ { return 404; }

  location = ${apiCatalogPath} {
    types { }
    default_type '${apiCatalogType}';
${fields({ ...headers.all, ...headers.other, Link: manifest.files[apiCatalogPath]?.link ?? '' }, 4)}  }
  location ~ /_/ {
${fields({ ...headers.all, ...headers.asset }, 4)}    try_files $uri =404;
  }

${negotiated.map((group) => negotiatedLocations(group, manifest)).join('\n')}
  # Files with a suffix.
  location ~ \\.\\w+$ {
${fields({ ...headers.all, ...headers.other }, 4)}    try_files $uri =404;
  }
  # Pages without other representations.
  location / {
    set $address $uri;
${fields({ ...headers.all, ...headers.page, Link: `<${manifest.origin}$address>; rel="canonical"` }, 4)}    try_files $uri.html $uri/index.html =404;
  }
}
`;
}

function winnerMap(list: typeof nginxOffers, best: string, variable: string): string {
  const lines = list.map(({ letter, suffix }) => `  "~${letter}$" ${suffix};\n`);
  return `map $${best} $${variable} {\n  default "";\n  "~^00000" "";\n${lines.join('')}}\nmap $${variable} $twin_${variable} {\n  default "$address$${variable}";\n  .html "";\n}\n`;
}

function negotiatedLocations({ pattern, list, variable }: PageGroup, { headers, origin }: SiteManifest): string {
  const twins = offers.filter((offer) => 'rel' in offer && list.some(({ accept }) => accept === offer.accept));
  const links = twins.map(
    (offer) => `<$address${offer.suffix}>; rel="${'rel' in offer ? offer.rel : ''}"; type="${offer.accept}"`,
  );
  const link = [`<${origin}$address>; rel="canonical"`, ...links].join(', ');
  const common = { ...headers.all, ...headers.twin, Link: link };
  const suffixes = twins.map(({ suffix }) => suffix.replaceAll('.', '\\.')).sort((a, b) => b.length - a.length);
  const schema = list.some(({ suffix }) => suffix === '.schema.json');
  const schemaType = '    types { }\n    default_type application/schema+json;\n';
  return `  # ${list.map(({ accept }) => accept).join(', ')}
  location ~ ^${pattern}$ {
    set $address $uri;
    if ($page = "") { return 404; }
    if ($${variable} = "") { return 406; }
${schema ? `    if ($${variable} = .schema.json) { rewrite ^ /.schema$uri last; }\n` : ''}${fields({ ...common, 'Content-Location': `$twin_${variable}`, Vary: 'Accept' }, 4)}    try_files $uri$${variable} $uri/index$${variable} =404;
  }
${
  schema
    ? `  location ~ ^/\\.schema(?<schema_of>${pattern})$ {
    internal;
    set $address $schema_of;
${schemaType}${fields({ ...common, 'Content-Location': '$schema_of.schema.json', Vary: 'Accept' }, 4)}    try_files $schema_of.schema.json =404;
  }
  location ~ ^(?<schema_page>${pattern})\\.schema\\.json$ {
    set $address $schema_page;
${schemaType}${fields({ ...common, 'X-Robots-Tag': 'noindex' }, 4)}    try_files $uri =404;
  }
`
    : ''
}  location ~ ^(?<page_of_${variable}>${pattern})(?:${suffixes.join('|')})$ {
    set $address $page_of_${variable};
${fields({ ...common, 'X-Robots-Tag': 'noindex' }, 4)}    try_files $uri =404;
  }
`;
}

function errorLocation({ headers, errors }: SiteManifest, status: string, name: string): string {
  const extra: Fields = status === '405' ? { Allow: preflight.Allow } : status === '406' ? { Vary: 'Accept' } : {};
  return `  location ${name} {
${name.startsWith('=') ? '    internal;\n' : ''}    types { }
    default_type application/problem+json;
${fields({ ...headers.all, ...headers.error, ...extra }, 4, true)}    return ${status} ${quoted(JSON.stringify(errors[status]))};
  }
`;
}

const preflight = {
  Allow: 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
};
