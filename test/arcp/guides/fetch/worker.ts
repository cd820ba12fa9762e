import { aboutBlank } from 'arcp-problems';
import { withProblems } from 'arcp-problems/fetch';

export default {
  fetch: withProblems(async (request: Request) => {
    if (new URL(request.url).pathname !== '/items') throw aboutBlank(404);
    return Response.json([]);
  }),
};
