import Ajv2020 from 'ajv/dist/2020.js';
import { rateLimitExceeded } from 'arcp-problems';
import schema from 'arcp-problems/schemas/rate-limit-exceeded.schema.json' with { type: 'json' };
import { validateRateLimitExceeded } from 'arcp-problems/validators';
import { type as ark } from 'arktype';
import { bench, do_not_optimize, group, summary } from 'mitata';
import * as v from 'valibot';
import { z } from 'zod';
import { formats } from '#catalog/formats.ts';

const uri = rateLimitExceeded.type;
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const time = formats['date-time'] as RegExp;
const attempts = ['general', 'login', 'pin'] as const;

const ajv = new Ajv2020.default({ allowUnionTypes: true, allErrors: true });
ajv.addFormat('date-time', time);
const ajvCompiled = ajv.compile(schema);

const text = z.string().optional();
const zodNumber = z.union([z.number(), z.string().regex(number)]).optional();
const zodSchema = z.looseObject({
  type: z.literal(uri),
  title: text,
  status: z.int().min(100).max(599).optional(),
  detail: text,
  instance: text,
  timestamp: z.string().regex(time).optional(),
  request_id: text,
  attempt_type: z.enum(attempts).optional(),
  retry_after: zodNumber,
  client_id: text,
  rate_limit: text,
  current_requests: zodNumber,
});

const vText = v.optional(v.string());
const vNumber = v.optional(v.union([v.number(), v.pipe(v.string(), v.regex(number))]));
const valibotSchema = v.looseObject({
  type: v.literal(uri),
  title: vText,
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
  detail: vText,
  instance: vText,
  timestamp: v.optional(v.pipe(v.string(), v.regex(time))),
  request_id: vText,
  attempt_type: v.optional(v.picklist(attempts)),
  retry_after: vNumber,
  client_id: vText,
  rate_limit: vText,
  current_requests: vNumber,
});

const arkSchema = ark({
  type: ark.unit(uri),
  'title?': 'string',
  'status?': '100 <= number.integer <= 599',
  'detail?': 'string',
  'instance?': 'string',
  'timestamp?': time,
  'request_id?': 'string',
  'attempt_type?': "'general' | 'login' | 'pin'",
  'retry_after?': ark('number').or(number),
  'client_id?': 'string',
  'rate_limit?': 'string',
  'current_requests?': ark('number').or(number),
});

const isText = (value: unknown) => value === undefined || typeof value === 'string';
const isNumber = (value: unknown) =>
  value === undefined || typeof value === 'number' || (typeof value === 'string' && number.test(value));

function byHand(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const problem = value as Record<string, unknown>;
  const { status, timestamp, attempt_type } = problem;
  return (
    problem.type === uri &&
    isText(problem.title) &&
    (status === undefined || (Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 599)) &&
    isText(problem.detail) &&
    isText(problem.instance) &&
    (timestamp === undefined || (typeof timestamp === 'string' && time.test(timestamp))) &&
    isText(problem.request_id) &&
    (attempt_type === undefined || attempts.includes(attempt_type as 'pin')) &&
    isNumber(problem.retry_after) &&
    isText(problem.client_id) &&
    isText(problem.rate_limit) &&
    isNumber(problem.current_requests)
  );
}

const cases = {
  valid: rateLimitExceeded({ detail: 'Wait.', instance: '/a', attempt_type: 'pin', retry_after: '7', client_id: 'ip' }),
  invalid: { ...rateLimitExceeded({ detail: 'Wait.' }), retry_after: 'soon', title: 7 },
};

for (const [name, value] of Object.entries(cases)) {
  group(`validate a problem that is ${name}`, () => {
    summary(() => {
      bench('a guard written by hand', () => do_not_optimize(byHand(value)));
      bench('arcp-problems', () => do_not_optimize(validateRateLimitExceeded(value))).baseline(true);
      bench('ajv, compiled', () => do_not_optimize(ajvCompiled(value)));
      bench('zod', () => do_not_optimize(zodSchema.safeParse(value)));
      bench('valibot', () => do_not_optimize(v.safeParse(valibotSchema, value)));
      bench('arktype', () => do_not_optimize(arkSchema(value)));
    });
  });
}
