import { createServer } from 'node:http';
import { problemHandler } from 'arcp-problems/express';
import { withProblems } from 'arcp-problems/fetch';
import express from 'express';
import { cases } from './cases.mjs';

/** Throws the errors of `cases.mjs` into a handler of Express, or into one of fetch, and answers over HTTP. */

const listen = (handler) =>
  new Promise((done) => {
    const server = createServer(handler).listen(0, '127.0.0.1', () =>
      done(`http://127.0.0.1:${server.address().port}`),
    );
  });

/** The server that the API clients ask. */
const url = await listen(({ url: path }, response) => {
  if (path.startsWith('/slow')) return;
  const status = Number(/40[01]/.exec(path)?.[0] ?? 200);
  const headers = { 'Content-Type': 'application/json', 'X-Upstream': 'secret', 'Set-Cookie': 'upstream=secret' };
  response.writeHead(status, path.startsWith('/html') ? { 'Content-Type': 'text/html' } : headers);
  response.end(
    path.startsWith('/html')
      ? '<p>'
      : JSON.stringify({ __type: 'Refused', message: 'secret', error: { message: 'secret' } }),
  );
});

const app = express();
app.all('/express/:index', async (request, response) => {
  await cases[request.params.index].cause({ url, request, response });
});
app.all('/fetch/:index', async (request, response) => {
  const handler = withProblems(() => cases[request.params.index].cause({ url, request, response }));
  const answer = await handler(new Request(`${url}/`));
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});
app.use(problemHandler({ log() {} }));

process.on('disconnect', () => process.exit());
process.send(await listen(app));
