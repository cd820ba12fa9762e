import { z } from 'zod';
import {
  fieldValue,
  headerName,
  httpsUrl,
  json,
  kebabName,
  languageTag,
  markdown,
  pattern,
  phrase,
  problemStatus,
  routeKey,
  sentence,
  title,
  typeUriPattern,
  version,
} from './fields.ts';

export type { CatalogFacts, Route } from './facts.ts';

/** What an entry is: one problem type, as written in `problems/<name>.ts`. The JSDoc on each field is the style guide. */

/** Who can make the problem go away. */
export const fixers = ['client-developer', 'end-user', 'operator', 'server-developer'] as const;
/** When sending the request again can succeed. */
export const retries = ['never', 'now', 'after-delay', 'after-change', 'after-login', 'after-fix'] as const;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const fixer = z.enum(fixers);
const retry = z.strictObject({
  when: z.enum(retries),
  /** One sentence. */
  because: sentence,
});

/**
 * A request that a reader can send; curl, fetch and Python text are derived from it. Every text may hold `{name}`: the
 * value that was captured from the reader's response, or else that of the example.
 */
export const requestSchema = z.strictObject({
  method: z.enum(methods),
  /** Path below the server's URL: `/agents/{agent_id}/heartbeat`. */
  path: z.string().regex(/^\/[^\s?#]*$/, 'must be a path that starts with "/", without query'),
  /** Query parameters, a repeated one as an array. */
  query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
  /** Header fields as sent. Secrets are placeholders in angle brackets: `Bearer <admin token>`. */
  headers: z.record(headerName, z.string()).optional(),
  /** JSON body. Secrets are placeholders. */
  body: json.optional(),
});

const expectFault = 'must be the status of a response, 100 to 599';

const step = z.strictObject({
  /** One imperative sentence. Inline Markdown; `{name}` is a captured value. */
  step: sentence,
  /** For whom or in which case the step applies, as a phrase: `for agents`. Steps with different cases are alternatives. */
  when: phrase.optional(),
  /** The request that carries the step out or checks it. */
  request: requestSchema.optional(),
  /** Status of a successful response to `request`. */
  expect: z.int(expectFault).min(100, expectFault).max(599, expectFault).optional(),
  /** Settings to look at, names in the catalog's `settings`. */
  settings: z.array(z.string()).optional(),
  /** What the step returns, or its one exception. Inline Markdown, one or two sentences. */
  note: sentence.optional(),
});

/** What a response and its request have: all that is given must hold. */
const conditions = z.strictObject({
  /** Text of `detail`, unescaped. Absent: any. */
  detail: pattern.optional(),
  /** The title, where the server sends another than the entry's. */
  title: z.string().min(1).optional(),
  status: problemStatus.optional(),
  /** Members of the body: name to a pattern of the value as text. */
  members: z.record(z.string(), pattern).optional(),
  /** Compared with the request, or else with `instance`. */
  routes: z.array(routeKey).min(1).optional(),
  /** Header fields of the request: whether it has one (an empty one does not count), or a pattern of its value. */
  request: z.record(headerName, z.union([z.boolean(), pattern])).optional(),
});

const anyConditions = z.union([conditions, z.array(conditions).min(1)]);

const fixStep = step.extend({
  /** The responses that the step is for, where `when` says so: diagnoses of all others leave it out. A list: any of them. */
  only: anyConditions.optional(),
  /** Responses that the step does not help with: their diagnoses leave it out. A list: any of them. */
  except: anyConditions.optional(),
});

const cause = z.strictObject({
  /** What went wrong, as one sentence that can follow "because". */
  cause: sentence,
  /** The same for a list, as a phrase of at most 48 characters. */
  short: phrase.max(48, 'must be 48 characters or fewer. Cut it, or leave it out.').optional(),
  /** What the reader can see that tells this cause from the others, and where. One sentence. */
  tell: sentence.optional(),
  /** Who can fix this cause, where that is not the entry's `fixedBy`. */
  fixedBy: fixer.optional(),
  /** Whether sending the request again helps, where that is not as in the entry's `retry`. */
  retry: retry.optional(),
  /** Where the running server seldom or never gets there. */
  sent: z.enum(['in-special-cases', 'no']).optional(),
  /** What to do, in order. A step that several causes share is a constant of the file. */
  fix: z.array(fixStep).min(1),
  /** Words that people ask with, beyond those of the texts: `offline`. */
  asked: z.array(z.string().min(1)).optional(),
  /** Set when the cause no longer exists. Its name stays for ever. */
  retired: z.strictObject({ in: z.string().min(1), because: sentence, use: kebabName.optional() }).optional(),
});

/** A body as the server sends it, without `type`, `title` and `status`. */
const body = z.object({ detail: z.string(), instance: z.string().optional() }).catchall(json.optional());

const answer = conditions.extend({
  /** Values of one item, for a text or an array that lists several faults; see `items`. */
  item: z.record(z.string(), pattern).optional(),
  /** Causes that it leads to, the likeliest first. None: the response does not tell the cause. */
  causes: z.array(z.string()).optional(),
  /** Members of the body that the server really sends with it, `detail` and `instance` among them. */
  example: body.partial({ detail: true }).optional(),
});

const endpoint = z.union([
  routeKey,
  z.strictObject({
    /** `METHOD /path/{parameter}`, a key of the catalog's `routes`. */
    route: routeKey,
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
  title,
  /** The title in other languages, by language tag (BCP 47): `{ de: 'Nicht auf Lager' }`. `localize` chooses one. */
  titles: z.record(languageTag, title).optional(),
  /** Its type URI, where that is not made as those of the other entries: an absolute URI, or a pattern like `typeUri` of the catalog. */
  type: typeUriPattern.optional(),
  /** The status codes it is sent with; the first is the default. Absent: whichever fits the occurrence. */
  status: z
    .union(
      [
        problemStatus,
        z
          .array(problemStatus)
          .min(2, 'must name two or more statuses. Write a single one without brackets.')
          .refine((list) => new Set(list).size === list.length, 'must name each status once. Remove the repeated one.'),
      ],
      'must be the HTTP status of a response with a body, 200 to 599, or a list of two or more different ones',
    )
    .optional(),
  /** A key of the catalog's `categories`. */
  category: z.string(),
  /** Version of the server that first had this type, where known. */
  since: z.string().min(1).optional(),
  /** What is true of this request or server, in one sentence of at most 20 words. No blame. */
  summary: sentence,
  /** What to do at once: one imperative sentence that helps the most likely reader. Stands at the top of the page. */
  now: sentence,
  /** How the thing works that failed, and why. Markdown, two to eight sentences. */
  explanation: markdown,
  /** Who can fix it in the commonest case. */
  fixedBy: fixer,
  /** Whether sending the request again can help, in the commonest case. */
  retry,
  /** Every cause by its permanent name, the most frequent first. Its address is the page's with `#<name>`. */
  causes: z.record(kebabName, cause).refine((causes) => Object.keys(causes).length > 0, 'must have a cause'),
  /** Each known response once, the most frequent first, and the causes that it leads to. */
  answers: z.array(answer).optional(),
  /**
   * Where a response lists several faults: in which member, and for a text how one of them begins. `parts` capture what
   * not every item has.
   */
  items: z
    .strictObject({ in: z.string(), each: pattern.optional(), parts: z.array(pattern).min(1).optional() })
    .optional(),
  /**
   * Header fields a right response of this type carries beside `Content-Type`. `{member}` is replaced
   * by that member of the occurrence; without it the field is left out.
   */
  headers: z.record(headerName, fieldValue).optional(),
  /** Body of a typical occurrence as the server sends it, without `type`, `title` and `status`. */
  example: body,
  /** The same as documented, where the server sends something else. */
  documented: body.optional(),
  /** How to keep it from happening. */
  prevent: z.array(step).min(1).optional(),
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
  /** For people who run the server: "If <pattern in the logs>, <likely cause>. <Action>." Markdown. */
  operators: markdown.optional(),
  /** How operators find it: a line of the log, as a pattern, and a metric to alert on. */
  monitor: z.strictObject({ log: z.string().min(1).optional(), metric: z.string().min(1).optional() }).optional(),
  /** Settings that matter here, names in the catalog's `settings`. */
  settings: z.array(z.string()).optional(),
  /** Operations that can answer with this type. */
  endpoints: z.array(endpoint).optional(),
  /** What the server's own client library raises: method or methods, and the exception with its text. */
  clients: z.record(z.string(), sentence).optional(),
  /** What was measured on the running server. */
  observed: observed.optional(),
  /** Types that are confused with this one: name, and the difference as a phrase. */
  related: z.record(z.string(), phrase).optional(),
  /** Other names under which people know it: constants, codes, former slugs. */
  aliases: z.array(z.string().min(1)).optional(),
  /** Words that people ask with, beyond those of the texts: `logged out`. */
  asked: z.array(z.string().min(1)).optional(),
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

export type Entry = z.output<typeof entrySchema>;
export type Request = z.output<typeof requestSchema>;
export type Fixer = (typeof fixers)[number];
export type Retry = (typeof retries)[number];

type Name<Members> = Extract<keyof Members, string>;

/**
 * As authors may write it: arrays may be constants, and of a list of different objects TypeScript says that each may have
 * the members of the others, as `undefined`.
 */
type Authored<T> = T extends readonly (infer Item)[]
  ? readonly Authored<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Authored<T[Key]> | (string extends Key ? undefined : never) }
    : T;

type Input = Authored<z.input<typeof entrySchema>>;

/** A step of a fix. A constant of this type serves several causes of a file. */
export type Step = Authored<z.input<typeof fixStep>>;
/** The causes of an entry by name: `const causes = { … } satisfies Causes`. */
export type Causes = Readonly<Record<string, Authored<z.input<typeof cause>>>>;

type Occurrence<Members> = { detail: string; instance?: string } & Members;
/** Common members, which an entry does not know; `check` says which names are none. */
interface OtherMembers {
  readonly [member: string]: unknown;
}

interface Answer<Cause> extends Omit<Authored<z.input<typeof answer>>, 'causes'> {
  /** Causes that it leads to, the likeliest first. None: the response does not tell the cause. */
  readonly causes?: readonly Cause[];
}

/**
 * The type an entry satisfies. `Members` is the interface of the problem type's extension members; example and observed
 * member names are checked against it. `C` is `typeof causes`, where they are a constant of the file: then `answers` can
 * name no other.
 */
export interface Problem<Members extends object = object, C extends Causes = Causes>
  extends Omit<Input, 'answers' | 'causes' | 'documented' | 'example' | 'observed' | 'status'> {
  /** The status codes it is sent with; the first is the default. Absent: whichever fits the occurrence. */
  readonly status?: number | readonly [number, number, ...number[]];
  /** Every cause by its permanent name, the most frequent first. Its address is the page's with `#<name>`. */
  readonly causes: C;
  /** Each known response once, the most frequent first, and the causes that it leads to. */
  readonly answers?: readonly Answer<Name<C>>[];
  /** Body of a typical occurrence as the server sends it, without `type`, `title` and `status`. Common members can be in it. */
  readonly example: Occurrence<Members> & OtherMembers;
  /** The same as documented, where the server sends something else. */
  readonly documented?: Occurrence<Members> & OtherMembers;
  /** What was measured on the running server. */
  readonly observed?: Omit<NonNullable<Input['observed']>, 'members' | 'undocumented'> & {
    readonly members: readonly Name<Members>[];
    readonly undocumented?: readonly Name<Members>[];
  };
}
