import { describe, expect, test } from 'vitest';
import { messagesOf } from '#diagnose/input/messages.ts';
import { parseInput } from '#diagnose/input/responses.ts';
import { pasted } from './tables/pasted.ts';
import { shownMessage } from './tables/show.ts';

/** What people paste, and the responses that are read from it. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const bytes = (text: string) => Buffer.from(text).toString('latin1');

describe.each(Object.entries(pasted))('%s', (_, text) => {
  test('has responses', () => {
    const { messages, fault } = parseInput({ bytes: bytes(text), label: 'x' });
    expect(fault ?? messages.map(shownMessage).join('\n')).toMatchSnapshot();
  });

  test('is read, also loosely', async () => {
    const read = (await messagesOf(text)).filter(({ loose }) => loose !== undefined);
    expect(read.map(shownMessage).join('\n')).toMatchSnapshot();
  });
});
