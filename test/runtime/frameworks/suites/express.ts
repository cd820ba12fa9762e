import { expect, test } from 'vitest';
import { contract, type Launch, problemOf } from '../contract.ts';

/** What is asked of an app of Express. */
export function suite(launch: Launch): void {
  const ask = contract(launch, { hearsStreams: true });

  test('what body-parser says of a body reaches the client', async () => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    const large = await problemOf(await ask('/json', { ...init, body: JSON.stringify('x'.repeat(200)) }));
    expect(large.detail).toBe('The request body is larger than 100 bytes.');
    const malformed = await problemOf(await ask('/json', { ...init, body: '{"a":' }));
    expect(malformed.detail).toContain('JSON');
    const charset = await ask('/json', {
      ...init,
      headers: { 'Content-Type': 'application/json; charset=x' },
      body: '1',
    });
    expect([charset.status, (await problemOf(charset)).title]).toEqual([415, 'Unsupported Media Type']);
  });

  test('a URL that cannot be decoded is 400', async () => {
    const response = await ask('/files/%');
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ title: 'Bad Request' });
  });

  test('a missing file is 404 and its path stays on the server', async () => {
    const response = await ask('/files/a');
    expect(response.status).toBe(404);
    expect(JSON.stringify(await problemOf(response))).not.toContain('nowhere');
  });

  test('a bare status is kept without its message', async () => {
    const response = await ask('/status');
    expect(response.status).toBe(418);
    expect(JSON.stringify(await problemOf(response))).not.toContain('client');
  });

  test('an error after the end of a response leaves the response whole', async () => {
    expect(await (await ask('/after-end')).json()).toHaveLength(8_000_000);
  });
}
