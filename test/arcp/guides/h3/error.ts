import { problemHandler } from 'arcp-problems/h3';

export default problemHandler({
  log: (error, event) => console.error(event.req.method, event.url.pathname, error),
});
