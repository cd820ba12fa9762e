import { problemMediaType } from '../problem/details.ts';
import { essenceOf, textOf } from '../read/body.ts';
import { isPlainObject, resolve } from '../read/interpret.ts';
import { isProblem } from '../read/is-problem.ts';
import { interpret, limitsOf, mediaTypeReason } from '../read/read.ts';
import { isEmptyObject, type Received } from '../read/received.ts';
import { checkBody } from './body.ts';
import { type Finding, type Report, reporter } from './findings.ts';
import { checkHeaders } from './headers.ts';
import { findType } from './known.ts';
import type { CheckOptions } from './options.ts';

/** Judges a response that has been brought into one shape. */
export function checkReceived(response: Received, options: CheckOptions = {}): Finding[] {
  const findings: Finding[] = [];
  const report = reporter(findings, options.strict ?? false);
  const { status, header } = response;
  const limits = limitsOf({ baseUrl: options.baseUrl, maxBytes: Number.POSITIVE_INFINITY }, response.url);
  const isHead = (options.method ?? response.method)?.toUpperCase() === 'HEAD';
  const body = isHead ? undefined : problemBody(response, report);
  const uri = typeof body?.type === 'string' ? resolve(body.type, limits.baseUrl) : 'about:blank';
  const known = findType(uri, options.types ?? []);
  if (body) checkBody(body, uri, status, known, report);
  if (status !== undefined && header) checkHeaders(status, header, body, known?.problemType, report);
  return findings;
}

/** The parsed body, if it can be a problem details object at all; what it is instead is reported. */
function problemBody(response: Received, report: Report): Record<string, unknown> | undefined {
  const { header, body, unreadable } = response;
  if (unreadable) return void report('not-a-problem', `must be a problem details object. ${unreadable.message}`);
  const essence = header ? essenceOf(header('content-type')) : problemMediaType;
  const found = interpret(body, limitsOf({ maxBytes: Number.POSITIVE_INFINITY }));
  const value = parsed(body);
  if (essence !== problemMediaType) {
    if (found.kind === 'problem' && isProblem(value)) {
      const was = header?.('content-type') ?? 'absent';
      report('media-type', `must be ${problemMediaType} (was ${was})`, { header: 'Content-Type' });
      return { ...value };
    }
    const holds =
      isPlainObject(value) && !isEmptyObject(value) ? ` Its members are ${Object.keys(value).join(', ')}.` : '';
    return void report('not-a-problem', `must be a problem response. ${mediaTypeReason(essence)}${holds}`);
  }
  if (found.kind === 'problem' && isPlainObject(value)) return value;
  const message = found.kind === 'problem' ? '' : found.message;
  return void report('not-a-problem', `must be a problem details object. ${message}`);
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
