import { unescaped } from '#runtime/causes/pattern.ts';

/** application/problem+xml, read as far as it is shown. RFC 9457 appendix B. */

/** The first element: declarations and comments begin with another sign. */
const root = /<([\w.:-]+)/;
const member = /<(?:[\w.-]+:)?(type|title|status|detail|instance)>([^<]*)<\//g;

export function isProblemXml(body: string, contentType: string): boolean {
  if (/^\s*application\/problem\+xml\b/i.test(contentType)) return true;
  const [, name = ''] = (/^[\s\uFEFF]*</.test(body) && root.exec(body)) || [];
  return name === 'problem' || name.endsWith(':problem');
}

/** The standard members. */
export function xmlMembers(xml: string): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [, name = '', text = ''] of xml.matchAll(member)) {
    members[name] ??= name === 'status' ? Number(text) : unescaped(text.trim());
  }
  return members;
}
