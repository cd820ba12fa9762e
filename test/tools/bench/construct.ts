import boom from '@hapi/boom';
// @ts-expect-error the package has no types
import ApiProblem from 'api-problem';
import { aboutBlank, defineProblemType, ProblemError, sessionInvalid } from 'arcp-problems';
import createError from 'http-errors';
import { ProblemDocument } from 'http-problem-details';
import { bench, do_not_optimize, group, summary } from 'mitata';

const { type, title } = sessionInvalid;
const status = 401;

/** The same type without members that are filled in, as the other libraries have none. */
const bare = defineProblemType<{ session_id?: string }>()({ type, title, status });

let count = 0;
/** Another text every time, so that no result can be reused. */
const next = () => ({ detail: `The session ${++count} has ended.`, instance: '/agents', session_id: 'sess_abc123' });

group('construct a problem', () => {
  summary(() => {
    bench('object literal', () => do_not_optimize({ type, title, status, ...next() }));
    bench('arcp-problems', () => do_not_optimize(bare(next()))).baseline(true);
    bench('arcp-problems, with timestamp', () => do_not_optimize(sessionInvalid(next())));
    bench('arcp-problems, about:blank', () => do_not_optimize(aboutBlank(404, next())));
    bench('http-problem-details', () => {
      const { session_id, ...standard } = next();
      do_not_optimize(new ProblemDocument({ type, title, status, ...standard }, { session_id }));
    });
  });
});

group('construct something to throw', () => {
  summary(() => {
    bench('new Error', () => do_not_optimize(new Error(next().detail)));
    bench('arcp-problems, ProblemError', () => do_not_optimize(new ProblemError(bare(next())))).baseline(true);
    bench('api-problem', () => do_not_optimize(new ApiProblem(status, title, type, next())));
    bench('@hapi/boom', () => {
      const { detail, ...data } = next();
      do_not_optimize(boom.unauthorized(detail, 'Bearer', data as unknown as string));
    });
    bench('http-errors', () => {
      const { detail, ...members } = next();
      do_not_optimize(createError(status, detail, members));
    });
  });
});
