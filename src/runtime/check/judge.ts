import { problemMediaType } from '../problem/details.ts';
import { essenceOf, isXmlType, sourceOf, textOf } from '../read/body.ts';
import { methodOf, statusOf, urlOf } from '../read/exchange.ts';
import { type Interpretation, interpretValue, isPlainObject, resolve } from '../read/interpret.ts';
import { isProblem } from '../read/is-problem.ts';
import { explained, mediaTypeReason, type Refusal } from '../read/not-a-problem.ts';
import { interpret, limitsOf } from '../read/read.ts';
import { isEmptyObject, type Received } from '../read/received.ts';
import { problemXmlMediaType, readXml } from '../xml/parse.ts';
import { checkBody } from './body.ts';
import { type Finding, type Report, reporter } from './findings.ts';
import { checkHeaders } from './headers.ts';
import { findType } from './known.ts';
import type { CheckOptions } from './options.ts';

/** Judges a response that has been brought into one shape. Never throws. */
export function checkReceived(response: Received, options: CheckOptions = {}): Finding[] {
  const findings: Finding[] = [];
  const report = reporter(findings, options.strict ?? false);
  try {
    judge(response, options, report);
  } catch {
    findings.length = 0;
    report('not-a-problem', 'must be a problem response. Reading it failed with an error.');
  }
  return findings;
}

function judge(response: Received, options: CheckOptions, report: Report): void {
  const { header } = response;
  const status = statusOf(response.response);
  const limits = limitsOf({ baseUrl: options.baseUrl, maxBytes: Number.POSITIVE_INFINITY }, urlOf(response));
  const isHead = (options.method ?? methodOf(response))?.toUpperCase() === 'HEAD';
  const isXml = isXmlBody(response);
  const body = isHead ? undefined : problemBody(response, isXml, report);
  const uri = typeof body?.type === 'string' ? resolve(body.type, limits.baseUrl) : 'about:blank';
  const known = findType(uri, status ?? body?.status, options.types ?? []);
  if (body) checkBody(body, uri, status, known, isXml, report);
  if (status !== undefined && header) checkHeaders(status, header, body, known?.problemType, report);
}

/** Of a bare body its first sign tells. RFC 7303 section 4.2. */
function isXmlBody({ header, body }: Received): boolean {
  return header ? isXmlType(header('content-type')) : /^\s*</.test(textOf(body) ?? '');
}

/** The parsed body, if it can be a problem details object at all; what it is instead is reported. */
function problemBody(response: Received, isXml: boolean, report: Report): Record<string, unknown> | undefined {
  const { header, body, unreadable } = response;
  const notAProblem = (fault: string | undefined) =>
    void report('not-a-problem', `must be a problem details object. ${fault ?? ''}`);
  if (unreadable) return notAProblem(explained(unreadable).message);
  const contentType = header?.('content-type');
  const mediaType = isXml ? problemXmlMediaType : problemMediaType;
  const essence = header ? essenceOf(contentType) : mediaType;
  const { value, fault } = isXml ? fromXml(body, contentType) : fromJson(body);
  if (essence !== mediaType) {
    if (!fault && (isXml || isProblem(value))) {
      report('media-type', `must be ${mediaType} (was ${contentType ?? 'absent'})`, { header: 'Content-Type' });
      return { ...(value as object) };
    }
    const holds =
      isPlainObject(value) && !isEmptyObject(value) ? ` Its members are ${Object.keys(value).join(', ')}.` : '';
    return void report('not-a-problem', `must be a problem response. ${mediaTypeReason(essence)}${holds}`);
  }
  if (!fault && isPlainObject(value)) return value;
  return notAProblem(fault);
}

/** The value of a body, and why it is not a problem details object. */
interface BodyValue {
  readonly value?: unknown;
  readonly fault?: string | undefined;
}

const limits = limitsOf({ maxBytes: Number.POSITIVE_INFINITY });

function fromJson(body: unknown): BodyValue {
  return { value: parsed(body), fault: faultOf(interpret(body, limits)) };
}

function fromXml(body: unknown, contentType: string | undefined): BodyValue {
  const found = readXml(sourceOf(body) ?? '', limits, contentType);
  return found.kind === 'xml'
    ? { value: found.members, fault: faultOf(interpretValue(found.members, limits)) }
    : { fault: faultOf(found) };
}

function faultOf(found: Interpretation | Refusal): string | undefined {
  return found.kind === 'problem' ? undefined : explained(found).message;
}

function parsed(body: unknown): unknown {
  const text = textOf(body);
  if (text === undefined) return body;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
