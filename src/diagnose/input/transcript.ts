// cspell:ignore Dload MGTP
/** What tools print of an exchange -> the plain text of its HTTP messages. Text has one character a byte. */

/** Request heads, response heads and bodies, in order. */
export interface PlainHttp {
  readonly text: string;
  /** For each line of the text its number in the input, from 1; absent where they are the same. */
  readonly lines?: readonly number[];
  /** Whether a tool has printed it, which may have left the body out. */
  readonly isTranscript: boolean;
  /** Scheme of the requests, where the tool shows it. */
  readonly scheme?: 'http' | 'https' | undefined;
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/** Removes what curl -v, wget -S and Invoke-WebRequest add. Other text stays unchanged. */
export function plainHttp(input: string): PlainHttp {
  const lines = () => input.split('\n').map((text, index): Line => ({ text, number: index + 1 }));
  if (/(?:^|\d)< HTTP\/\d/m.test(input)) return { ...joined(fromCurl(lines())), scheme: schemeOfCurl(lines()) };
  if (/^ {2}HTTP\/\d/m.test(input)) return joined(fromWget(lines()));
  if (/^RawContent\s*: HTTP\/\d/m.test(input)) return joined(fromPowerShell(lines()));
  return { text: input, isTranscript: false };
}

function joined(lines: readonly Line[]): PlainHttp {
  return {
    text: lines.map(({ text }) => text).join('\n'),
    lines: lines.map(({ number }) => number),
    isTranscript: true,
  };
}

const progressTitle = /^\s*(?:% Total\s+% Received|Dload\s+Upload)/;
const progressBar = /(?:^|\r)#+ +\d+\.\d%/g;
/** Remarks that come behind the last bytes of a body that does not end with a line feed. */
const remarks = [
  'Connection #',
  'Closing connection',
  'Re-using existing',
  'Issue another request',
  'TLSv1',
  'shutting down connection',
  'transfer closed',
  'Excess found',
  'Leftover',
  'HTTP/2 stream',
  'HTTP/3 stream',
  'upload completely sent',
  'Recv failure',
  'end of response',
].map((text) => `* ${text}`);
const count = /[{}] \[\d+ bytes data\]\r?$/;

/** Takes rows of the progress meter out of a line. They have no line feed, so anything can come before and after. */
function withoutProgress(line: string): string {
  if (!line.includes(':')) return line;
  const words = [...line.matchAll(/\S+/g)];
  const isTime = (at: number) => /^(?:[-\d]+:[-\d]+:[-\d]+|\d+[dh]\S*)$/.test(words[at]?.[0] ?? '');
  const isNumber = (at: number) => /^[\d.]+[kMGTP]?$/.test(words[at]?.[0] ?? '');
  let rest = '';
  let from = 0;
  for (let at = 8; at < words.length - 3; at += 1) {
    const [first, last] = [words[at - 8], words[at + 3]];
    const speed = /^[\d.]+[kMGTP]?/.exec(last?.[0] ?? '')?.[0];
    const isRow =
      [0, 1, 2].every((step) => isTime(at + step)) && [1, 2, 3, 4, 5, 6, 7, 8].every((step) => isNumber(at - step));
    if (!isRow || !first || !last || speed === undefined || first.index < from) continue;
    rest += line.slice(from, first.index).trimEnd();
    from = last.index + speed.length;
  }
  return rest + line.slice(from);
}

/** `< ` marks the head of the response, `> ` that of the request, `* ` remarks; the body has no mark. */
function fromCurl(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let head: string | undefined;
  let isOpen = false;
  // With -i each head comes twice, the second time without marks.
  const isTwice = lines.some(({ text }) => /^HTTP\/\d(?:\.\d)?[ \t]+\d{3}\b/.test(text));
  for (const { text: raw, number } of lines) {
    const text = withoutProgress(raw).replace(progressBar, '');
    if (progressTitle.test(text) || (text.trim() === '' && raw.trim() !== '')) continue;
    if (/^\*(?:[ \t]|\r{0,2}$)|^[{}] \[\d+ bytes data\]\r?$/.test(text)) continue;
    const mark = /^[<>](?= |\r{0,2}$)/.exec(text)?.[0];
    if (/^(?:< HTTP\/\d|> [A-Z-]{3,20} \S+ HTTP\/\d)/.test(text)) {
      if (head) kept.push({ text: '', number });
      head = mark;
    }
    if (mark && mark === head) {
      if (mark === '>' || !isTwice) kept.push({ text: text.slice(2).trimEnd(), number });
      if (text.slice(1).trim() === '') head = undefined;
      isOpen = false;
      continue;
    }
    if (mark === '<' && /^< [\w-]+:/.test(text)) continue;
    if (head) kept.push({ text: '', number });
    head = undefined;
    const body = withoutRemark(text).replace(count, '');
    const last = kept.at(-1);
    if (isOpen && last) kept[kept.length - 1] = { ...last, text: last.text + body };
    else kept.push({ text: body, number });
    isOpen = !raw.endsWith(body);
  }
  return kept;
}

function withoutRemark(line: string): string {
  const places = remarks.map((remark) => line.indexOf(remark)).filter((at) => at >= 0);
  return places.length > 0 ? line.slice(0, Math.min(...places)) : line;
}

function schemeOfCurl(lines: readonly Line[]): PlainHttp['scheme'] {
  const said = lines.flatMap(({ text }) => (text.startsWith('*') ? text.slice(1).trimStart() : []));
  if (said.some((text) => /SSL connection|TLSv1|https:\/\//.test(text))) return 'https';
  return said.some((text) => /^(?:Trying|Connected to|Connection|Host|using HTTP)/.test(text)) ? 'http' : undefined;
}

/** Beginnings of the remarks of wget in English; it never prints the body of an error unless asked to. */
const wgetRemarks = [
  'Resolving ',
  'Connecting to ',
  'Reusing existing connection',
  'HTTP request sent',
  'Proxy request sent',
  'Length: ',
  'Saving to: ',
  'Location: ',
  'Authentication selected',
  'Username/Password Authentication Failed',
  'Remote file ',
  'Server file ',
];
const wgetTimeOrProgress =
  /^(?:--\d|\d{4}-\d\d-\d\d [\d:]+ (?:ERROR \d|\()|[ \t]*\d+K[ .]{5}|[ \t]*\d+% ?\[|-[ \t]+\d+%\[)/;

function isWgetRemark(line: string): boolean {
  return wgetTimeOrProgress.test(line) || wgetRemarks.some((remark) => line.startsWith(remark));
}

/** Two blanks mark the head of the response, which no blank line ends. */
function fromWget(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let isHead = false;
  for (const { text, number } of lines) {
    const url = urlOfWget(text);
    const wasHead = isHead;
    isHead = /^ {2}HTTP\/\d/.test(text) || (isHead && /^ {2}\S/.test(text));
    if (isHead) kept.push({ text: text.slice(2), number });
    else if (wasHead) kept.push({ text: '', number });
    if (url) kept.push({ text: `GET ${url}`, number }, { text: '', number });
    else if (!isHead && !isWgetRemark(text) && !(wasHead && text.trim() === '')) kept.push({ text, number });
  }
  return kept;
}

/** The address in `--2026-01-31 12:00:00--  http://localhost/`. */
function urlOfWget(line: string): string | undefined {
  const end = line.startsWith('--') ? line.indexOf('--', 2) : -1;
  return end > 0 && /^[\d :-]+$/.test(line.slice(2, end)) ? line.slice(end + 2).trim() : undefined;
}

/** A list of properties; further lines of a value are moved to the right of the colon. */
function fromPowerShell(lines: readonly Line[]): Line[] {
  const properties = new Map<string, Line[]>();
  let current: Line[] = [];
  let margin = 0;
  for (const line of lines) {
    const [start, name = ''] = /^(\w+)\s*: /.exec(line.text) ?? [];
    if (start) {
      current = [];
      margin = start.length;
      properties.set(name, current);
    }
    if (start || line.text.slice(0, margin).trim() === '') {
      current.push({ ...line, text: line.text.slice(margin).trimEnd() });
    }
  }
  const raw = properties.get('RawContent') ?? [];
  const blank = raw.findIndex(({ text }) => text === '');
  const [head, part] = blank < 0 ? [raw, []] : [raw.slice(0, blank), raw.slice(blank + 1)];
  const content = properties.get('Content') ?? [];
  const isWhole = content.length > 0 && !/(?:\.\.\.|\u00e2\u0080\u00a6)$/.test(content.at(-1)?.text ?? '');
  const body = isWhole ? content : part;
  const number = head.at(-1)?.number ?? 1;
  const text = body.map((line) => line.text);
  const whole = [text.join('\n'), text.join('')].find(isJson) ?? text.join('\n');
  return [...head, { text: '', number }, ...whole.split('\n').map((line) => ({ text: line, number }))];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
