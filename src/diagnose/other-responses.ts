import type { Reply } from './facts.ts';

/** Which of the known replies that are no problem details a response is. */

export interface Received {
  readonly status: number | undefined;
  header(name: string): string | undefined;
  /** Text of the body. */
  readonly body: string;
  readonly contentType: string;
}

/** The replies that fit best; several when nothing tells them apart. */
export function fittingReplies(replies: readonly Reply[], response: Received): Reply[] {
  const scored = replies.map((reply) => ({ reply, score: scoreOf(reply, response) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best < 2 ? [] : scored.filter(({ score }) => score === best).map(({ reply }) => reply);
}

function scoreOf(reply: Reply, { status, header, body, contentType }: Received): number {
  const { statuses, begins, isHtml, text } = reply;
  if (reply.header) {
    const [name, value] = reply.header;
    return header(name)?.trim().toLowerCase() === value.toLowerCase() ? 4 : 0;
  }
  if (status !== undefined && statuses.length > 0 && !statuses.includes(status)) return 0;
  const compact = compacted(body);
  const values = textsOf(body);
  let score = 0;
  if (isHtml && isHtmlPage(body, contentType)) score += 2;
  if (begins.some((start) => compact.startsWith(start))) score += 3;
  else if (begins.some((start) => values.some((value) => value === start))) score += 2;
  const said = values.filter((value) => value.length >= 8 && text.includes(value));
  if (said.length > 0) score += score > 0 ? 1 : 2;
  return score;
}

export function isHtmlPage(body: string, contentType: string): boolean {
  return (
    /^text\/html\b/i.test(contentType) ||
    /^\s*<(?:!doctype html|html|head|body|center|h1)\b/i.test(body) ||
    shown.test(body)
  );
}

/** The page of nginx as a browser shows it. */
const shown = /^\s*([45]\d\d) [A-Z][\w -]{1,60}\s+nginx(?:\/[\d.]+)?\s*$/;

/** The status that the title of an HTML page names. */
export function statusOfPage(body: string): number | undefined {
  const [, status] =
    shown.exec(body) ?? ((isHtmlPage(body, '') && /<title>[^<]{0,200}?\b([45]\d\d)\b/i.exec(body)) || []);
  return status === undefined ? undefined : Number(status);
}

/** JSON without the blanks between its parts; other text as it is. */
function compacted(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body.trim();
  }
}

/** The texts of a body: those of its members, or itself. */
function textsOf(body: string): string[] {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null
      ? Object.values(value).filter((item) => typeof item === 'string')
      : [String(value)];
  } catch {
    return [body.trim()];
  }
}
