import type { SiteManifest } from '../prepare/manifest.ts';
import { pagePath, type SiteFile } from '../prepare/site-files.ts';
import { quoted } from './syntax.ts';

/**
 * Entity tags by content. nginx makes them from time and length, so these are compared in the configuration. A file whose
 * tag the request names is asked for again by `error_page`, and nginx sends its header fields with the status 304.
 */

/** Entity tags by the file of a page or the path of another file. */
export function entityTags(files: readonly SiteFile[], { files: known }: SiteManifest): Map<string, string> {
  return new Map(
    files.map(({ path }) => {
      const { digest = '', gzip } = known[path] ?? {};
      const page = pagePath(path);
      return [page === undefined ? path : `${page}.html`, digest.slice(0, 20) + (gzip ? '+' : '')];
    }),
  );
}

/** `map` blocks that give `$etag` for `$file`, and `$not_modified`. */
export function tagMaps(tags: ReadonlyMap<string, string>): string {
  return `# Entity tags by content; "+" where a compressed file is next to the plain one.
map $file $tag {
  default "";
${[...tags].map(([file, tag]) => `  ${quoted(file)} ${tag};\n`).join('')}}
map $http_accept_encoding $coding {
  default "";
  # ${coding('br')} br;
  ${coding('gzip')} gzip;
}
map "$tag $coding$as" $etag {
  default "";
  "~^(?<plain_tag>[\\w-]+) \\w*(?<plain_as>-as)?$" '"$plain_tag$plain_as"';
  "~^(?<packed_tag>[\\w-]+\\+) (?<packed_as>.*)$" '"$packed_tag$packed_as"';
}
# A file is asked for again with these arguments, to be sent without its body.
map "$args $etag $http_if_none_match" $not_modified {
  volatile;
  default 0;
  "~^\\.304 " 0;
  "~^\\S* (\\x22\\S+\\x22) .*\\g{1}" 1;
  "~^\\S* \\x22\\S+\\x22 \\s*\\*\\s*$" 1;
}
`;
}

/** A pattern of `Accept-Encoding` fields that take a coding. */
function coding(name: string): string {
  return `"~*(?:^|[ ,])${name}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))\\s*(?:[,;]|$)"`;
}
