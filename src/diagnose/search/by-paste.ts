import { objectOf } from '../input/body.ts';
import { inputOf, parseInput } from '../input/responses.ts';
import type { Answer } from './answer.ts';
import { byName, byTitle } from './by-name.ts';
import { byStatus, ofStatus } from './by-status.ts';
import { byDetail } from './by-text.ts';
import { byUri } from './by-uri.ts';
import type { Lookup } from './lookup.ts';

type Bag = Readonly<Record<string, unknown>>;

/** A pasted response: JSON, `curl -i` output, HAR, XML, or JSON within the line of a log. */
export function byPaste(lookup: Lookup, text: string): Answer | undefined {
  const answer = /[{<]|HTTP\/\d/.test(text) ? within(lookup, text) : undefined;
  return answer && { ...answer, isResponse: true };
}

function within(lookup: Lookup, text: string): Answer | undefined {
  const messages = parseInput(inputOf(text, 'the text')).messages.slice(0, 100);
  for (const message of messages) {
    const body = objectOf(message.body);
    const found = body && byBody(lookup, body);
    if (found) return { ...found, message };
  }
  const uri = byUri(lookup, text);
  if (uri) return uri;
  const status = messages.map((message) => message.status).findLast((each) => each !== undefined && each >= 400);
  return status ? { ...ofStatus(lookup, status), by: `the status ${status} of the response` } : undefined;
}

/** What the members say: the type URI, else a code, the detail text and the title, within the status. */
function byBody(lookup: Lookup, body: Bag): Answer | undefined {
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '');
  const uri = text('type') && byUri(lookup, text('type'));
  if (uri && uri.types.length > 0) return { ...uri, by: 'the type of the response' };
  const codes = Object.values(body).filter(
    (value): value is string => typeof value === 'string' && /^[A-Z][A-Z\d]*(_[A-Z\d]+)+$/.test(value),
  );
  const titled = text('title') ? byName(lookup, text('title')) : undefined;
  const said = [text('message'), text('error')].filter(Boolean);
  const answers = [
    ...codes.map((code) => byName(lookup, code)),
    text('detail') && byDetail(lookup, text('detail')),
    titled,
    ...said.map((each) => byDetail(lookup, each) ?? byTitle(lookup, each)),
    text('detail') && byStatus(lookup, text('detail')),
  ];
  const status = Number(body.status);
  for (const answer of answers) {
    if (!answer) continue;
    const fits = answer.types.filter((at) => !(status >= 400) || lookup.index.types[at]?.status.includes(status));
    const named = fits.filter((at) => titled?.types.includes(at));
    const types = named.length > 0 ? named : fits;
    if (types.length > 0) return { by: 'the text of the response', types, isIdentity: types.length === 1 };
    if (answer.types.length === 0) return answer;
  }
  const isProblem =
    Number.isInteger(status) && status >= 400 && ('type' in body || 'title' in body || 'detail' in body);
  return isProblem ? { ...ofStatus(lookup, status), by: `the status ${status} of the response` } : undefined;
}
