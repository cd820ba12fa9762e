import { problemMediaType } from '../problem/details.ts';
import { essenceOf, isXmlType, sourceOf, textOf } from '../read/body.ts';
import { methodOf, statusOf, urlOf } from '../read/exchange.ts';
import { interpret, isPlainObject, type Limits, resolve } from '../read/interpret.ts';
import { isProblem } from '../read/is-problem.ts';
import { explained, mediaTypeReason, type Refusal } from '../read/not-a-problem.ts';
import { limitsOf, parseBody } from '../read/read.ts';
import type { Received } from '../read/received.ts';
import { problemXmlMediaType, readXml } from '../xml/parse.ts';
import { checkBody } from './body.ts';
import { type Finding, type Report, reporter } from './findings.ts';
import { checkHeaders } from './headers.ts';
import { findType } from './known.ts';
import type { CheckOptions } from './options.ts';

/** Judges a response that has been brought into one shape. Never throws. */
export function checkReceived(response: Received, options: CheckOptions = {}): Finding[] {
  const findings: Finding[] = [];
  const report = reporter(findings, options.strict);
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
  const body = isHead ? undefined : problemBody(response, isXml, limits, report);
  const uri = typeof body?.type === 'string' ? resolve(body.type, limits.baseUrl) : 'about:blank';
  const known = findType(uri, status ?? body?.status, options.types ?? []);
  if (body) checkBody(body, uri, status, known, isXml, report);
  if (status !== undefined && header) checkHeaders(status, header, body, known.problemType, report);
}

/** Of a bare body its first sign tells. RFC 7303 section 4.2. */
function isXmlBody({ header, body }: Received): boolean {
  return header ? isXmlType(header('content-type')) : /^\s*</.test(textOf(body) ?? '');
}

/** The parsed body, if it can be a problem details object at all; what it is instead is reported. */
function problemBody(
  response: Received,
  isXml: boolean,
  limits: Limits,
  report: Report,
): Record<string, unknown> | undefined {
  const { header, body, unreadable } = response;
  const notAProblem = (refused: Refusal) =>
    void report('not-a-problem', `must be a problem details object. ${explained(refused).message}`);
  if (unreadable) return notAProblem(unreadable);
  const contentType = header?.('content-type');
  const mediaType = isXml ? problemXmlMediaType : problemMediaType;
  const essence = header ? essenceOf(contentType) : mediaType;
  const parsed = isXml ? readXml(sourceOf(body) ?? '', limits, contentType) : parseBody(body, limits);
  const found = interpret(parsed, limits);
  const value = 'value' in parsed && isPlainObject(parsed.value) ? parsed.value : undefined;
  if (essence !== mediaType) {
    if (found.problem && (isXml || isProblem(value))) {
      report('media-type', `must be ${mediaType} (was ${contentType ?? 'absent'})`, { header: 'Content-Type' });
      return value;
    }
    const names = Object.keys(value ?? {});
    const holds = names.length > 0 ? ` Its members are ${names.join(', ')}.` : '';
    return void report('not-a-problem', `must be a problem response. ${mediaTypeReason(essence)}${holds}`);
  }
  return found.kind === 'problem' ? value : notAProblem(found);
}
