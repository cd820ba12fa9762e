import { z } from 'zod';
import { face } from './face.ts';
import {
  headerName,
  httpsUrl,
  json,
  kebabName,
  languageTag,
  markdown,
  phrase,
  routeKey,
  sentence,
  typeUriPattern,
  urlWith,
  version,
} from './fields.ts';
import { typeUriForms } from './names.ts';

/** The catalog's own facts, as written in `problems/index.ts`. */

/** What the pages of a status or a category ask, to lead to a type: the first question that is answered with yes decides. */
const question = z.strictObject({
  /** A question that the reader can answer with yes or no: `Was there no token?` */
  ask: z.string().trim().min(1).endsWith('?', 'must be a question. End it with "?".'),
  /** What counts as yes. One or two sentences, inline Markdown. */
  note: sentence.optional(),
  /** Names of types, each perhaps with `#` and a cause, the likeliest first. */
  types: z.array(z.string()).min(1),
});

/** A URL as browsers send it: in lower case where that makes no difference, and in ASCII. */
const sent = (url: string) => new URL(url).href.replace(/\/$/, '');

const presence = z.enum(['required', 'optional']);

const route = z.strictObject({
  /** What the operation does, as a phrase. */
  summary: phrase,
  /** Who may call it, as a phrase. */
  access: phrase.optional(),
  /** Header fields it reads. */
  headers: z.record(headerName, presence).optional(),
  query: z.record(z.string(), presence).optional(),
  /** Members of the JSON body. `*` allows any other member. */
  body: z.record(z.string(), presence).optional(),
});

const manual = z.strictObject({
  /**
   * Names of the guides that the site has: `express`, `vitest`. An empty list: none. `all`: also those on making and hosting
   * a catalog. Absent: those for users of the package in a catalog in English, none in another language. A guide of the
   * catalog's own replaces that of the same name.
   */
  guides: z.union([z.literal('all'), z.array(kebabName)]).optional(),
  /** Names of the problem types in their examples. Absent: the types that fit best. */
  examples: z
    .strictObject({
      /** The type of most examples. Best is one with one required member that the path of a request has. */
      main: kebabName.optional(),
      /** A second type, best without required members. */
      other: kebabName.optional(),
      /** A type with the status 401. */
      login: kebabName.optional(),
      /** A type with the status 429 and a `Retry-After` that is one of its members. */
      limit: kebabName.optional(),
      /** A type, `#` and one of its causes. */
      cause: z
        .string()
        .regex(
          /^[a-z][a-z0-9-]*#[a-z][a-z0-9-]*$/,
          'must be a type, "#" and a cause. Write it as in token-invalid#expired.',
        )
        .optional(),
    })
    .optional(),
});

/** The catalog's own facts, as written in `problems/index.ts`. */
export const factsSchema = z.strictObject({
  /** Name of the product, as in running text and at the top of every page. */
  name: z.string().trim().min(1).max(40, 'must be 40 characters or fewer'),
  /** What the product is, in one sentence. */
  description: sentence,
  /** Language of the texts and of `title`, as a language tag (BCP 47). Absent: English. */
  language: languageTag.optional(),
  /**
   * Whether `check` holds texts to the rules of prose: sentences of at most 25 words, no filler, steps that start with a verb.
   * Absent: in English only, for which the rules are made.
   */
  proseRules: z.boolean().optional(),
  /**
   * Where the pages are: an https URL without trailing slash, query and fragment. Type URIs are this plus `/<name>`, unless
   * `typeUri` says otherwise.
   */
  baseUri: httpsUrl
    .refine((url) => /^https:\/\/[^/?#]+(\/[^/?#]+)*$/i.test(url), {
      error: 'must end without slash, query and fragment. Write it as in https://api.example.com/problems.',
      abort: true,
    })
    .refine((url) => sent(url) === url, {
      error: ({ input }) => `must be written as it is sent. Write it as in ${sent(String(input))}.`,
    })
    .refine(
      (url) => !/\/(guides|common|inspect|_)$/.test(url),
      'must not end in "guides", "common", "inspect" or "_", where other pages of the site are. End it in another word.',
    ),
  /**
   * How type URIs are made, where they are not the address of the page: any absolute URI, with the name of the entry as
   * `{name}` (`out-of-stock`), `{camelCase}`, `{PascalCase}`, `{snake_case}` or `{CONSTANT_CASE}`. For example
   * `urn:problem-type:shop:{camelCase}` or `https://api.example.com/errors#{name}`.
   */
  typeUri: typeUriPattern
    .refine(
      (text) => text.search(typeUriForms) >= 0,
      'must hold the name of the entry. Write {name} or {camelCase} where it goes.',
    )
    .optional(),
  /** Name of the npm package made from the catalog. */
  package: z
    .string()
    .regex(
      /^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/,
      'must be an npm package name, in lower case, such as "acme-problems" or "@acme/problems"',
    ),
  /** Where the catalog's source can be read and corrected. */
  repository: httpsUrl.optional(),
  /** Where to report a vulnerability: an https or mailto URL, for `/.well-known/security.txt` (RFC 9116). */
  security: urlWith(
    /^(https|mailto)$/,
    'must be an https or mailto URL. Write it as in mailto:security@example.com.',
  ).optional(),
  /**
   * What was published and is gone on purpose: as `npm run diff` names it (`loan-limit-reached member fees`), and why.
   * A release refuses to remove anything else.
   */
  removed: z.record(z.string(), sentence).optional(),
  /** The server whose behavior the entries record, and where requests of the examples go. Not needed where there is none. */
  server: z
    .strictObject({
      /** Absent: the name of the catalog. */
      name: z.string().trim().min(1).optional(),
      version: version.optional(),
      /** Absent: the origin of the pages. */
      url: urlWith(/^https?$/, 'must be an http or https URL. Write it as in https://api.example.com.').optional(),
    })
    .optional(),
  /** Category key to heading and meaning, in the order of display. */
  categories: z.record(
    kebabName,
    z.strictObject({ title: phrase, summary: sentence, questions: z.array(question).optional() }),
  ),
  /** What is to be known of a status: how to tell its types apart, and what else arrives with it. */
  statuses: z
    .record(
      z.string().regex(/^[1-5]\d\d$/, 'must be a status code'),
      z.strictObject({ questions: z.array(question).optional(), note: markdown.optional() }),
    )
    .optional(),
  /** What is to be known of the standard members in this product: member to one or two sentences. */
  members: z.partialRecord(z.enum(['type', 'title', 'status', 'detail', 'instance']), sentence).optional(),
  /** Common members that constructors fill. `now` is the time of construction, RFC 3339 in UTC. */
  fill: z.record(z.string(), z.literal('now')).optional(),
  /** Common members that responses have: member to a value as the server sends it, for the example of each page. */
  example: z.record(z.string(), json).optional(),
  /** The same as the server's documentation has them, for the documented example of each page. */
  documented: z.record(z.string(), json).optional(),
  /** Server settings: default (as text, with unit), and what it does. */
  settings: z
    .record(z.string(), z.strictObject({ default: z.string(), unit: phrase.optional(), meaning: sentence }))
    .optional(),
  /** Operations, `METHOD /path/{parameter}`. When given, entries may name and request these only. */
  routes: z.record(routeKey, route).optional(),
  /** What stands in angle brackets in requests and samples: placeholder without brackets, and what to put there. */
  placeholders: z.record(z.string(), sentence).optional(),
  /** What `{name}` stands for in the steps of a page, where the example has no such value: `agent_id` to `my-agent`. */
  values: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a name in snake_case'), z.string().min(1)).optional(),
  /** The guides of problem-catalog on the package, which the site has beside those in `guides/`. */
  manual: manual.optional(),
  /** Header fields on every problem response: name, and what is in it. */
  headers: z.record(headerName, sentence).optional(),
  ...face,
});

export type Route = z.output<typeof route>;
export type Question = z.output<typeof question>;

/** The type of the default export of `problems/index.ts`. */
export type CatalogFacts = z.input<typeof factsSchema>;
type Written = z.output<typeof factsSchema>;

/** The facts, with those of the server that were left out. */
export interface Facts extends Omit<Written, 'server'> {
  readonly server: {
    readonly name: string;
    /** Empty when it is not known. */
    readonly version: string;
    readonly url: string;
  };
}

/** Adds what `problems/index.ts` may leave out. */
export function withDefaults({ server = {}, ...facts }: Written): Facts {
  const { name = facts.name, version = '', url = new URL(facts.baseUri).origin } = server;
  return { ...facts, server: { name, version, url } };
}
