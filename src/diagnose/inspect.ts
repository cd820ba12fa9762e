import { checkResponse, type Finding } from '#runtime/check.ts';
import { validators } from '#runtime/generated/validators.ts';
import type { ProblemValidator } from '#runtime/validate/validate.ts';
import { typeUriOf } from './addresses.ts';
import { exchangeOf } from './diagnosis.ts';
import type { InspectorIndex } from './facts.ts';
import { identify, identifyName, nameOf } from './identify.ts';
import { isProblemLike, objectOf } from './input/body.ts';
import { type JsonFault, parseJson, type Span } from './input/json-tree.ts';
import { positionOf, positionsOf } from './input/lines.ts';
import type { LooseObject } from './input/loose-json.ts';
import type { Read } from './input/loose-problems.ts';
import { isProblemMessage, lookup, type Message } from './input/message.ts';
import { messagesOf } from './input/messages.ts';
import { fittingReplies, isHtmlPage, statusOfPage } from './other-responses.ts';
import { placesOf } from './places.ts';
import type { Fault, Inspected, Placed, Result } from './result.ts';

/** Pasted text -> what it is, what is wrong with it and where. Pure: nothing is fetched or sent. */

/** Largest text, in bytes. */
export const maxBytes = 256 * 1024;

/** Loads the validator of a problem type of the catalog by its name. */
export type LoadValidator = (name: string) => Promise<ProblemValidator | undefined>;

/**
 * @param choice index of the response to look at, where the text holds several; the first problem when absent
 * @param load where the validators of the catalog are, when they are too many to come along
 */
export async function inspect(
  text: string,
  index: InspectorIndex,
  choice?: number,
  load?: LoadValidator,
): Promise<Result> {
  try {
    return unusable(text) ?? (await judged(text, index, choice, load));
  } catch {
    return fault('It could not be read. Paste the response alone, as "curl -i" prints it.');
  }
}

function fault(message: string, text = '', place?: JsonFault): Fault {
  if (!place) return { kind: 'fault', message, marks: [] };
  const { offset, length } = place;
  const start = Math.min(offset, Math.max(0, text.length - 1));
  return {
    kind: 'fault',
    message,
    position: positionOf(text, offset),
    marks: [{ number: 1, level: 'error', start, end: start + Math.max(1, length) }],
  };
}

function unusable(text: string): Fault | undefined {
  if (text.trim() === '') return fault('There is nothing to inspect yet. Paste a response.');
  if (text.length > maxBytes || new TextEncoder().encode(text).length > maxBytes) {
    return fault(`It is larger than ${maxBytes / 1024} kB. Paste the one response that matters.`);
  }
  // An escape sign is in order: logs of terminals color their words.
  const odd = (text.slice(0, 4096).match(/[^\P{Cc}\s]|\ufffd/gu) ?? []).filter((sign) => sign !== '\u001b').length;
  if (odd > 8 || text.includes('\u0000'))
    return fault('It is binary. Paste text: an HTTP response, a HAR entry or JSON.');
  return undefined;
}

async function judged(
  text: string,
  index: InspectorIndex,
  choice: number | undefined,
  load: LoadValidator | undefined,
): Promise<Result> {
  const name = identifyName(index, text);
  if (name) return { kind: 'name', name };
  const isJson = /^\s*[{[]/.test(text);
  const json = isJson ? parseJson(text) : undefined;
  if (json?.fault?.message.includes('levels deep')) return fault(`The JSON ${json.fault.message}.`, text, json.fault);
  const messages = await messagesOf(text);
  if (messages.length === 0) {
    if (json?.fault && /^\s*\{/.test(text))
      return fault(`It is not JSON: here it ${json.fault.message}.`, text, json.fault);
    return lookedAt(text, { label: '', line: 1, body: text }, index, [], 0, load);
  }
  const problems = messages.filter(isProblemMessage);
  const answered = messages.filter(({ status }) => status !== 0);
  const candidates = [problems, answered, messages].find(({ length }) => length > 0)?.slice(0, 100) ?? [];
  const first = candidates.findIndex(({ body }) => isProblemLike(objectOf(body)));
  const chosen = choice ?? Math.max(0, first);
  const message = candidates[chosen] ?? (candidates[0] as Read);
  return lookedAt(text, message, index, candidates.map(labelOf), chosen, load);
}

function labelOf({ label, status }: Message): string {
  const place = label.replace(/^The text(?:, )?/, '');
  return [status, place].filter(Boolean).join(' · ') || 'the response';
}

async function lookedAt(
  text: string,
  message: Read,
  index: InspectorIndex,
  choices: readonly string[],
  choice: number,
  load: LoadValidator | undefined,
): Promise<Inspected> {
  const header = lookup(message);
  const contentType = header('content-type') ?? '';
  const raw = typeof message.body === 'string' ? message.body : (JSON.stringify(message.body) ?? '');
  const body = objectOf(message.body);
  const isDeclared = /^\s*application\/problem\+(?:json|xml)\s*(?:;|$)/i.test(contentType);
  const isProblem = isProblemLike(body) || (isDeclared && body !== undefined);
  const own = typeof body?.status === 'number' ? body.status : undefined;
  const status = message.status ?? own ?? statusOfPage(raw);
  const places = placesOf(text, message, message.loose);
  const judged = !isProblem && message.status === undefined ? [] : await found(message, index, load);
  const { loose } = message;
  const isOpen = loose && isOfClass(text, loose);
  const findings = judged.filter(
    ({ header: field, message: said }) =>
      field !== undefined || !(loose?.isCut || (isOpen && /\(was (?:absent|null)\)$/.test(said))),
  );
  const whole = { start: 0, end: text.length };
  const spans: (Span | undefined)[] = findings.map(({ pointer, header: field }) =>
    field !== undefined ? places.header(field) : pointer !== undefined ? places.member(pointer) : startOf(places.body),
  );
  const extra = [
    ...(isProblem ? places.duplicates.map(({ name, span }) => ({ finding: duplicate(name), span })) : []),
    ...(message.loose && message.bodyMissing === undefined
      ? syntaxOf(text, message.loose, message.status !== undefined)
      : []),
  ];
  const all = [...findings.map((finding, at) => ({ finding, span: spans[at] })), ...extra].sort(
    (a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1),
  );
  const positions = positionsOf(
    text,
    all.map(({ span }) => span?.start ?? 0),
  );
  return {
    kind: 'response',
    isProblem,
    identity: isProblem && body ? identify(index, { ...body, status }) : undefined,
    status,
    contentType,
    body: body ?? {},
    findings: all.map(({ finding, span }, at) => ({
      ...finding,
      number: at + 1,
      position: span && positions[at],
    })),
    marks: all.flatMap(({ finding, span }, at) => (span ? [{ ...span, number: at + 1, level: finding.level }] : [])),
    focus: places.body ?? whole,
    replies: fittingReplies(index.replies, { status, header, body: raw, contentType }),
    isHtml: isHtmlPage(raw, contentType),
    notJudged: message.bodyMissing,
    requestId: requestId(message, body ?? {}),
    retryAfter: header('retry-after'),
    exchange: exchangeOf(message),
    choices,
    choice,
  };
}

/** Whether a program has printed an object of a class, which has its own members, perhaps with no value. */
function isOfClass(text: string, { start }: Span): boolean {
  return /\b[A-Z][a-z]\w*\s?[[({]?$/.test(text.slice(Math.max(0, start - 80), start));
}

function startOf(span: Span | undefined): Span | undefined {
  return span && { start: span.start, end: Math.min(span.end, span.start + 1) };
}

async function found(message: Message, index: InspectorIndex, load: LoadValidator | undefined): Promise<Finding[]> {
  const { baseUri, types } = index;
  const { status, headers = [], body, url, bodyMissing } = message;
  const method = bodyMissing === undefined ? message.method : 'HEAD';
  const name = nameOf(index, objectOf(body)?.type);
  const isBundled = (validators as readonly unknown[]).length > 0;
  const own = !isBundled && name !== undefined ? await load?.(name) : undefined;
  // Without its validators, the types of the catalog are known by type URI, title and status.
  const named = isBundled ? [] : types.filter((type) => own === undefined || type.name !== name);
  const options = {
    baseUrl: baseUri,
    types: [
      ...(own ? [own] : []),
      ...named.map(({ title, statuses, ...placed }) => ({
        type: typeUriOf(placed, baseUri),
        title,
        status: statuses[0] ?? 0,
        statuses,
      })),
    ],
  };
  const fields = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    fields.set(key, fields.has(key) ? `${fields.get(key)}, ${value}` : value);
  }
  const whole = { status, headers: Object.fromEntries(fields), body, url, method };
  const findings = await checkResponse(status === undefined ? body : whole, options);
  return findings.map((finding) => ({ ...finding, message: finding.message.replace(' or of the option "types"', '') }));
}

function duplicate(name: string): Omit<Placed, 'number'> {
  const message = `must be given once, or readers may take either value (was ${JSON.stringify(name)} again)`;
  return { level: 'warning', code: 'duplicate-member', message, section: 'RFC 8259 section 4' };
}

/** Where an object that was read loosely is not JSON; nothing where a program has printed it. */
function syntaxOf(
  text: string,
  { start, end, isQuoted }: LooseObject,
  isSent: boolean,
): { finding: Omit<Placed, 'number'>; span: Span }[] {
  const { fault: wrong } = isQuoted || isSent ? parseJson(text.slice(start, end)) : {};
  if (!wrong) return [];
  const message = wrong.message.replace(/^must be/, 'must be JSON, so here');
  const from = Math.min(start + wrong.offset, text.length - 1);
  const span = { start: from, end: from + Math.max(1, wrong.length) };
  return [
    { finding: { level: isSent ? 'error' : 'warning', code: 'syntax', message, section: 'RFC 8259 section 2' }, span },
  ];
}

/** What the operator can find the request by. */
function requestId(
  { headers = [] }: Message,
  body: Record<string, unknown>,
): { name: string; value: string } | undefined {
  const pattern = /^(?:x-)?(?:amzn-|amz-|ms-|goog-)?(?:request|correlation|trace)-?id$|^traceparent$|^cf-ray$/i;
  const field = headers.find(([name]) => pattern.test(name));
  if (field) return { name: field[0], value: field[1] };
  const member = ['request_id', 'requestId', 'correlation_id', 'trace_id', 'traceId'].find(
    (name) => typeof body[name] === 'string',
  );
  return member ? { name: member, value: String(body[member]) } : undefined;
}
