import { copies, label, advice as texts, inspector as words } from 'virtual:problem-catalog/translation';
import type { Fixer, Retry } from '#catalog/entry.ts';
import { pageOf, partsOfUri } from '#diagnose/addresses.ts';
import { type DiagnosedCause, type Diagnosis, diagnose, type Fault } from '#diagnose/diagnosis.ts';
import type { InspectorIndex, TypeFacts } from '#diagnose/facts.ts';
import { masked, secretsIn } from '#diagnose/input/secrets.ts';
import type { Inspected, Placed } from '#diagnose/result.ts';
import { adviceFor } from '#diagnose/status-advice.ts';
import { unescaped } from '#runtime/causes/pattern.ts';
import { said } from '../said.ts';
import { causes } from './causes.ts';
import { type Child, copyButton, h, prose } from './dom.ts';
import { sourceListing } from './source-listing.ts';
import { near, replies } from './suggestions.ts';
import { statusChip, verdict, waitText } from './verdict.ts';

/** What is shown of a response. */

export interface Shown {
  readonly title: string;
  readonly element: HTMLElement;
  /** What to do, as inline Markdown. */
  readonly now: string | undefined;
  readonly diagnosis: Diagnosis | undefined;
  /** The cause that the reader chose among the possible ones. */
  chosen(): DiagnosedCause | undefined;
}

export function resultOf(index: InspectorIndex, text: string, result: Inspected, facts: TypeFacts | undefined): Shown {
  const { status, isProblem, identity } = result;
  const linkOf = linker(index);
  const page = facts && linkOf(facts.name);
  const advice = adviceFor(status);
  const title = facts?.title ?? titleOf(result);
  const diagnosis = facts && named(diagnose(facts, result.body, result.exchange, index), result.cause);
  const answers = facts ? answersOf(facts, diagnosis) : advice && { ...advice, now: texts[advice.text] };
  const found =
    facts && page !== undefined && diagnosis
      ? causes({ index, facts, page, linkOf, server: serverOf(result.exchange.url) }, diagnosis)
      : undefined;
  const main: Child[] = [
    found?.elements,
    result.hints &&
      near(index, words.meant, result.hints.names.slice(0, 8), linkOf, words.foundBy(said(result.hints.by))),
    !isProblem && replies(index, result.replies, linkOf),
    isProblem &&
      result.replies.some(({ begins }) => begins.includes(String(result.body.title))) &&
      replies(index, result.replies, linkOf),
    identity?.how === 'unknown' &&
      near(index, identity.near.length > 0 ? words.wasMeant : words.noSimilar, identity.near, linkOf),
    !facts && !answers && h('p', { class: 'note' }, words.pasteWhole),
    support(result),
  ];
  const element = h(
    'div',
    { class: 'inspected' },
    h(
      'header',
      { class: 'heading' },
      h('p', { class: 'tags' }, status !== undefined && statusChip(index, status), summaryOf(result)),
      h('h2', { id: 'result-title', tabindex: '-1' }, masked(title)),
      h('p', { class: 'lead' }, facts ? prose(facts.summary, linkOf) : leadOf(result, linkOf)),
      answers &&
        verdict(index, {
          ...answers,
          now: prose(answers.now, linkOf),
          after: answers.retry === 'after-delay' || result.retryAfter ? waitText(result.retryAfter) : undefined,
        }),
      plate(facts, page, result),
      isProblem && saysOf(result, diagnosis?.faults ?? []),
      identity?.how === 'guess' && h('p', { class: 'banner' }, words.guess(identity.name, said(identity.by))),
      facts?.retired &&
        h(
          'p',
          { class: 'banner' },
          h('strong', {}, label.retired),
          words.retiredIn(facts.retired.in),
          prose(facts.retired.because, linkOf),
        ),
    ),
    h(
      'div',
      { class: 'sides' },
      h('div', { class: 'way' }, ...main),
      h(
        'section',
        { class: 'yours', 'aria-labelledby': 'yours-title' },
        h('h3', { id: 'yours-title' }, words.yours),
        h('p', { class: 'note' }, noteOf(text, result)),
        sourceListing(
          text,
          result.marks,
          result.findings,
          result.focus,
          page ? (finding) => anchor(page, finding) : undefined,
        ),
      ),
    ),
  );
  return { title, element, now: answers?.now, diagnosis, chosen: () => found?.chosen() };
}

/** A cause that the text names counts as proved. */
function named(diagnosis: Diagnosis, name: string | undefined): Diagnosis {
  const cause = diagnosis.possible.find((each) => each.name === name);
  return cause ? { ...diagnosis, sure: [cause], possible: [] } : diagnosis;
}

/** Where one cause is proved, it decides. What the type says to do is for its first cause. */
function answersOf(facts: TypeFacts, diagnosis: Diagnosis | undefined) {
  const { sure = [], possible = [], faults = [] } = diagnosis ?? {};
  const [cause] = sure;
  if (!cause || sure.length > 1 || possible.length > 0)
    return { retry: facts.retry.when, fixedBy: [facts.fixedBy], now: facts.now };
  const [first] = cause.fix;
  const isUsual = cause.name === facts.causes[0]?.name || faults.length > 1 || !first || first.when !== undefined;
  const retry = cause.retry.when as Retry;
  return { retry, fixedBy: [cause.fixedBy as Fixer], now: isUsual ? facts.now : first.step };
}

/** The text of the response; where it lists faults, each as field and message. */
function saysOf({ body }: Inspected, faults: readonly Fault[]): Child {
  const said = faults.filter(({ message }) => message !== undefined);
  if (said.length > 0) {
    const item = ({ field, message = '' }: Fault) =>
      h(
        'li',
        {},
        field !== undefined && [h('code', {}, masked(field).slice(0, 200)), ' '],
        masked(message).slice(0, 300),
      );
    return h('div', { class: 'says' }, h('b', {}, words.says), h('ul', { class: 'faults' }, said.map(item)));
  }
  if (typeof body.detail !== 'string' || body.detail === '') return undefined;
  return h('p', { class: 'says' }, h('b', {}, words.says), ' ', masked(unescaped(body.detail)).slice(0, 600));
}

function linker(index: InspectorIndex): (name: string) => string | undefined {
  const pages = new Map(index.types.map((type) => [type.name, pageOf(type, index.index)]));
  return (name) => pages.get(name);
}

function titleOf({ isProblem, identity, body, isHtml, notJudged }: Inspected): string {
  const own = typeof body.title === 'string' && body.title.trim() !== '' ? body.title.slice(0, 200) : undefined;
  if (isProblem) return own ?? (identity?.how === 'unknown' ? words.unknownType : words.withoutType);
  if (notJudged !== undefined) return words.withoutBody;
  return isHtml ? words.html : words.noProblem;
}

function leadOf(
  { isProblem, identity, body, isHtml, contentType, notJudged }: Inspected,
  linkOf: (name: string) => string | undefined,
): Child {
  if (identity?.how === 'unknown')
    return [words.notInCatalog, h('code', {}, masked(String(body.type)).slice(0, 300)), '.'];
  if (isProblem) return prose(words.aboutBlank, linkOf);
  if (notJudged) return said(notJudged);
  if (isHtml) return words.proxy;
  const essence = contentType.split(';')[0]?.trim();
  return prose(words.reply(essence?.slice(0, 80).replaceAll('`', '') ?? ''), linkOf);
}

/** Counts, as text and by hue. */
function summaryOf({ findings, isProblem, notJudged }: Inspected): Child {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  if (findings.length === 0 && notJudged !== undefined)
    return notJudged && h('span', { class: 'count' }, words.notChecked);
  if (findings.length === 0) return isProblem ? h('span', { class: 'count good' }, words.noFaults) : undefined;
  const first = findings[0];
  const text = [errors > 0 && words.errors(errors), warnings > 0 && words.warnings(warnings)]
    .filter(Boolean)
    .join(', ');
  return h('a', { class: `count ${errors > 0 ? 'error' : 'warning'}`, href: `#finding-${first?.number}` }, text);
}

function noteOf(text: string, { findings, isProblem, notJudged }: Inspected): string {
  const kinds = new Map<string, number>();
  for (const { kind } of secretsIn(text)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const list = [...kinds].map(([kind, count]) => (count > 1 ? `${said(kind)} (${count})` : said(kind))).join(', ');
  const judged = findings.length > 0 ? words.marked : isProblem && notJudged === undefined ? words.keepsAll : '';
  return [judged, list && words.masked(list)].filter(Boolean).join(' ');
}

function plate(facts: TypeFacts | undefined, page: string | undefined, { identity }: Inspected): Child {
  if (!facts || !page || !identity) return undefined;
  const [shared, own] = partsOfUri(facts.type);
  return h(
    'p',
    { class: 'plate' },
    h('a', { href: page }, h('code', {}, shared, h('b', {}, own))),
    copyButton(copies.typeUri, facts.type),
  );
}

function anchor(page: string, { header, code }: Placed): Child {
  if (header !== undefined) return h('a', { href: `${page}#headers` }, words.itsHeaders);
  if (code === 'not-a-problem') return h('a', { href: `${page}#example` }, words.itsExample);
  return h('a', { href: `${page}#members` }, words.itsMembers);
}

/** Origin of the server that answered. */
function serverOf(url: string | undefined): string | undefined {
  const address = url !== undefined && URL.canParse(url) && secretsIn(url).length === 0 ? new URL(url) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address.origin : undefined;
}

function support({ requestId }: Inspected): Child {
  if (!requestId) return undefined;
  const { name } = requestId;
  const value = masked(requestId.value).slice(0, 200);
  return h(
    'section',
    { class: 'support' },
    h('h3', {}, words.support),
    h(
      'p',
      {},
      prose(words.findsBy(name), () => undefined),
    ),
    h('p', { class: 'plate' }, h('code', {}, value), copyButton(words.requestId, value)),
  );
}
