import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers each request with the text of its argument as a problem. Prints its port. */

const [body = ''] = process.argv.slice(2);
const server = createServer((_request, response) => {
  response.writeHead(401, { 'Content-Type': 'application/problem+json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
