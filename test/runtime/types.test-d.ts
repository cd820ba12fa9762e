import 'arcp-problems/vitest';
import {
  type AnyProblem,
  aboutBlank,
  defineProblemType,
  findProblemType,
  isProblem,
  type Occurrence,
  ProblemError,
  problemResponse,
  type problemTypes,
  type ReceivedProblem,
  type ReceivedUnknownProblem,
  readProblem,
  sessionInvalid,
  throwIfProblem,
  tokenInvalid,
  type UnknownProblem,
} from 'arcp-problems';
import { assertProblem } from 'arcp-problems/assert';
import { problemHandlers } from 'arcp-problems/msw';
import { validateSessionInvalid } from 'arcp-problems/validators';
import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';

const outOfStock = defineProblemType<{ sku: string; left?: number }>()({
  type: 'https://shop.example/problems/out-of-stock',
  title: 'Out of Stock',
  status: [409, 410],
});

test('a constructor knows its literals', () => {
  expectTypeOf(sessionInvalid.status).toEqualTypeOf<401>();
  expectTypeOf(sessionInvalid.title).toEqualTypeOf<'Session Validation Failed'>();
  expectTypeOf(sessionInvalid.slug).toEqualTypeOf<'session-invalid'>();
  expectTypeOf(sessionInvalid().type).toEqualTypeOf<'https://arcp.0x001.tech/docs/problems/session-invalid'>();
  expectTypeOf(sessionInvalid().timestamp).toEqualTypeOf<string>();
  expectTypeOf(sessionInvalid().detail).toEqualTypeOf<string | undefined>();
});

test('a constructor refuses what does not fit', () => {
  // @ts-expect-error an unknown member
  sessionInvalid({ sesion_id: 'x' });
  // @ts-expect-error a wrong type
  sessionInvalid({ session_id: 7 });
  // @ts-expect-error a standard member
  sessionInvalid({ type: 'x' });
  // @ts-expect-error a standard member
  sessionInvalid({ title: 'x' });
  // @ts-expect-error a status, where the type has one only
  sessionInvalid({ status: 401 });
  // @ts-expect-error no members, where one is required
  outOfStock();
  // @ts-expect-error a required member is missing
  outOfStock({ left: 1 });
});

test('a required member that the constructor fills in can be left out', () => {
  const facts = {
    type: 'https://shop.example/problems/late',
    title: 'Late',
    status: 409,
    fill: { at: 'now' },
  } as const;
  const late = defineProblemType<{ at: string }>()(facts);
  const later = defineProblemType<{ at: string; left?: number; sku: string }>()(facts);
  const checked = defineProblemType(z.object({ at: z.iso.datetime(), sku: z.string() }))(facts);
  expectTypeOf(late().at).toEqualTypeOf<string>();
  expectTypeOf(late({ at: '2026-01-01T00:00:00Z' }).at).toEqualTypeOf<string>();
  expectTypeOf(later({ sku: 'A' })).toEqualTypeOf(later({ sku: 'A', at: 'x', left: 1 }));
  expectTypeOf<Occurrence<typeof later>['at']>().toEqualTypeOf<string>();
  expectTypeOf(checked({ sku: 'A' }).at).toEqualTypeOf<string>();
  problemHandlers({ 'GET /late': late });
  // @ts-expect-error a required member that is not filled in
  later({ at: '2026-01-01T00:00:00Z' });
  // @ts-expect-error no members, where one is required
  later();
  // @ts-expect-error a wrong type of what is filled in
  late({ at: 7 });
  // @ts-expect-error a type whose constructor requires a member
  problemHandlers({ 'GET /later': later });
});

test('a type with several statuses takes one of them', () => {
  expectTypeOf(tokenInvalid().status).toEqualTypeOf<401>();
  expectTypeOf(tokenInvalid({ status: 403 }).status).toEqualTypeOf<403>();
  expectTypeOf(outOfStock({ sku: 'A', status: 410 }).status).toEqualTypeOf<410>();
  // @ts-expect-error not a status of the type
  tokenInvalid({ status: 500 });
});

test('isProblem narrows what readProblem gave, unknown values, and types of your own', async () => {
  const problem = await readProblem(new Response());
  if (isProblem(problem, sessionInvalid)) expectTypeOf(problem.session_id).toEqualTypeOf<string | undefined>();
  if (isProblem(problem, outOfStock)) expectTypeOf(problem.sku).toEqualTypeOf<string>();
  const value: unknown = {};
  if (isProblem(value, outOfStock)) expectTypeOf(value).toEqualTypeOf<Occurrence<typeof outOfStock>>();
  if (isProblem(value)) expectTypeOf(value.type).toEqualTypeOf<string>();
});

test('isProblem with a list narrows to a union', async () => {
  const problem = await readProblem<typeof outOfStock>('{}');
  if (isProblem(problem, [sessionInvalid, outOfStock])) {
    expectTypeOf(problem.type).toEqualTypeOf<typeof sessionInvalid.type | typeof outOfStock.type>();
    if (problem.type === outOfStock.type) expectTypeOf(problem.sku).toEqualTypeOf<string>();
  }
  const value: unknown = problem;
  const list = [sessionInvalid, tokenInvalid] as const;
  if (isProblem(value, list))
    expectTypeOf(value).toEqualTypeOf<Occurrence<typeof sessionInvalid | typeof tokenInvalid>>();
});

test('a look-up knows the type that a literal names', () => {
  expectTypeOf(findProblemType('session-invalid')).toEqualTypeOf<typeof sessionInvalid>();
  expectTypeOf(findProblemType(tokenInvalid.type)).toEqualTypeOf<typeof tokenInvalid>();
  expectTypeOf(findProblemType('x' as string)).toEqualTypeOf<(typeof problemTypes)[number] | undefined>();
  expectTypeOf(findProblemType('urn:x')).toEqualTypeOf<(typeof problemTypes)[number] | undefined>();
});

test('throwIfProblem gives back what it got', () => {
  expectTypeOf(throwIfProblem(fetch('http://h.example'))).toEqualTypeOf<Promise<Response>>();
  expectTypeOf(throwIfProblem(new Response())).toEqualTypeOf<Promise<Response>>();
});

test('the status of a problem that was read is advisory', async () => {
  const problem = await readProblem('{}');
  expectTypeOf(problem).toEqualTypeOf<ReceivedProblem | undefined>();
  if (problem) expectTypeOf(problem.status).toEqualTypeOf<number | undefined>();
  if (isProblem(problem, sessionInvalid)) expectTypeOf(problem.status).toEqualTypeOf<number | undefined>();
});

test('a switch on type narrows, with unknown types beside', async () => {
  const problem = await readProblem<typeof outOfStock>('{}');
  if (!problem) return;
  switch (problem.type) {
    case sessionInvalid.type:
      expectTypeOf(problem.session_id).toEqualTypeOf<string | undefined>();
      break;
    case outOfStock.type:
      expectTypeOf(problem.sku).toEqualTypeOf<string>();
      break;
    case 'about:blank':
      expectTypeOf(problem).toEqualTypeOf<ReceivedUnknownProblem>();
      expectTypeOf(problem.anything).toEqualTypeOf<unknown>();
      break;
    default:
      expectTypeOf(problem.type).toExtend<string>();
      expectTypeOf(problem.detail).toEqualTypeOf<string | undefined>();
  }
});

test('a switch is checked for exhaustiveness', () => {
  type Two = Extract<AnyProblem, { type: typeof sessionInvalid.type | typeof tokenInvalid.type }>;
  const handle = (problem: Two | ReceivedUnknownProblem): string => {
    switch (problem.type) {
      case sessionInvalid.type:
        return problem.type;
      case tokenInvalid.type:
        return problem.type;
      default:
        return (problem satisfies UnknownProblem).type;
    }
  };
  const forgetful = (problem: Two): string => {
    switch (problem.type) {
      case sessionInvalid.type:
        return problem.type;
      default:
        // @ts-expect-error tokenInvalid was forgotten
        return problem satisfies never;
    }
  };
  expectTypeOf(handle).toBeFunction();
  expectTypeOf(forgetful).toBeFunction();
});

test('a type that nobody knows cannot be compared by mistake', async () => {
  const problem = await readProblem('{}');
  // @ts-expect-error a slip of the pen
  if (problem?.type === 'https://arcp.0x001.tech/docs/problems/sesion-invalid') return;
  expectTypeOf(problem?.type).toExtend<string | undefined>();
});

test('every occurrence fits where a problem is taken', () => {
  expectTypeOf(sessionInvalid()).toExtend<AnyProblem>();
  expectTypeOf(sessionInvalid()).toExtend<Occurrence<typeof sessionInvalid>>();
  problemResponse(outOfStock({ sku: 'A' }));
  problemResponse({ ...aboutBlank(404), extra: 1 });
  expectTypeOf(new ProblemError(outOfStock({ sku: 'A' })).problem.sku).toEqualTypeOf<string>();
  // @ts-expect-error the call is missing
  problemResponse(sessionInvalid);
  // @ts-expect-error the call is missing
  new ProblemError(sessionInvalid);
  // @ts-expect-error not a problem details object
  problemResponse({ status: '404' });
});

test('a mocked route takes a bare type, an occurrence or a function', () => {
  problemHandlers({
    'GET /a': sessionInvalid,
    'GET /b': outOfStock({ sku: 'A' }),
    'GET /c': ({ params }) => outOfStock({ sku: String(params.sku) }),
  });
  // @ts-expect-error the type has a required member
  problemHandlers({ 'GET /d': outOfStock });
});

test('a validator gives the occurrence', () => {
  const result = validateSessionInvalid({});
  if (result.valid) expectTypeOf(result.value).toEqualTypeOf<Occurrence<typeof sessionInvalid>>();
  else expectTypeOf(result.errors[0]?.pointer).toEqualTypeOf<string | undefined>();
});

test('the matchers may be promises, so that a linter asks for an await', () => {
  expectTypeOf(expect(new Response()).toBeProblem(sessionInvalid)).toEqualTypeOf<void | Promise<void>>();
  expectTypeOf(
    expect(sessionInvalid()).not.toBeProblem(tokenInvalid, { detail: expect.any(String) }),
  ).toEqualTypeOf<void | Promise<void>>();
  expect({}).not.toEqual({ error: expect.toBeProblem(sessionInvalid) });
});

test('assertProblem gives the problem', async () => {
  expectTypeOf(assertProblem({}, outOfStock)).toEqualTypeOf<Promise<Occurrence<typeof outOfStock>>>();
  expectTypeOf(assertProblem({}, 'about:blank')).toEqualTypeOf<Promise<ReceivedProblem>>();
});

test('an unknown problem can be written', () => {
  const problem: UnknownProblem = { type: 'https://shop.example/problems/lost', title: 'Lost', shard: 7 };
  expectTypeOf(problem.shard).toEqualTypeOf<unknown>();
  expectTypeOf<ReceivedUnknownProblem>().toExtend<UnknownProblem>();
});

test('a definition is refused at compile time too', () => {
  const facts = { type: 'urn:x', title: 'X', status: 409 } as const;
  // @ts-expect-error a member with the name of a standard one
  defineProblemType<{ title: string }>();
  // @ts-expect-error the template names a member that the type does not have
  defineProblemType<{ sku: string }>()({ ...facts, headers: { 'X-Sku': '{size}' } });
  defineProblemType<{ sku: string }>()({ ...facts, headers: { 'X-Sku': '{sku} {detail}', Link: 'plain' } });
});

test('a schema gives the members their types', () => {
  const soldOut = defineProblemType(z.object({ sku: z.string(), left: z.number().default(0) }))({
    type: 'urn:sold-out',
    title: 'Sold Out',
    status: 409,
  });
  expectTypeOf(soldOut({ sku: 'A' }).left).toEqualTypeOf<number>();
  expectTypeOf<Occurrence<typeof soldOut>>().toExtend<{ sku: string; left?: number | undefined }>();
  // @ts-expect-error a required member is missing
  soldOut({ left: 1 });
});
