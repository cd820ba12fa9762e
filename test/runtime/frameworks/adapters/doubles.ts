import { ServerResponse } from 'node:http';
import { vi } from 'vitest';

/** What the tests of adapters without a server share. */

export const secret = new Error('secret');
export const gone = () => Object.assign(new Error('Gone away.'), { status: 410, expose: true });
export const options = () => {
  const logged: unknown[] = [];
  return { logged, log: (error: unknown) => logged.push(error) };
};
export const body = async (response: Response) => [response.status, await response.json()];
export const goneBody = { type: 'about:blank', title: 'Gone', status: 410, detail: 'Gone away.' };
export const failed = { type: 'about:blank', title: 'Internal Server Error', status: 500 };
export const notFound = { type: 'about:blank', title: 'Not Found', status: 404 };

/** A response of Node that keeps what is written. */
export function nodeResponse(state: object = {}) {
  const written: string[] = [];
  const response = new ServerResponse({ method: 'GET' } as never);
  Object.assign(response, { end: (text: string) => written.push(text), destroy: () => written.push('destroyed') });
  for (const [name, value] of Object.entries(state)) Object.defineProperty(response, name, { value });
  const sent = () => [response.statusCode, ...written.map((text) => (text.startsWith('{') ? JSON.parse(text) : text))];
  return { response, sent };
}

/** Runs with what would be written to the console. */
export async function quietly(run: () => unknown) {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    await run();
    return spy.mock.calls.map(([first]) => first);
  } finally {
    spy.mockRestore();
  }
}
