import type { Finding } from '#runtime/check/findings.ts';
import { checkResponse } from '#runtime/check.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { readInput } from './input.ts';
import { isProblemMessage, type Message, messagesOf } from './messages.ts';
import { byType } from './resolve.ts';
import { printable, type Screen, wrapped } from './screen.ts';

export const checkFormats = ['human', 'json', 'github'] as const;

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
}

/** Judges every problem response of some files. */
export async function check(
  home: Home,
  files: readonly string[],
  { format, strict, baseUrl }: CheckCommandOptions,
  screen: Screen,
): Promise<{ text: string; hasErrors: boolean }> {
  const checked: Checked[] = [];
  const passed: Message[] = [];
  for (const path of files) {
    const input = await readInput(path);
    for (const message of messagesOf(input)) {
      if (!isProblemMessage(message)) {
        if ((message.status ?? 0) >= 200) passed.push(message);
        continue;
      }
      const findings = await checkResponse(judged(message), { strict, baseUrl });
      checked.push({ file: input.file, message, entry: byType(home.catalog, typeOf(message.body)), findings });
    }
  }
  const hasErrors = checked.some(({ findings }) => findings.some(({ level }) => level === 'error'));
  if (format === 'json') return { text: JSON.stringify(checked.map(data), null, 2), hasErrors };
  if (format === 'github') return { text: checked.flatMap(annotations).join('\n'), hasErrors };
  return { text: report(home, checked, passed, screen), hasErrors };
}

/** What `checkResponse` takes; of a bare body, the body alone. */
function judged({ status, headers, body, url, method }: Message): unknown {
  return status === undefined ? body : { status, headers: joined(headers ?? []), body, url, method };
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

function typeOf(body: unknown): unknown {
  try {
    return Object(typeof body === 'string' ? JSON.parse(body) : body).type;
  } catch {
    return undefined;
  }
}

function data({ message, entry, findings }: Checked): Record<string, unknown> {
  const { label, line, status } = message;
  return { source: label, line, status, problem: entry?.name, type: typeOf(message.body), findings };
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
  return findings.map((finding) => {
    const place = file === undefined ? [] : [`file=${property(file)}`, `line=${message.line}`];
    const properties = [...place, `title=${property(`${finding.code} (${finding.section})`)}`];
    return `::${finding.level} ${properties.join(',')}::${text(printable(`${message.label}: ${factOf(finding)}`))}`;
  });
}

function report(home: Home, checked: readonly Checked[], passed: readonly Message[], screen: Screen): string {
  const { style } = screen;
  const blocks = checked.map(({ message, entry, findings }) => {
    const facts = [message.status === undefined ? 'body only' : String(message.status), entry?.name].filter(Boolean);
    const head = style.bold(printable(`${message.label}: ${facts.join(' ')}`));
    if (findings.length === 0) return `${head}\n  ${style.green('no findings')}`;
    const help = entry ? [`  ${style.dim(`Meaning and fix: ${home.program} explain ${entry.name}`)}`] : [];
    return [head, ...findings.map((finding) => findingText(finding, entry, screen)), ...help].join('\n');
  });
  if (passed.length > 0) {
    const statuses = [...new Set(passed.map(({ status }) => status))].join(', ');
    blocks.push(`Passed over, since they are not errors: ${count(passed.length, 'response')} (${statuses}).`);
  }
  const all = checked.flatMap(({ findings }) => findings);
  const errors = all.filter(({ level }) => level === 'error').length;
  const totals = `${count(errors, 'error')}, ${count(all.length - errors, 'warning')}`;
  blocks.push(`${count(checked.length, 'problem response')} checked: ${totals}.`);
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
