import { unescaped } from '#runtime/causes/fitting.ts';

/** application/problem+xml, read as far as it is shown. RFC 9457 appendix B. */

const prefix = String.raw`(?:[\w.-]{1,40}:)?`;
const root = new RegExp(`^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--[^>]*>\\s*)?<${prefix}problem\\b`);

export function isProblemXml(body: string, contentType: string): boolean {
  return /^\s*application\/problem\+xml\b/i.test(contentType) || root.test(body.replace(/^\uFEFF/, ''));
}

/** The standard members. */
export function xmlMembers(xml: string): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const name of ['type', 'title', 'status', 'detail', 'instance']) {
    const [, text] = new RegExp(`<${prefix}${name}>([^<]*)</${prefix}${name}>`).exec(xml) ?? [];
    if (text !== undefined) members[name] = name === 'status' ? Number(text) : unescaped(text.trim());
  }
  return members;
}
