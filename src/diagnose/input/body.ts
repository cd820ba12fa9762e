import { limitsOf } from '#runtime/read/read.ts';
import { readXml } from '#runtime/xml/parse.ts';

/** The members of a body: those of JSON text, of a problem in XML, or of an object. Undefined for anything else. */
export function objectOf(body: unknown): Record<string, unknown> | undefined {
  const value = typeof body === 'string' ? parsed(body) : body;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function parsed(text: string): unknown {
  if (/^[\s\uFEFF]*</.test(text)) {
    const found = readXml(text, limitsOf());
    return 'value' in found ? found.value : undefined;
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Whether a value without its media type is meant as a problem details object. */
export function isProblemLike(body: Readonly<Record<string, unknown>> | undefined): boolean {
  const { type, title, status, detail } = body ?? {};
  if (typeof type === 'string') return [title, detail].some((text) => typeof text === 'string') || status !== undefined;
  return typeof title === 'string' && typeof status === 'number';
}
