import { isProblemMessage, type Message } from '#diagnose/input/message.ts';
import { type InputText, parseInput } from '#diagnose/input/responses.ts';
import { Failure } from './failure.ts';

export { isProblemMessage, type Message };

/** Every response of an input, in order. */
export function messagesOf(input: InputText): Message[] {
  const { messages, fault } = parseInput(input);
  if (fault !== undefined) throw new Failure(fault);
  return [...messages];
}
