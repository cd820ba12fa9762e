import { z } from 'zod';

/**
 * What an entry is: the shape of one problem type in `problems/` and of the catalog's own facts in
 * `problems/index.ts`. The JSDoc on each field is the style guide for authors.
 */

const phrase = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !text.endsWith('.'), 'must be a phrase. Drop the final period.');
const isWritten = (text: string) => text !== '…';
const sentence = z
  .string()
  .trim()
  .min(1)
  .refine(isWritten, { error: 'must be written out.', abort: true })
  .refine((text) => /[.!?`)]$/.test(text), 'must be a sentence. End it with a period.');
const markdown = z.string().trim().min(1).refine(isWritten, 'must be written out.');
const kebabName = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be the file name of an entry, in kebab-case');
const statusFault = 'must be an HTTP error status, 400 to 599';
const errorStatus = z.int(statusFault).min(400, statusFault).max(599, statusFault);
const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an absolute https URL', abort: true });
const version = z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/, 'must be a version such as 2.1.0');
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'must be an HTTP field name');
const json: z.ZodType<Json> = z.json();

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Who can make the problem go away. */
export const fixers = ['client-developer', 'end-user', 'operator', 'server-developer'] as const;
/** When sending the request again can succeed. */
export const retries = ['never', 'now', 'after-delay', 'after-change', 'after-login', 'after-fix'] as const;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const fixer = z.enum(fixers);

/** A request that a reader can send; curl, fetch and Python text are derived from it. */
export const requestSchema = z.strictObject({
  method: z.enum(methods),
  /** Path below the server's URL, placeholders filled in: `/agents/my-agent/heartbeat`. */
  path: z.string().regex(/^\/[^\s?#]*$/, 'must be a path that starts with "/", without query'),
  /** Query parameters, a repeated one as an array. */
  query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
  /** Header fields as sent. Secrets are placeholders in angle brackets: `Bearer <admin token>`. */
  headers: z.record(headerName, z.string()).optional(),
  /** JSON body. Secrets are placeholders. */
  body: json.optional(),
});

const cause = z.strictObject({
  /** What happened, as one sentence. */
  cause: sentence,
  /** How to tell this cause from the others: what the response or the situation shows. One sentence. */
  recognize: sentence.optional(),
  /** Who can fix this cause, where that differs from the entry's `fixedBy`. */
  fixedBy: fixer.optional(),
  /** What of the response proves this cause. `*` in a text stands for any run of characters. */
  match: z
    .strictObject({
      status: errorStatus.optional(),
      title: z.string().optional(),
      detail: z.array(z.string()).min(1).optional(),
      members: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});

const step = z.strictObject({
  /** One imperative sentence, starting with a verb. Inline Markdown. */
  step: sentence,
  /** For whom or in which case the step applies, as a phrase: `if the fingerprint changed`. */
  when: phrase.optional(),
  /** The request that carries the step out or checks it. */
  request: requestSchema.optional(),
  /** Status of a successful answer to `request`. */
  expect: z.int().min(100).max(599).optional(),
  /** Settings to look at, names in the catalog's `settings`. */
  settings: z.array(z.string()).optional(),
  /** How to see that it worked, or what to mind. Inline Markdown, one or two sentences. */
  note: sentence.optional(),
});

const endpoint = z.union([
  z.string(),
  z.strictObject({
    /** `METHOD /path/{parameter}`, a key of the catalog's `routes`. */
    route: z.string(),
    /** The condition, as a phrase: `with ENVIRONMENT=production`. */
    when: phrase,
  }),
]);

const difference = z.strictObject({
  /** What the server's documentation says. One sentence. */
  documented: sentence,
  /** What the server does instead. One sentence. */
  actual: sentence,
});

const observed = z.strictObject({
  /** Whether a client can receive this type from the running server. */
  sent: z.enum(['yes', 'in-special-cases', 'no']),
  /** Why it is rare or never sent, and what arrives instead. Inline Markdown. Required unless `sent` is `yes`. */
  note: sentence.optional(),
  /** Names of the types that arrive instead. */
  instead: z.array(kebabName).optional(),
  /** Statuses seen. */
  statuses: z.array(errorStatus).optional(),
  /** Titles seen, where the server sends others than `title`. */
  titles: z.array(z.string()).optional(),
  /** Literal `detail` texts seen. `*` stands for a variable part. */
  details: z.array(z.string()).optional(),
  /** Extension members that the server really sends. The others are documented only. */
  members: z.array(z.string()),
  /** Those of `members` that the server's documentation does not mention. */
  undocumented: z.array(z.string()).optional(),
  /** Standard and common members that responses of this type often lack. */
  missing: z.array(z.string()).optional(),
  /** Header fields of this type as really sent: name and what is in it. */
  headers: z.record(headerName, sentence).optional(),
  /** Header fields that HTTP or this entry asks for and the server leaves out. */
  missingHeaders: z.array(headerName).optional(),
  /** Where documentation and server disagree. */
  differences: z.array(difference).optional(),
});

/** One problem type, as written in `problems/<name>.ts`. The file name is its identity. */
export const entrySchema = z.strictObject({
  /** RFC 9457 `title`: a short phrase, the same for every occurrence, as the server sends it. */
  title: phrase.max(100),
  /** The status codes it is sent with; the first is the default. */
  status: z.union([errorStatus, z.array(errorStatus).min(2)], statusFault),
  /** A key of the catalog's `categories`. */
  category: z.string(),
  /** Version of the server that first had this type, where known. */
  since: version.optional(),
  /** What happened, in one sentence of at most 25 words. No blame. */
  summary: sentence,
  /** What to do at once, in one imperative sentence. It stands in the verdict at the top of the page. */
  now: sentence,
  /** How the thing works that failed, and why. Markdown, two to eight sentences. */
  explanation: markdown,
  /** Who can fix it, the most likely first. */
  fixedBy: z.array(fixer).min(1),
  /** Every cause, the most frequent first. */
  causes: z.array(cause).min(1),
  /** Whether sending the request again can help, and why. */
  retry: z.strictObject({ when: z.enum(retries), because: sentence }),
  /**
   * Header fields a right response of this type carries beside `Content-Type`. `{member}` is replaced
   * by that member of the occurrence; without it the field is left out.
   */
  headers: z.record(headerName, z.string()).optional(),
  /** Body of a typical occurrence without `type`, `title` and `status`. */
  example: z.looseObject({ detail: z.string(), instance: z.string().optional() }),
  /** Steps in order, each a thing to do. */
  resolution: z.array(step).min(1),
  /** Code that handles the problem; it branches on `type`, never on message text. */
  samples: z
    .array(
      z.strictObject({
        title: phrase,
        lang: z.enum(['python', 'typescript', 'bash', 'http', 'json', 'nginx', 'yaml', 'ini']),
        code: z.string().trim().min(1),
      }),
    )
    .optional(),
  /** A text that can be shown to an end user. */
  userMessage: sentence.optional(),
  /** For people who run the server: what to look at, whether to alert. Markdown. */
  operators: markdown.optional(),
  /** Settings that matter here, names in the catalog's `settings`. */
  settings: z.array(z.string()).optional(),
  /** Operations that can answer with this type. */
  endpoints: z.array(endpoint).optional(),
  /** What the server's own client library raises: method or methods, and the exception with its text. */
  clients: z.record(z.string(), sentence).optional(),
  /** What was measured on the running server. */
  observed: observed.optional(),
  /** Types that are confused with this one: name, and the difference as a phrase. */
  related: z.record(kebabName, phrase).optional(),
  /** Other names under which people know it: constants, codes, former slugs. */
  aliases: z.array(z.string().min(1)).optional(),
  /** Outside documents that explain more. */
  references: z.array(z.strictObject({ title: phrase, url: httpsUrl })).optional(),
  /** Set when the server stops using the type. Page, schema and export stay for ever. */
  retired: z
    .strictObject({
      /** Version of the server that no longer sends it. */
      in: version,
      because: sentence,
      /** Name of the type that took its place. */
      use: kebabName.optional(),
    })
    .optional(),
});

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

/** The catalog's own facts, as written in `problems/index.ts`. */
export const factsSchema = z.strictObject({
  /** Name of the product, as in running text and at the top of every page. */
  name: z.string().trim().min(1).max(40, 'must be 40 characters or fewer'),
  /** What the product is, in one sentence. */
  description: sentence,
  /** Type URIs are this plus `/<name>`: an https URL with a path, without trailing slash, query and fragment. */
  baseUri: httpsUrl.refine(
    (url) => /^https:\/\/[^/?#]+(\/[^/?#]+)+$/.test(url),
    'must have a path and end without slash, query and fragment',
  ),
  /** Name of the npm package made from the catalog. */
  package: z.string().regex(/^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/, 'must be an npm package name'),
  /** Where the catalog's source can be read and corrected. */
  repository: httpsUrl.optional(),
  /** The server whose behavior the entries record, and where requests of the examples go. */
  server: z.strictObject({ name: z.string(), version, url: z.url({ protocol: /^https?$/ }) }),
  /** Category key to heading and meaning, in the order of display. */
  categories: z.record(kebabName, z.strictObject({ title: phrase, summary: sentence })),
  /** What is to be known of the standard members in this product: member to one or two sentences. */
  members: z.partialRecord(z.enum(['type', 'title', 'status', 'detail', 'instance']), sentence).optional(),
  /** Common members that constructors fill. `now` is the time of construction, RFC 3339 in UTC. */
  fill: z.record(z.string(), z.literal('now')).optional(),
  /** Server settings: default (as text, with unit), and what it does. */
  settings: z
    .record(z.string(), z.strictObject({ default: z.string(), unit: phrase.optional(), meaning: sentence }))
    .optional(),
  /** Operations, `METHOD /path/{parameter}`. When given, entries may name and request these only. */
  routes: z.record(z.string().regex(/^[A-Z]+ \/\S*$/, 'must be "METHOD /path"'), route).optional(),
  /** What stands in angle brackets in requests and samples: placeholder without brackets, and what to put there. */
  placeholders: z.record(z.string(), sentence).optional(),
  /** Header fields on every problem response: name, and what is in it. */
  headers: z.record(headerName, sentence).optional(),
});

export type Entry = z.output<typeof entrySchema>;
export type Request = z.output<typeof requestSchema>;
export type Route = z.output<typeof route>;
export type Fixer = (typeof fixers)[number];
export type Retry = (typeof retries)[number];

type Input = z.input<typeof entrySchema>;
type Name<Members> = Extract<keyof Members, string>;

/**
 * The type an entry satisfies. `Members` is the interface of the problem type's extension members;
 * example and observed member names are checked against it.
 */
export interface Problem<Members extends object = object> extends Omit<Input, 'example' | 'observed' | 'status'> {
  /** The status codes it is sent with; the first is the default. */
  readonly status: number | readonly [number, number, ...number[]];
  /** Body of a typical occurrence without `type`, `title` and `status`. */
  readonly example: { detail: string; instance?: string } & Members;
  /** What was measured on the running server. */
  readonly observed?: Omit<NonNullable<Input['observed']>, 'members' | 'undocumented'> & {
    readonly members: readonly Name<Members>[];
    readonly undocumented?: readonly Name<Members>[];
  };
}

/** The type of the default export of `problems/index.ts`. */
export type CatalogFacts = z.input<typeof factsSchema>;
export type Facts = z.output<typeof factsSchema>;
