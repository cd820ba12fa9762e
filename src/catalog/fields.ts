import { z } from 'zod';
import { parseRoute } from '#runtime/routes/match.ts';
import { typeUriForms } from './names.ts';
import { openText } from './unfinished.ts';

/** The kinds of fields that entries and facts are made of. Messages say what to write instead. */

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const phrase = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !text.endsWith('.'), 'must be a phrase. Drop the final period.');

/** RFC 9457 `title`. */
export const title = phrase
  .max(100, 'must be 100 characters or fewer')
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line without control characters. Write it on one line.');

/** A language tag as BCP 47 writes it. */
export const languageTag = z
  .string()
  .refine(isLanguageTag, 'must be a language tag. Write it as BCP 47 does: "de", "pt-BR", "zh-Hant".');

function isLanguageTag(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    // Of the languages with three letters, thousands have no name here.
    return Intl.getCanonicalLocales(tag)[0] === tag && (language.length === 3 || names.of(language) !== undefined);
  } catch {
    return false;
  }
}

export const sentence = z
  .string()
  .trim()
  .min(1, { abort: true })
  .refine((text) => text === openText || /[.!?`)]$/.test(text), 'must be a sentence. End it with a period.');
export const markdown = z.string().trim().min(1);

export const kebabName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case. Write lower-case words joined by "-".');

const statusFault = 'must be the HTTP status of a response with a body, 200 to 599';
/** RFC 9457 section 3.1.2: mostly an error, but any response can carry a problem details object. */
export const problemStatus = z
  .int(statusFault)
  .min(200, statusFault)
  .max(599, statusFault)
  .refine((status) => ![204, 205, 304].includes(status), statusFault);

/** An absolute URL with one of the schemes. Parsers also take `https:a.example` and `https:///a.example`; it does not. */
export function urlWith(scheme: RegExp, error: string) {
  return z.url({ protocol: scheme, error, abort: true }).refine(isWrittenOut, { error, abort: true });
}

function isWrittenOut(url: string): boolean {
  return /^(?:mailto:[^@]+@|https?:\/\/[^/\\])/i.test(url);
}

export const httpsUrl = urlWith(/^https$/, 'must be an absolute https URL. Write it with "https://".');
/** Version of the product, in whatever form it has: `2.1.0`, `2026-10`. */
export const version = z.string().trim().min(1);
/** Tells whether a text is an absolute URI, once names stand in place of its forms. */
export function isTypeUriPattern(text: string): boolean {
  const uri = text.replace(typeUriForms, 'x');
  return /^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i.test(uri);
}

/** An absolute URI (RFC 3986 section 4.3), in which `{form}` stands for the name of the entry. */
export const typeUriPattern = z
  .string()
  .refine(
    isTypeUriPattern,
    'must be an absolute URI. Write it as in https://api.example.com/errors/out-of-stock or urn:problem-type:shop:outOfStock.',
  );
export const headerName = z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'must be an HTTP field name');
/** RFC 9110 section 5.5, as `new Headers` takes it. */
export const fieldValue = z
  .string()
  .regex(
    /^[\t\x20-\x7e\x80-\xff]*$/,
    'must be a field value on one line, without characters beyond Latin-1. Write it in ASCII.',
  )
  .refine(
    (text) => !/[{}]/.test(text.replace(/\{\w+\}/g, '')),
    'must have braces around the name of a member only. Write it as in "{retry_after}".',
  );
export const json: z.ZodType<Json> = z.json();

/** A text as it arrives: `{name}` captures a value, `*` stands for any run of characters, all else is literal. */
export const pattern = z
  .string()
  .min(1)
  .refine(
    (text) => !/(?:\*|\{[a-z][a-z0-9_]*\})(?:\*|\{[a-z][a-z0-9_]*\})/.test(text),
    'must have text between two variable parts. Join them to one "*".',
  );

/** `METHOD /path/{parameter}`. */
export const routeKey = z
  .string()
  .regex(/^[A-Z]+ \/\S*$/, { error: 'must be "METHOD /path". Write it as in "GET /orders/{id}".', abort: true })
  .superRefine((route, context) => {
    try {
      parseRoute(route);
    } catch (error) {
      const [fact] = (error as Error).message.split('. ');
      context.addIssue(`must have a path that can be read: ${fact}. Write parameters as in /orders/{id}.`);
    }
  });
