import { isProblemLike, objectOf } from '#diagnose/input/body.ts';
import { utf8 } from '#diagnose/input/bytes.ts';
import { plain, seen } from '#diagnose/input/colors.ts';
import { looseProblems, ownedBy } from '#diagnose/input/loose-problems.ts';
import { type InputText, inputOf, parseInput } from '#diagnose/input/responses.ts';
import { Failure } from '../failure.ts';
import { type Message, messagesOf } from '../messages.ts';

/** Longest input that is read loosely, in bytes. */
const longest = 1024 * 1024;

/** Every response of an input; where none has a problem, those that a program has printed or that are not quite JSON. */
export function messagesLooselyOf(input: InputText): Message[] {
  if (input.bytes.length > longest) return messagesOf(input);
  const text = utf8(input.bytes);
  const copied = seen(text);
  const { messages, fault } = parseInput(copied === plain(text) ? input : inputOf(copied, input.label));
  if (messages.some(({ body }) => isProblemLike(objectOf(body)))) return [...messages];
  const read = ownedBy(copied, messages, looseProblems(copied)).map(({ loose: _, ...message }) => ({
    ...message,
    label: `${input.label}, line ${message.line}`,
  }));
  if (read.length === 0 && fault !== undefined) throw new Failure(fault);
  return read.length > 0 ? read : [...messages];
}
