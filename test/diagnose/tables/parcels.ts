// cspell:ignore Ungültiges Paket
import { join } from 'node:path';
import type { ProblemType } from '#catalog/catalog.ts';
import { causesOf, usualStatus } from '#catalog/causes.ts';
import type { Entry } from '#catalog/entry.ts';
import type { Guide } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { namesOf } from '#catalog/names.ts';
import { siteOf } from '#catalog/site.ts';
import { root } from '../../support.ts';

/** The catalog of parcels with all that an entry can have: what tables of diagnosis and search are compared with. */

const plain = await load(join(root, 'test/catalogs/parcels'));

const facts = {
  ...plain.facts,
  server: { name: 'Parcels', version: '2.1.0', url: 'https://api.parcels.example' },
  routes: {
    'POST /auth/login': { summary: 'starts a session' },
    'GET /parcels': { summary: 'lists parcels', query: { page: 'optional' } },
    'POST /parcels': {
      summary: 'hands a parcel in',
      headers: { Authorization: 'required', 'Idempotency-Key': 'optional' },
    },
    'GET /parcels/{parcelId}': { summary: 'tells where a parcel is' },
    'GET /parcels/returned': { summary: 'lists parcels that came back' },
    'PUT /parcels/{parcelId}/delivery': { summary: 'plans a delivery', access: 'couriers' },
    'GET /depots/{depot}': { summary: 'describes a depot' },
  },
  values: { depot: 'Dockside', parcelId: 'PX-00001' },
  placeholders: { 'courier token': 'A token from the login.' },
  headers: { 'X-Request-Id': 'Number of the **request**, for support.' },
  settings: {
    MAX_WEIGHT: { default: '31.5', unit: 'kg', meaning: 'Heaviest parcel, as [described](../x).' },
    TOKEN_SECRET: { default: '', meaning: 'Signs the tokens of couriers.' },
  },
  statuses: {
    409: {},
    502: { note: 'The proxy gets no answer from the *service*.' },
    504: {},
  },
} as typeof plain.facts;

const login = { method: 'POST', path: '/auth/login', body: { user: '<user>' } } as const;

/** What the entries have beyond those of the folder. */
const more: Readonly<Record<string, Partial<Entry>>> = {
  'depot-full': {
    aliases: ['DEPOT_CAPACITY', 'no-space-left'],
    asked: ['closed', 'too many parcels'],
    answers: [
      { detail: 'The depot {depot} is full.', causes: ['no-space'] },
      { detail: 'The depot {depot} closes at {hour} and takes no more parcels.', causes: ['closing'], status: 409 },
      { detail: 'Capacity exceeded', title: 'Depot Exhausted', causes: ['no-space', 'closing'] },
    ],
    causes: {
      'no-space': {
        cause: 'No space is left at the depot.',
        tell: '`km` names the distance to the next depot.',
        fix: [
          {
            step: 'Hand the parcel in at the next depot, or tomorrow.',
            when: 'for couriers',
            request: { method: 'GET', path: '/depots/{depot}', headers: { 'X-Courier': '<courier token>' } },
            expect: 200,
            settings: ['MAX_WEIGHT'],
            note: 'The response contains `space_left`.',
          },
          { step: 'Wait until midnight.', only: { status: 409, detail: 'The depot * is full.' } },
          { step: 'Call the depot.', except: { status: 409 } },
        ],
        asked: ['shelf'],
      },
      closing: {
        cause: 'The depot is about to close for the night, because its staff goes home.',
        short: 'The depot closes.',
        fix: [
          { step: 'Come back at {hour} tomorrow to {depot}.', request: { ...login, path: '/depots/{depot}?{hour}' } },
        ],
        sent: 'in-special-cases',
      },
    },
    clients: {
      'handIn, handInAll': '`DepotFullError("Depot <name> has no space left")` or "try another depot"',
    },
    explanation:
      'Each depot counts its `freeShelves`, which `DEPOT_SHELVES` limits. See [midnight](https://x.example).',
    operators: 'If many depots are full, look at `DEPOT_SHELVES`.',
    userMessage: 'This depot takes no more parcels today.',
    settings: ['DEPOT_SHELVES'],
    headers: { 'X-Depot': '{depot}' },
  },
  'invalid-parcel': {
    items: { in: 'errors' },
    answers: [
      { item: { rule: 'Must be {limit} or less.' }, causes: ['too-heavy'] },
      { item: { pointer: '/label', rule: 'Must have {count} characters.' }, causes: ['rule-broken', 'bad-label'] },
      { detail: 'The weight is above 31.5 kg.', causes: ['too-heavy'] },
      { detail: 'Invalid {member}', causes: ['rule-broken'] },
    ],
    causes: {
      'too-heavy': {
        cause: 'The parcel is too heavy.',
        fix: [{ step: 'Split the parcel at {limit} kg.', request: { ...login, body: { limit: '{limit}' } } }],
      },
      'rule-broken': {
        cause: 'A member breaks its rule.',
        fix: [{ step: 'Correct each member, perhaps to {count} characters.' }],
      },
      'bad-label': { cause: 'The label has another length.', fix: [{ step: 'Print {count} characters.' }], sent: 'no' },
    },
    clients: { validate: '`InvalidParcelError` or `ValueError`', check: '`ParcelError("a parcel breaks a rule")`' },
    titles: { de: 'Ungültiges Paket' },
  },
  'parcel-not-found': {
    answers: [
      {
        detail: 'No parcel has the number {parcel_id}.',
        routes: ['GET /parcels/{parcelId}'],
        causes: ['typing-error', 'not-handed-in'],
      },
      {
        detail: 'Nothing here',
        title: 'Unknown Parcel',
        routes: ['PUT /parcels/{parcelId}/delivery'],
        causes: ['not-handed-in'],
      },
    ],
    clients: { track: '`ParcelError`' },
  },
  'rate-limited': {
    observed: {
      sent: 'in-special-cases',
      note: 'Only with the setting `RATE_LIMIT`.',
      members: [],
      headers: { 'X-RateLimit-Limit': 'Requests in a minute.' },
      missingHeaders: ['Retry-After'],
    },
  },
  'carrier-answer': { observed: { sent: 'no', note: 'The carrier keeps it.', members: [] } },
  'parcel-archived': { retired: { in: '2.0.0', because: 'Data is kept.', use: 'parcel-not-found' } },
  'depot-offline': { asked: ['down'], status: [503, 504] },
  'label-used': {
    endpoints: ['POST /parcels', { route: 'GET /parcels/returned', when: 'with a label' }],
  },
};

function changed(
  problem: ProblemType,
  entry: Entry,
  names = problem as Pick<ProblemType, 'name' | 'pageUri'>,
): ProblemType {
  const { detail, instance, ...members } = entry.example;
  const statuses = [entry.status ?? []].flat();
  const status = usualStatus(entry);
  const renamed = { ...problem, ...names };
  return {
    ...renamed,
    entry,
    statuses,
    status,
    causes: causesOf(entry, renamed.pageUri),
    answers: (entry.answers ?? []) as ProblemType['answers'],
    example: { type: renamed.typeUri, title: entry.title, status, detail, ...(instance && { instance }), ...members },
  };
}

const problems = plain.problems.map((problem) =>
  changed(problem, { ...problem.entry, ...more[problem.name] } as Entry),
);
const [pattern] = problems.filter(({ name }) => name === 'depot-offline') as [ProblemType];
const expired = changed(
  pattern,
  {
    ...pattern.entry,
    title: 'Token Expired',
    status: 401,
    category: 'limits',
    summary: 'The token of the [courier](./x) has expired.',
    now: 'Log in again.',
    explanation: 'A token of a courier is valid for `TOKEN_MINUTES`.',
    retry: { when: 'after-login', because: 'A new token is valid.' },
    causes: {
      'too-old': {
        cause: 'The token is too old.',
        fix: [{ step: 'Log in again.', request: login, expect: 201 }],
        asked: ['logged out'],
      },
    },
    answers: [
      { detail: 'The token has expired', causes: ['too-old'] },
      { detail: 'Token expired at {time}: log in again', causes: ['too-old'], status: 403 },
    ],
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    example: { detail: 'The token has expired' },
    endpoints: ['GET /parcels', 'POST /parcels', 'PUT /parcels/{parcelId}/delivery'],
    clients: { login: '`AuthenticationError("Login failed: <reason>")`', handIn: '`AuthenticationError`' },
    status_: undefined,
  } as unknown as Entry,
  namesOf('token-expired', facts),
);

export const site = siteOf({ ...plain, facts, problems: [...problems, expired] });

/** Responses that are not problem details. */
export const replies = `What else arrives.

## 502: \`Bad Gateway\` from the [proxy](https://x.example)

The proxy gets no answer. See [the depots](../depots) or [all](./all.md#top).

\`\`\`text
Bad Gateway from the proxy
\`\`\`

| a | b |
| - | - |

Wait a minute, then
send the request again.

## 500 or 503: \`{"message":"Internal error"}\`

The service has crashed: internal error of the service.

## \`Invalid host header\`

The address has another name.

## \`X-Cache: stale\`

The cache has answered.

## 413 from a page of the proxy

The parcel is described at too great length: Request Entity Too Large.

## Notes

Nothing with code.
`;

export const guides: readonly Guide[] = [
  {
    name: 'other-replies',
    collection: 'guides',
    title: 'Responses that are not problem details',
    description: 'What the proxy and the framework send.',
    order: 1,
    body: replies,
  },
  {
    name: 'handing-in',
    collection: 'guides',
    title: 'How to hand a parcel in',
    description: 'From the label to the depot.',
    order: 2,
    asked: ['drop off', 'send a parcel'],
    body: 'Print `a label`.\n\n## At the *depot*\n\n> Ask for [a receipt](https://x.example).\n\n### Late\n\nRing the bell.\n\n## By `courier`\n\nA courier comes.\n',
  },
  {
    name: 'cli',
    collection: 'manual',
    title: 'The command',
    description: 'What it does.',
    order: 3,
    body: '## Check\n\n```bash\nnpx parcels-problems check a.json\nnode_modules/.bin/parcels-problems check b.json\nls\n```\n\n## Explain\n\n````bash title="x"\nnpx parcels-problems explain depot-full\n```\nnpx parcels-problems check again\n````\n\n```json\n{"never": "kept"}\n```\n\n|a|b|\n|-|:-|\n|one|two|\n',
  },
];
