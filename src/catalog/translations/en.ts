import type { Fixer, Retry } from '../entry.ts';
import type { Said } from './sayings.ts';

/**
 * English: every text of the pages that is not the catalog's own. Functions put values into a sentence; a text with code
 * or links is inline Markdown.
 */

type Counted = (count: number) => string;
const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Answer to "Can I send the request again?", as a phrase. */
export const retry: Readonly<Record<Retry, string>> = {
  never: 'No',
  now: 'Yes, at once',
  'after-delay': 'Yes, after a wait',
  'after-change': 'After a change to the request',
  'after-login': 'After a new login',
  'after-fix': 'After the cause is fixed',
};

export const fixer: Readonly<Record<Fixer, string>> = {
  'client-developer': 'Client developer',
  'end-user': 'End user',
  operator: 'Operator',
  'server-developer': 'Server developer',
};

/** How a running server relates to a problem type. */
export const state = {
  sent: 'Sent',
  rare: 'Sent in special cases',
  unsent: 'Not sent',
  retired: 'Retired',
};

/** A label inside a sentence. */
export const inSentence = (label: string): string => label.toLowerCase();

/** Before the last item of a list. */
export const and: string = ' and ';
export const or: string = ' or ';
export const anyStatus: string = 'any status';

export const problemTypes: Counted = (count) => plural(count, 'problem type');
export const types: Counted = (count) => plural(count, 'type');

/** Labels that mean the same on every page. */
export const label = {
  retry: 'Retry',
  fixer: 'Who can fix it',
  now: 'Do this now',
  tell: 'How to tell',
  inResponse: 'In the response',
  expected: 'Expected response',
  placeholders: 'Placeholders',
  settings: 'Settings',
  type: 'Problem type',
  types: 'Problem types',
  allTypes: 'All problem types',
  status: 'Status',
  category: 'Category',
  guides: 'Guides',
  changes: 'Changes',
  members: 'Extension members',
  headers: 'Header fields',
  member: 'Member',
  meaning: 'Meaning',
  required: 'required',
  optional: 'optional',
  documented: 'Documented',
  actual: 'Actual',
  retired: 'Retired',
  history: 'History',
  search: 'Search',
  searchOrPaste: 'Search or paste an error',
  inspect: 'Inspect a response',
  empty: 'empty',
};

/** The members that RFC 9457 defines. */
export const standardMembers = {
  type: 'Identifies the problem type.',
  title: 'Names the problem type; advisory.',
  status: 'HTTP status code; advisory.',
  detail: 'Explains this occurrence, for people.',
  instance: 'Identifies this occurrence, a URI reference.',
};

/** Around every page. */
export const frame = {
  title: (name: string) => `${name} problem types`,
  brand: 'problem types',
  skip: 'Skip to content',
  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  contents: 'Contents',
  main: 'Main',
  site: 'Site',
  allTypes: 'All types',
  inspect: 'Inspect',
  close: 'Close',
  menu: 'Menu',
  onPage: 'On this page',
  categories: 'Categories',
  overview: 'Overview',
  wholeCategory: 'All of them',
  allGuides: 'All guides',
  agents: (twin: string, index: string) =>
    `For AI agents: ${twin && `this page in Markdown is ${twin}, and `}the index of all pages is ${index}.`,
  describes: (server: string) => `Describes ${server}.`,
  json: 'Catalog as JSON',
  source: 'Source',
  report: 'Report an error on this page',
  reportTitle: (path: string) => `Error on ${path}`,
  reportBody: (address: string, published: string, server: string) =>
    `Page: ${address}\nPackage: ${published}\nDescribes: ${server}\n\nWhat is wrong:\n`,
  home: (name: string) => `Every error of ${name}, and how to fix it`,
  guide: 'Guide',
  requestLanguage: 'Language of the requests',
  requestsIn: (language: string) => `Requests in ${language}`,
  elsewhere: (languages: string, link: string) => `In ${languages}: see ${link}.`,
  page: (title: string, number: number) => `${title} (page ${number})`,
};

/** What is copied, to follow "Copy". */
export const copies = {
  curl: 'the curl command',
  python: 'the Python code',
  typescript: 'the TypeScript code',
  code: (language: string) => `the ${language} code`,
  anyCode: 'the code',
  commands: 'the commands',
  example: 'the example response',
  documented: 'the documented response',
  typeUri: 'the type URI',
  page: 'page',
};

/** The first page. */
export const home = {
  title: 'Overview',
  description: (name: string) => `What the errors of ${name} mean, whether to retry, who can fix them and how.`,
  lead: 'The `type` of an error response is an address. There you read what happened, whether to send the request again, who can fix it, and what to do now.',
  all: (count: number) => (count === 1 ? 'The problem type' : `All ${problemTypes(count)}`),
  inspect: 'Inspect a whole response',
  fromTo: 'From a response to its fix',
  response: 'The response',
  leadsTo: (link: string) => `leads to ${link}`,
  itsPage: 'its page',
  byCategory: 'By category',
  ask: 'Problem types and pages',
  askSample: 'A response, a type URI, a status, a message',
  readers: 'Where to start',
  hit: 'You hit an error',
  hitText: (index: string, inspect: string) =>
    `Open the address in \`type\`. Without one, look under [all types](${index}) for the status or the route, or [paste the response](${inspect}).`,
  write: 'You write a client',
  writeText: (name: string) =>
    `\`npm install ${name}\` brings typed constructors, guards and validators. Each page shows how to handle its type.`,
  run: 'You run the server',
  runText: 'Pages say what to look at and which settings matter.',
  begin: 'Start with',
  orGuides: (guides: string, isAlone: boolean) => `${isAlone ? 'Start with' : 'or'} the [guides](${guides}).`,
  program: 'You are a program',
  programText: 'Every page has a Markdown version, and every problem type a JSON version. [Their addresses](#programs)',
  retry: 'When to retry',
  answer: 'Retry',
  asks: 'What to do',
  count: 'Types',
  retryMeanings: {
    never: 'The response stays the same, regardless of the request. Report it or stop.',
    now: 'Send the same request again.',
    'after-delay': 'Send the same request again after a wait. A Retry-After header says how long.',
    'after-change': 'Change the request first. The same one fails again.',
    'after-login': 'Get a new token or session, then send the request with it.',
    'after-fix': 'Something outside the request must be fixed first.',
  } as Readonly<Record<Retry, string>>,
  members: 'How to read a problem response',
  membersText:
    'It has the media type `application/problem+json` (RFC 9457). Branch on `type`; the other members are for people and logs. A type can add members of its own, which its page lists.',
  programs: 'For programs',
  addresses: {
    markdown: 'one type, for agents and terminals',
    json: 'one type as data',
    schema: 'its JSON Schema',
    all: 'all types, a line each',
    catalog: 'the whole catalog as data',
  },
};

/** The page of a problem type. */
export const problem = {
  sections: {
    causes: 'Find your cause',
    example: 'Example response',
    code: 'Handle it in code',
    why: 'Why it happens',
    prevent: 'How to prevent it',
    routes: 'Routes that return it',
    operators: 'For operators',
    observed: 'Differences from the documentation',
    history: 'History',
    machine: 'Machine-readable formats',
  },
  typeUri: 'Type URI: ',
  someCauses: (fixers: string) => `For some causes: ${fixers}.`,
  retiredIn: (server: string) => `Retired in ${server}.`,
  useInstead: (link: string) => `Use ${link} instead.`,
  unsent: 'Not usually sent',
  neverSends: (server: string) => `${server} never sends this type.`,
  rarelySends: (server: string) => `${server} sends this type in special cases only.`,
  sendsInstead: 'Instead it sends',
  findDetail: 'Find the `detail` of your response.',
  causesByName: 'Causes by name',
  oneOf: (count: number) =>
    `: one of these ${['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? count}, likeliest first`,
  tellsNothing: (count: number) => `${count === 1 ? ' does' : ' do'} not tell the cause.`,
  unsentCauses: 'Documented, but never sent',
  neverGets: (server: string, count: number) =>
    `${server} never gets to ${count === 1 ? 'one cause' : `${count} causes`}.`,
  goneSince: (version: string) => `Gone since ${version}.`,
  choose: 'Choose a cause to see how to fix it.',
  rare: 'rare',
  is: 'is',
  onRoutes: (routes: string) => `on ${routes}`,
  none: 'None of these',
  similar: (titles: string) => `Similar problem types: ${titles}`,
  inspectWhole: 'Inspect the whole response.',
  statusAll: (status: number, count: number) => `Status ${status}: all ${count} problem types`,
  emptyByDefault: 'empty by default',
  notSetByDefault: 'not set by default',
  default: (value: string) => `default ${value}`,
  waits: 'The `Retry-After` header says how long to wait.',
  onlySome: (when: string) => `Only ${when}.`,
  sentUndocumented: 'sent, not documented',
  sentMember: 'sent',
  documentedOnly: 'documented only',
  oftenMissing: 'Often missing:',
  noMembers: 'This type has no extension members. ',
  everyType: 'Every problem type can have',
  whatContain: 'what they contain',
  asDocumented: (server: string) => `As documented, never sent by ${server}`,
  documentedMembers: 'Documented members',
  /** How a description begins that says of one member what this heading says of all. */
  memberNeverSent: (server: string) => `Documented, but ${server} never sends it`,
  memberOfName: ', with the member of that name',
  valueOf: (member: string) => `The value of \`${member}\`.`,
  omits: (server: string) => `${server} omits it`,
  httpRequires: 'HTTP requires it.',
  everyResponse: 'Every response has',
  whatSay: 'what they say',
  branch: 'Branch on `type`, never on message text.',
  branchByStatus: 'Branch on `status`: a problem of the type `about:blank` says no more.',
  recognize: 'Recognize it',
  shell: 'Shell',
  raises: (server: string) => `What ${server}’s own client raises`,
  userText: 'Text for people who use your product',
  inLog: 'In the log',
  metric: 'Metric',
  markdownFor: ', for agents and terminals',
  jsonFor: ', this page as data',
  schemaFor: ', draft 2020-12',
  package: 'Package',
  constant: 'Constant',
  knownAs: 'Also known as',
  references: 'References',
  titleIn: 'Title in other languages',
  since: 'Since',
  firstReleased: 'First released',
  replaces: 'Replaces',
  changedIn: 'Changed in',
};

/** Lists of problem types: by category, status and route, and the guides. */
export const lists = {
  indexTitle: (name: string) => `All ${name} problem types`,
  indexDescription: (count: number, name: string) =>
    `The ${problemTypes(count)} of ${name}, by category, status and route.`,
  indexLead: (server: string) =>
    `What ${server} can return when something goes wrong, whether to send it again, and who can fix it.`,
  byCategory: ', by category',
  showAll: (count: number) => `Show all ${count}`,
  inspectThis: 'Inspect this response',
  results: 'Results',
  showMore: 'Show more',
  filter: 'Filter',
  sortBy: 'Sort by',
  by: (server: string) => `By ${server}`,
  boxSample: (name: string, status: number) => `${name}, ${status}, a detail text…`,
  boxHint:
    'A response, a line of a log, a status, a detail text, a header, a route, a setting, an exception, or words.',
  boxEnter: 'opens the answer if there is one, and otherwise leads to the first result.',
  noScript: 'Searching needs JavaScript. The lists below are complete without it.',
  pages: 'Pages of this list',
  previous: 'Previous',
  next: 'Next',
  page: (number: number) => `Page ${number}`,
  range: (start: number, end: number, total: number, order: string) => `${start} to ${end} of ${total}, ${order}.`,
  byName: 'by name',
  byCatalog: 'in the order of the catalog',
  byStatus: 'By status',
  byRoute: 'What can each route return?',
  allRoutes: (count: number) => `All ${count} routes`,
  routes: 'All routes',
  routesTitle: (name: string) => `Routes of ${name}`,
  routesDescription: (count: number, name: string) => `The ${count} routes of ${name} that can return a problem.`,
  route: (route: string) => `What can ${route} return?`,
  routeDescription: (count: number, route: string) => `The ${problemTypes(count)} that ${route} can return.`,
  access: 'For whom',
  parts: { headers: 'Header fields', query: 'Query parameters', body: 'Body members' },
  anyOther: 'any other',
  unsent: (server: string) => `Documented, never sent by ${server}`,
  categoryTitle: (title: string, name: string) => `${title}: ${name} problem types`,
  statusTitle: (status: string, name: string) => `${status}: ${name} problem types`,
  statusDescription: (count: number, name: string, status: number) =>
    `The ${problemTypes(count)} that ${name} sends with status ${status}.`,
  statusWithout: (name: string, status: number) =>
    `What to do about status ${status}, for which ${name} has no problem type.`,
  which: (status: number) => `Which ${status} is it?`,
  statusAll: (status: number) => `Status ${status}: all problem types`,
  statusNone: (status: number) => `Status ${status}: no problem type`,
  namesOne: (count: number) =>
    count === 1 ? 'One problem type has this status.' : `The member \`type\` names one of ${problemTypes(count)}.`,
  firstYes: 'If you do not have the body, take the first question that you answer with yes.',
  others: 'Other problem types with this status',
  replies: (status: number) => `Responses with ${status} that are not problem details`,
  guidesDescription: (name: string) => `The parts of ${name} that errors come from, and how they work.`,
  manualDescription: (name: string) => `How to use the package ${name}: with frameworks, in clients and in tests.`,
  manual: 'For your own server and its host',
  inGuide: 'Problem types in this guide',
  conversation: (actors: string) => `Conversation between ${actors}`,
  tells: (from: string, to: string) => `${from} to ${to}`,
};

/** What all types have in common; what releases changed; a wrong address. */
export const pages = {
  common: 'What all types have in common',
  commonDescription: (name: string) =>
    `Members and header fields of every error of ${name}, and the settings of its server.`,
  members: 'Members',
  settings: 'Settings of the server',
  setting: 'Setting',
  default: (value: string) => `default: ${value}`,
  changesDescription: (name: string, product: string) =>
    `What each release of ${name} changed for users of the problem types of ${product}.`,
  noRelease: 'No version has been released yet.',
  unreleased: 'unreleased',
  notFound: 'Page not found',
  noPage: 'No page has this address.',
  noPageTitle: 'No page has this address',
  didYouMean: 'Did you mean?',
  typeUris: (name: string, pattern: string) => `The type URIs of ${name} have the form \`${pattern}\`.`,
};

/** The page where a response is inspected. */
export const inspectPage = {
  description: (name: string) =>
    `Paste an error response of ${name}: what it means, what to do now, and what is wrong with it.`,
  lead: 'Paste an error response. You learn what happened, whether to send it again, what to do now, and where the response itself breaks the rules.',
  private: (isAlone: boolean) =>
    `Your text stays in this browser. The page loads what it knows of a type, and sends nothing${isAlone ? ': its Content-Security-Policy lets it talk to this site only' : ''}.`,
  result: 'Result',
  response: 'The response',
  hint: 'JSON, what `curl -v` prints, a HAR file, a line of a log, or a type URI. With the request, more can be told. A pasted text is inspected immediately.',
  inspect: 'Inspect',
  open: 'Open a file',
  clear: 'Clear',
  drop: 'or drop a file here',
  try: 'Try',
  examples: ['Invalid response', 'Known cause', 'Log line', 'Not problem details'],
  tool: 'Tells what an HTTP error response means: its problem type, whether to retry, who can fix it, what to do now, and what is wrong with the response itself. Nothing leaves the browser.',
  parameter: 'The response, with its request if you have it: JSON, output of curl -v, HAR or a line of a log.',
  without: 'Without JavaScript',
  withoutText: 'The inspector runs in the browser and needs JavaScript. By hand it goes like this:',
  openAddress: 'Open the address in `type`. It is the page of the problem type.',
  lookFor: (index: string) =>
    `Without a \`type\`, look for the title among [all problem types](${index}), or use the status:`,
  lookUp: (routes: string) => `Look up [what the route can return](${routes}).`,
  neither: (link: string) => `If the body has neither \`type\` nor \`title\`, see ${link}.`,
};

/** Copy buttons. Texts alone, since every page loads them; `{what}` is what a button copies. */
export const copy = {
  copy: 'Copy',
  named: 'Copy {what}',
  copied: 'Copied',
  failed: 'Failed',
  refused: 'The browser did not allow it to be copied',
  prompt: 'prompt',
  wide: 'Wide content',
};

/** A prompt for an AI assistant. Texts alone, since every page loads them; `{name}` is that of the product. */
export const prompt = {
  opening: 'An HTTP response is an RFC 9457 problem details object of {name}.',
  happened: 'What happened',
  retry: 'Retry',
  fixer: 'Who can fix it',
  now: 'Do this now',
  more: 'More about it',
  question: 'Help me find which of its causes applies to my case, and fix it.',
};

/** Search boxes, their suggestions and results. */
export const search = {
  suggestions: 'Suggestions',
  failed: 'The search could not be loaded.',
  best: 'Best match',
  also: 'Also',
  maybe: 'Maybe',
  nothing: 'Nothing found. Enter shows what comes close.',
  found: (count: number, isSure: boolean) =>
    `${plural(count, 'suggestion')}. Enter ${isSure ? 'opens the first' : 'shows all results'}.`,
  kinds: {
    type: 'Type',
    cause: 'Cause',
    route: 'Route',
    reply: 'Response',
    setting: 'Setting',
    member: 'Member',
    header: 'Header',
    status: 'Status',
    category: 'Category',
    guide: 'Guide',
    manual: 'Manual',
    page: 'Page',
  },
  asked: 'You asked for ',
  meant: '. Did you mean:',
  noSimilar: '. No page has a similar name',
  withWords: '. Pages with these words:',
  /** @param text words that people ask with for this */
  askedAs: (text: string) => `asked as “${text}”`,
  verdict: (retry: string, fixers: string) => `Retry: ${retry}. Who can fix it: ${fixers}.`,
};

/** The list of all types at work. */
export const finder = {
  failed: 'The search could not be loaded. The lists on this page are complete without it.',
  about: (what: string) => `All about ${what}`,
  causes: 'Causes and pages about it',
  alsoAbout: 'Also about it',
  more: (total: number) => `Show more of ${total}`,
  hidden: (count: number) => `The filters hide ${count}.`,
  fewer: 'Try fewer words, a status, or a part of the detail text.',
  meant: 'Did you mean ',
  of: (count: number, total: string) => `${count} of ${total}`,
  /** @param by as what the text was read */
  none: (by: string) => `No problem type found by ${by}`,
  found: (count: number, by: string, more: number) =>
    `${problemTypes(count)} found by ${by}${more > 0 ? `, ${more} more about it` : ''}`,
  aboutIt: (count: number) => `${problemTypes(count)} about it`,
};

/** What the inspector says of a response. */
export const inspector = {
  failed: 'The inspector could not be loaded. Reload the page.',
  knownReplies: 'Responses that are not problem details',
  knownReply: (count: number): string => (count === 1 ? 'Known response' : 'Known responses'),
  omitted: (count: number) => `${plural(count, 'line')} omitted`,
  level: { error: 'Error', warning: 'Warning' },
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  cause: (count: number): string => (count === 1 ? 'Cause' : 'Causes'),
  another: 'Another cause',
  likely: 'Likely cause',
  likeliest: 'likeliest',
  which: 'Which cause is yours?',
  fitsEach: 'The response fits each of these, the likeliest first.',
  tellsNothing: 'The response alone does not tell.',
  after: (time: string) => `of ${time}, says Retry-After`,
  until: (time: string) => `until ${time}, says Retry-After`,
  progress: 'Progress',
  reading: (name: string) => `Reading ${name}.`,
  looking: (name: string) => `Looking for failing responses in ${name}.`,
  failing: (failed: number, all: number, name: string) => `${plural(failed, 'failing response')} of ${all} in ${name}`,
  unlisted: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} not listed.`,
  meant: 'Did you mean?',
  foundBy: (by: string) => `Found by ${by}.`,
  wasMeant: 'Did you mean?',
  noSimilar: 'No type with a similar name',
  pasteWhole: 'Paste the whole response with its status line, as "curl -i" prints it, to learn more.',
  guess: (name: string, by: string) =>
    `This is likely ${name}: it is known by ${by}. Programs will not know it, since they compare type URIs exactly.`,
  retiredIn: (version: string) => ` in ${version}. `,
  yours: 'Your response',
  says: 'Detail',
  unknownType: 'A problem of an unknown type',
  withoutType: 'A problem without a type',
  withoutBody: 'A response without its body',
  html: 'An HTML page, not problem details',
  noProblem: 'Not problem details',
  notInCatalog: 'Its type URI is not in this catalog: ',
  aboutBlank: 'It has no type of its own (`about:blank`), so only its status tells what happened.',
  proxy: 'The response is from a proxy, a gateway or a framework, not from the API itself. It names no problem type.',
  reply: (mediaType: string) =>
    `This response ${mediaType && `(\`${mediaType}\`) `}names no problem type, so only its status and its text can tell what happened.`,
  notChecked: 'Not checked',
  noFaults: 'No problems found',
  errors: (count: number) => plural(count, 'error'),
  warnings: (count: number) => plural(count, 'warning'),
  marked: 'Each finding is explained below its line.',
  keepsAll: 'The response follows all rules that were checked.',
  masked: (kinds: string) => `Masked here, and in everything you copy: ${kinds}.`,
  itsHeaders: 'Response headers',
  itsExample: 'Example response',
  itsMembers: 'Extension members',
  support: 'For support',
  findsBy: (header: string) => `The operator finds the request by \`${header}\`.`,
  requestId: 'the request id',
  fix: 'How to fix it',
  ownValues: 'With values from your response: ',
  placeholders: 'Placeholders',
  handle: 'Handle it in code',
  tooLong: 'It is too long for a link. Copy the report instead.',
  refused: 'The browser did not allow it to be copied.',
  link: 'Copy a link to this',
  linkCopied: 'The link is copied. It contains the masked text.',
  report: 'Copy a report',
  reportCopied: 'The report is copied, as Markdown.',
  shared: 'Secrets are masked in both. The link contains the text after its #, which browsers never send.',
  fromLink: 'Opened from a shared link. The text came in the address and stays in this browser.',
  responses: (count: number) => `${count} responses`,
  damaged: 'The link is damaged or cut off. Ask for it again.',
  cleared: 'Cleared',
  theText: 'the text',
  tooLarge: (size: number) => `It is larger than ${size} MB. Open the part that matters.`,
  noneFailed: (responses: number, name: string) =>
    responses === 1 ? `The response in ${name} did not fail.` : `None of the ${responses} responses in ${name} failed.`,
  withoutResponse: 'failed',
};

/** What of a result can be copied, for a ticket or a chat. */
export const report = {
  findings: 'Findings:',
  level: { error: 'error', warning: 'warning' },
  place: (line: number, column: number) => `line ${line}, column ${column}`,
  cause: 'Cause',
  chosen: 'Cause, as chosen',
  likely: 'Likely cause',
  possible: 'Possible causes, the likeliest first:',
};

/** Headings and labels of the Markdown twins that no page has. */
export const markdown = {
  index: 'Index of all pages',
  address: 'Address',
  causes: 'Causes',
  headers: 'Response headers',
  exceptions: 'Exceptions',
  similar: 'Similar problem types',
  page: 'Page',
  part: (number: number, count: number) => `Part ${number} of ${count}.`,
  goesOn: (number: number, count: number, address: string) =>
    `The list goes on: [part ${number} of ${count}](${address})`,
  neverSent: 'Documented, but never sent.',
  rarelySent: 'Sent in special cases only.',
  notSentBy: (server: string) => `Not sent by ${server}.`,
  rarelySentBy: (server: string) => `Sent in special cases only by ${server}.`,
  see: (links: string) => `See ${links}.`,
  requestAbove: '(The request is above.)',
  member: (name: string, value: string) => `${name} is ${value}`,
  withHeader: (name: string) => `with ${name} in the request`,
  withoutHeader: (name: string) => `without ${name} in the request`,
  asTitle: (title: string) => `${title} as title`,
  asTitleOf: (title: string) => `${title} as title, with`,
  tellNothing: (texts: string) => `Texts that do not tell the cause: ${texts}.`,
  anyType: (members: string) => `Any type: ${members}.`,
  firstReleased: (name: string, version: string) => `First released in ${name} ${version}.`,
  changed: (version: string, date: string, changes: string) => `Changed in ${version} (${date}): ${changes}.`,
  statusTitle: (status: number) => `Problems with status ${status}`,
  noType: 'No problem type: what is sent instead.',
  otherLists: 'Pages by status and by route',
  suffixes: (isTypeUri: boolean) =>
    `${isTypeUri ? 'A type URI' : 'The address of a page'} plus \`.md\`, \`.json\` or \`.schema.json\` gives another version.`,
  sameAsData: 'The same as data',
};

/** `llms.txt`, the index of all pages for agents. */
export const llms = {
  errors: (name: string, isTypeUri: boolean) =>
    isTypeUri
      ? `Errors of ${name} are RFC 9457 problem details. The member \`type\` is the address of its page; plus \`.md\` it gives Markdown, plus \`.json\` the entry as data, plus \`.schema.json\` the JSON Schema.`
      : `Errors of ${name} are RFC 9457 problem details. The member \`type\` is the type URI, which its page names; plus \`.md\` the address of the page gives Markdown, plus \`.json\` the entry as data, plus \`.schema.json\` the JSON Schema.`,
  data: 'Data of the whole catalog:',
  entries: 'All entries',
  openapi: 'OpenAPI components, with schemas, examples and responses',
  overlay: 'OpenAPI Overlay, which adds the problem responses to a description of the API',
  guides: 'Guides and tools',
  lists: 'Problem types by category and status',
  routes: 'Problem types by route',
  allTypes: 'one line each, Markdown.',
  everything: 'Everything',
  allTwins: 'all Markdown versions in one text.',
  type: 'Type',
};

/** What the server of the pages answers when a request cannot be served, by status. */
export const failures = {
  400: 'The request is malformed. For example, a percent sign in its address does not start a valid escape, or Host is missing.',
  404: pages.noPage,
  405: 'The site supports GET, HEAD and OPTIONS.',
  406: 'No representation of this page matches the Accept field.',
  408: 'The request did not arrive in time.',
  412: 'The file is not the one that If-Match names.',
  413: 'The chunk extensions of the request are too long.',
  414: 'The address is longer than 2048 characters.',
  416: 'The file is shorter than the requested range.',
  417: 'The site meets no expectation other than 100-continue.',
  431: 'The header fields are longer than 16 kB.',
  500: 'The server failed. Its log names the cause.',
  503: 'The site is being replaced, and this file is not complete yet. Try again in a few seconds.',
};

/** Texts in the OpenAPI documents. */
export const openapi = {
  summary: 'RFC 9457 problem details as components to refer to.',
  howToFix: (title: string) => `How to fix ${title}`,
  response: (reason: string) => `${reason}, as a problem details object.`,
  overlay: (name: string) => `Problem responses of ${name}`,
  makesRoom: 'Makes room for the components, so that the overlay can be applied again',
  components: 'The components that the responses refer to',
  makesRoomIn: (route: string) => `${route}: makes room for its problem details`,
  reference: 'A response that is a reference stays one',
  description: (status: number) => `A description for each new ${status}`,
  marks: 'Removes the marks',
};

/** What to do about an error of which only the status is known. */
export const advice = {
  401: 'Send valid credentials; the header WWW-Authenticate names the scheme.',
  402: 'Look up what has to be paid.',
  403: 'Check which rights the operation asks for; the same credentials will be refused again.',
  404: 'Compare the path and the identifiers in it with the API, character by character.',
  405: 'Use a method that the header Allow names.',
  406: 'Accept a media type that the server offers.',
  408: 'Send the request again on a new connection.',
  409: 'Read the current state, then decide what to send.',
  410: 'Stop using this address; it is gone for good.',
  412: 'Read the resource anew and use its current ETag.',
  413: 'Send less in one request.',
  415: 'Set Content-Type to a media type that the operation takes.',
  421: 'Send the request again on a connection of its own.',
  425: 'Send the request again without early data.',
  429: 'Wait as long as Retry-After says, then send the request once.',
  431: 'Send fewer or shorter header fields.',
  500: 'Retry once. If it fails again, give the request ID to the operator.',
  501: 'Ask the operator whether the feature can be switched on.',
  502: 'Wait a few seconds and retry. If it fails again, tell the operator.',
  503: 'Wait as long as Retry-After says, or a few seconds, then retry.',
  504: 'Check whether the operation took effect, wait a few seconds, then retry.',
  client: 'Compare the request with what the operation takes: path, header fields and body.',
};

/** What checks, diagnosis and search say, by its English text; undefined: it is shown as it is. */
export const said: Said | undefined = undefined;
