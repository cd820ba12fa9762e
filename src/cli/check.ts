import { objectOf } from '#diagnose/input/body.ts';
import type { FoundCauses } from '#runtime/causes/find.ts';
import type { Finding } from '#runtime/check/findings.ts';
import { checkResponse } from '#runtime/check.ts';
import { standardMembers } from '#runtime/problem/details.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { meaningText } from './check-meaning.ts';
import { causesOf } from './explain/response.ts';
import type { checkFormats } from './formats.ts';
import { readInput } from './input.ts';
import { isProblemMessage, type Message, messagesOf } from './messages.ts';
import { byType } from './resolve.ts';
import { printable, type Screen, wrapped } from './screen.ts';

export interface CheckCommandOptions {
  readonly format: (typeof checkFormats)[number];
  readonly strict?: boolean;
  readonly baseUrl?: string;
}

interface Checked {
  /** Path; undefined for standard input. */
  readonly file: string | undefined;
  readonly message: Message;
  readonly entry: CatalogEntry | undefined;
  readonly findings: readonly Finding[];
  /** Absent where the type is not in the catalog. */
  readonly causes: FoundCauses | undefined;
}

/** What `check` prints, and its exit code: 0 without errors, 1 with errors, 2 where nothing was judged. */
export interface CheckResult {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
  /** Why nothing was judged, for standard error. */
  readonly reason?: string;
}

/** Judges every problem response of some files. */
export async function check(
  home: Home,
  files: readonly string[],
  { format, strict, baseUrl }: CheckCommandOptions,
  screen: Screen,
): Promise<CheckResult> {
  const checked: Checked[] = [];
  const skipped: Message[] = [];
  for (const path of files) {
    const input = await readInput(path);
    for (const read of messagesOf(input)) {
      const message = isForeign(read) ? { ...read, bodyMissing: foreign } : read;
      if (!isProblemMessage(message)) {
        skipped.push(message);
        continue;
      }
      const isJudged = message.status !== undefined || message.bodyMissing === undefined;
      const findings = isJudged ? await checkResponse(judged(message), { strict, baseUrl }) : [];
      const body = objectOf(message.body);
      const entry = byType(home.catalog, body?.type);
      const causes = entry && body && causesOf(entry, message, body);
      checked.push({ file: input.file, message, entry, findings, causes });
    }
  }
  const text = {
    human: () => report(home, checked, skipped, screen),
    json: () => JSON.stringify(checked.map(data), null, 2),
    github: () => checked.flatMap(annotations).join('\n'),
  }[format]();
  if (checked.some(({ findings }) => findings.some(({ level }) => level === 'error'))) return { text, exitCode: 1 };
  if (checked.some(({ message }) => message.bodyMissing === undefined)) return { text, exitCode: 0 };
  const reasons = [...new Set(checked.map(({ message }) => message.bodyMissing))];
  const reason = checked.length > 0 ? reasons.join(' ') : 'No response is an error.';
  return { text, exitCode: 2, reason: `Nothing was judged. ${reason}` };
}

const foreign =
  'No member of it is one of a problem, and it has no recorded response. Save the whole response, for example with "curl -i".';

/** Whether it is some JSON value of which nothing says that it is meant as a problem. */
function isForeign({ status, body }: Message): boolean {
  const isBag = status === undefined && typeof body === 'object' && body !== null && !Array.isArray(body);
  return isBag && !Object.keys(standardMembers).some((name) => name in body);
}

/** What `checkResponse` takes; of a bare body, the body alone. */
function judged({ status, headers, body, bodyMissing, url, method }: Message): unknown {
  if (status === undefined) return body;
  return { status, headers: joined(headers ?? []), body, url, method: bodyMissing === undefined ? method : 'HEAD' };
}

/** One value a field: RFC 9110 section 5.3. */
function joined(headers: readonly (readonly [string, string])[]): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = fields.get(key);
    fields.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(fields);
}

function data({ message, entry, findings, causes }: Checked): Record<string, unknown> {
  const { label, line, status, body, bodyMissing } = message;
  const verdict = { judged: bodyMissing === undefined, reason: bodyMissing };
  return {
    source: label,
    line,
    status,
    problem: entry?.name,
    type: objectOf(body)?.type,
    ...verdict,
    findings,
    causes,
  };
}

/** A finding as a sentence that names the member or the header field. */
function factOf({ header, pointer, message }: Finding): string {
  const where = header ?? pointer;
  const named = where === undefined || message.includes(where) ? message : `${where} ${message}`;
  return named.endsWith('.') ? named : `${named}.`;
}

/** Workflow commands of GitHub Actions. */
function annotations({ file, message, findings }: Checked): string[] {
  const text = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string) => text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const place = file === undefined ? [] : [`file=${property(file)}`, `line=${message.line}`];
  const annotation = (kind: string, title: string, fact: string) =>
    `::${kind} ${[...place, `title=${property(title)}`].join(',')}::${text(printable(`${message.label}: ${fact}`))}`;
  return [
    ...(message.bodyMissing === undefined ? [] : [annotation('notice', 'not judged', message.bodyMissing)]),
    ...findings.map((found) => annotation(found.level, `${found.code} (${found.section})`, factOf(found))),
  ];
}

function report(home: Home, checked: readonly Checked[], skipped: readonly Message[], screen: Screen): string {
  const { style } = screen;
  const blocks = checked.map(({ message, entry, findings, causes }) => {
    const facts = [message.status === undefined ? 'body only' : String(message.status), entry?.name].filter(Boolean);
    const head = style.bold(printable(`${message.label}: ${facts.join(' ')}`));
    if (message.bodyMissing !== undefined) {
      const reason = wrapped(printable(message.bodyMissing), screen.width, 14).slice(14);
      const found = findings.map((finding) => findingText(finding, entry, screen));
      return [head, `  ${style.yellow('not judged')}  ${reason}`, ...found].join('\n');
    }
    const found = findings.map((finding) => findingText(finding, entry, screen));
    if (found.length === 0) found.push(`  ${style.green('no findings')}`);
    return [head, ...found, ...(entry ? meaningText(home, entry, causes, screen) : [])].join('\n');
  });
  const lost = skipped.filter(({ status }) => status === 0).length;
  if (lost > 0) blocks.push(`Skipped ${count(lost, 'request')} without a response.`);
  const fine = skipped.filter(({ status }) => status !== undefined && status >= 200);
  if (fine.length > 0) {
    const statuses = [...new Set(fine.map(({ status }) => status))].join(', ');
    const what = fine.length === 1 ? 'response that is not an error' : 'responses that are not errors';
    blocks.push(`Skipped ${fine.length} ${what} (${statuses}).`);
  }
  const whole = checked.filter(({ message }) => message.bodyMissing === undefined);
  const all = checked.flatMap(({ findings }) => findings);
  const errors = all.filter(({ level }) => level === 'error').length;
  const totals = `${count(errors, 'error')}, ${count(all.length - errors, 'warning')}`;
  const missing = checked.length - whole.length;
  const rest = missing > 0 ? ` ${missing} not judged.` : '';
  blocks.push(`${count(whole.length, 'problem response')} checked: ${totals}.${rest}`);
  return blocks.join('\n\n');
}

function findingText(finding: Finding, entry: CatalogEntry | undefined, screen: Screen): string {
  const { style, width } = screen;
  const { level, code, message, header, section } = finding;
  const paint = level === 'error' ? style.red : style.yellow;
  const indent = 11;
  const text = wrapped(printable(factOf(finding)), width, indent);
  const wanted = header && /absent/.test(message) ? sample(entry, header) : undefined;
  const send = wanted ? [wrapped(`Send ${wanted}`, width, indent)] : [];
  const source = style.dim(wrapped(`${code}, ${section}`, width, indent));
  return [`  ${paint(level.padEnd(indent - 2))}${text.slice(indent)}`, ...send, source].join('\n');
}

/** The header field as the catalog's example has it. */
function sample(entry: CatalogEntry | undefined, header: string): string | undefined {
  const template = entry?.headers?.[header];
  return (
    template &&
    `${header}: ${template.replace(/\{(\w+)\}/g, (_, member: string) => String(entry?.example[member] ?? `<${member}>`))}`
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
