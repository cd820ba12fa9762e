import type { SiteManifest } from '../prepare/manifest.ts';
import { offers } from '../prepare/site-files.ts';
import type { PageGroup } from './pages.ts';
import { fields, quoted } from './syntax.ts';

/** `location` blocks of the configuration. */

type Fields = Readonly<Record<string, string>>;

/** What a location of files begins with. */
export function fileStart(file: string): string {
  return `    set $file ${file};\n    if ($not_modified) { return 418; }\n`;
}

/** The time of a file is that of its copy, and says nothing of its content. */
export const validator: Fields = { 'Last-Modified': '', ETag: '$etag' };

export function negotiatedLocations({ pattern, list, variable }: PageGroup, { headers, origin }: SiteManifest): string {
  const twins = offers.filter((offer) => 'rel' in offer && list.some(({ accept }) => accept === offer.accept));
  const links = twins.map(
    (offer) => `<$address${offer.suffix}>; rel="${'rel' in offer ? offer.rel : ''}"; type="${offer.accept}"`,
  );
  const link = [`<${origin}$canonical>; rel="canonical"`, ...links].join(', ');
  const common = { ...headers.all, ...headers.twin, ...validator, Link: link };
  const suffixes = twins.map(({ suffix }) => suffix.replaceAll('.', '\\.')).sort((a, b) => b.length - a.length);
  const schema = list.some(({ suffix }) => suffix === '.schema.json');
  const plain = list.some(({ letter }) => letter === 't');
  const typed = (type: string) => `    types { }\n    default_type '${type}';\n`;
  return `  # ${list.map(({ accept }) => accept).join(', ')}
  location ~ ^${pattern}$ {
    set $address $uri;
    if ($page = "") { return 404; }
    if ($${variable} = "") { return 406; }
${schema ? `    if ($${variable} = .schema.json) { rewrite ^ /.schema$uri last; }\n` : ''}${plain ? `    if ($${variable} = .plain) { rewrite ^ /.plain$uri last; }\n` : ''}${fileStart(`$uri$${variable}`)}${fields({ ...common, 'Content-Location': `$twin_${variable}`, Vary: 'Accept' }, 4)}    try_files $uri$${variable} $uri/index$${variable} =404;
  }
${
  schema
    ? `  location ~ ^/\\.schema(?<schema_of>${pattern})$ {
    internal;
    set $address $schema_of;
${fileStart('$schema_of.schema.json')}${typed('application/schema+json')}${fields({ ...common, 'Content-Location': '$schema_of.schema.json', Vary: 'Accept' }, 4)}    try_files $schema_of.schema.json =404;
  }
  location ~ ^(?<schema_page>${pattern})\\.schema\\.json$ {
    set $address $schema_page;
${fileStart('$uri')}${typed('application/schema+json')}${fields({ ...common, 'X-Robots-Tag': 'noindex' }, 4)}    try_files $uri =404;
  }
`
    : ''
}${
  plain
    ? `  location ~ ^/\\.plain(?<plain_of_${variable}>${pattern})$ {
    internal;
    set $address $plain_of_${variable};
    set $as -as;
${fileStart(`$plain_of_${variable}.md`)}${typed('text/plain; charset=utf-8')}${fields({ ...common, 'Content-Location': `$plain_of_${variable}.md`, Vary: 'Accept' }, 4)}    try_files $plain_of_${variable}.md =404;
  }
`
    : ''
}  location ~ ^(?<page_of_${variable}>${pattern})(?:${suffixes.join('|')})$ {
    set $address $page_of_${variable};
${fileStart('$uri')}${fields({ ...common, 'X-Robots-Tag': 'noindex' }, 4)}    try_files $uri =404;
  }
`;
}

export function errorLocation({ headers, errors }: SiteManifest, status: string, name: string): string {
  // A range is refused after the fields of the file were added.
  const common = status === '416' ? {} : headers.all;
  const extra: Fields = status === '405' ? { Allow: preflight.Allow } : status === '406' ? { Vary: 'Accept' } : {};
  return `  location ${name} {
${name.startsWith('=') ? '    internal;\n' : ''}    types { }
    default_type application/problem+json;
${fields({ ...common, ...headers.error, ...extra }, 4, true)}    return ${status} ${quoted(JSON.stringify(errors[status]))};
  }
`;
}

export const preflight = {
  Allow: 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
};
