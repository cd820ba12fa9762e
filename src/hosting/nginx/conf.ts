import type { Catalog } from '#catalog/catalog.ts';
import type { SiteManifest } from '../prepare/manifest.ts';
import { apiCatalogPath, apiCatalogType, pagesOf, type SiteFile } from '../prepare/site-files.ts';
import { scoreMaps, winnerMaps } from './accept.ts';
import { errorLocation, fileStart, negotiatedLocations, preflight, validator } from './locations.ts';
import { groupPages, nginxOffers } from './pages.ts';
import { fields, quoted, typeLines } from './syntax.ts';
import { entityTags, tagMaps } from './tags.ts';

/** dist/nginx.conf: the site on nginx, negotiating as src/hosting/server does. Only src/hosting/server suggests pages with a similar name. */

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
  const pages = pagesOf(files);
  const moved = new Map(Object.entries(manifest.aliases));
  for (const path of pages.keys()) moved.set(path.toLowerCase(), path);
  // The stem of the root is empty.
  moved.set('', moved.get('/') ?? '/');
  const addressed = Object.entries(manifest.addresses);
  const negotiated = groupPages(pages);
  const chains = new Map<string, string>();
  for (const list of [missingOffers, ...negotiated.map(({ list }) => list)]) {
    for (const [name, text] of winnerMaps(list).maps) chains.set(name, text);
  }
  const tags = entityTags(files, manifest);
  const keys = [...moved.keys(), ...tags.keys()];
  const name = catalog.facts.package.replace(/^@/, '').replace('/', '-');
  return `# Made by "npm run build". For the http context: /etc/nginx/conf.d/, for example.
# The next build writes this file again: "listen" and "server_name" belong into a file in /etc/nginx/${name}/.

# Before any "map", those of other files too.
map_hash_max_size ${2 ** Math.ceil(Math.log2(Math.max(moved.size, tags.size) * 2 + 64))};
map_hash_bucket_size ${64 * Math.ceil((Math.max(...keys.map((key) => key.length)) + 40) / 64)};

${scoreMaps(nginxOffers)}
${[...chains.values()].join('')}
${negotiated.map(({ list, variable }) => winnerMap(list, winnerMaps(list).variable, variable)).join('')}
map $${winnerMaps(missingOffers).variable} $missing_file {
  default /404.html;
  "~^00000" /404.html;
  "~m$" /404.md;
  "~t$" /404.txt;
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
# The address of a page that ends in a slash or a suffix, and the page.
map $uri $page_here {
  default "";
${addressed.map(([page, address]) => `  ${quoted(address)} ${quoted(page)};\n`).join('')}}
map $address $canonical {
  default $address;
${addressed.map(([page, address]) => `  ${quoted(page)} ${quoted(address)};\n`).join('')}}
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
${tagMaps(tags)}# What answers an unknown address is an address.
map "$uri $request_uri" $no_address { volatile; default 0; "~^/404\\.\\w+ " 0; "~* (?:/[^?]*)?(?://|%(?:2f|5c|00))" 1; }

server {
  include /etc/nginx/${name}/*.conf;
  # One folder for each build: a reload changes from one to the next at once.
  root /srv/${name}/${built.generation.slice(0, 12)};

  server_tokens off;
  absolute_redirect off;
  merge_slashes off;
  etag off;
  if_modified_since off;
  max_ranges 1;
  gzip_static on;
  gzip_vary on;
  gzip_http_version 1.0;
  gzip_proxied any;
  # brotli_static on;  # with Debian's libnginx-mod-http-brotli-static, and the line for br above
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
  error_page 416 @416;
  error_page 418 =304 $uri?.304;
  error_page 494 =431 /.431;

  # For responses without a file: redirects and preflight requests.
${fields({ ...headers.all, ...headers.redirect, ...preflight }, 2)}
  set $as "";
  if ($too_long) { rewrite ^ /.414 last; }
  if ($refused) { return 405; }
  if ($request_method = OPTIONS) { return 204; }
  if ($no_address) { return 404; }
${addressed.length > 0 ? '  if ($page_here) { rewrite ^ $page_here last; }\n' : ''}  if ($moved) { return 308 $moved$is_args$args; }

${['400', '414', '431'].map((status) => errorLocation(manifest, status, `= /.${status}`)).join('')}${['405', '406', '412', '416'].map((status) => errorLocation(manifest, status, `@${status}`)).join('')}
  location = /404.html {
    internal;
${fields({ ...headers.all, ...headers.error, Vary: 'Accept' }, 4, true)}  }
  location = /404.md {
    internal;
${fields({ ...headers.all, ...headers.error, Vary: 'Accept' }, 4, true)}  }
  location = /404.txt {
    internal;
    types { }
    default_type 'text/plain; charset=utf-8';
${fields({ ...headers.all, ...headers.error, Vary: 'Accept' }, 4, true)}    try_files /404.md =404;
  }
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
${fileStart('$uri')}${fields({ ...headers.all, ...headers.other, ...validator, Link: manifest.files[apiCatalogPath]?.link ?? '' }, 4)}  }
  location ~ /_/ {
${fileStart('$uri')}${fields({ ...headers.all, ...headers.asset, ...validator }, 4)}    try_files $uri =404;
  }

${negotiated.map((group) => negotiatedLocations(group, manifest)).join('\n')}
  # Files with a suffix.
  location ~ \\.\\w+$ {
${fileStart('$uri')}${fields({ ...headers.all, ...headers.other, ...validator }, 4)}    try_files $uri =404;
  }
  # Pages without other representations.
  location / {
    set $address $uri;
${fileStart('$uri.html')}${fields({ ...headers.all, ...headers.page, ...validator, Link: `<${manifest.origin}$canonical>; rel="canonical"` }, 4)}    try_files $uri.html $uri/index.html =404;
  }
}
`;
}

function winnerMap(list: typeof nginxOffers, best: string, variable: string): string {
  const lines = list.map(({ letter, suffix }) => `  "~${letter}$" ${letter === 't' ? '.plain' : suffix};\n`);
  return `map $${best} $${variable} {\n  default "";\n  "~^00000" "";\n${lines.join('')}}\nmap $${variable} $twin_${variable} {\n  default "$address$${variable}";\n  .html "";\n}\n`;
}
