import { rateLimitExceeded } from 'arcp-problems';
import { formats } from '#catalog/formats.ts';

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const time = formats['date-time'] as RegExp;
const attempts: unknown[] = ['general', 'login', 'pin'];
const isText = (value: unknown) => value === undefined || typeof value === 'string';
const isNumber = (value: unknown) =>
  value === undefined || typeof value === 'number' || (typeof value === 'string' && number.test(value));

/** What somebody without a library writes for one type. */
export function byHand(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const problem = value as Record<string, unknown>;
  const { status, timestamp, attempt_type } = problem;
  return (
    problem.type === rateLimitExceeded.type &&
    isText(problem.title) &&
    (status === undefined || (Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 599)) &&
    isText(problem.detail) &&
    isText(problem.instance) &&
    (timestamp === undefined || (typeof timestamp === 'string' && time.test(timestamp))) &&
    isText(problem.request_id) &&
    (attempt_type === undefined || attempts.includes(attempt_type)) &&
    isNumber(problem.retry_after) &&
    isText(problem.client_id) &&
    isText(problem.rate_limit) &&
    isNumber(problem.current_requests)
  );
}
