import { basename } from 'node:path';
import { bodyFindings } from './bodies-check.ts';
import type { Catalog, ProblemType } from './catalog.ts';
import type { Finding } from './finding.ts';
import { guidesOf } from './guides.ts';
import { linkFindings } from './links.ts';
import { proseIn } from './text.ts';
import { typeFaults } from './type-faults.ts';

/**
 * Returns findings about a catalog that loads: its prose, its links, its types, its member names, its
 * bodies.
 * @param isAsked whether the types of an entry are looked at, by name; those of all are when absent
 */
export async function lint(catalog: Catalog, isAsked = (_name: string) => true): Promise<Finding[]> {
  const prose = hasProseRules(catalog) ? [...catalog.problems.flatMap(proseFindings), ...guideFindings(catalog)] : [];
  const types = await typeFaults(catalog.folder, isAsked);
  const members = catalog.problems.flatMap(memberFindings);
  const others = [...frameFindings(catalog), ...linkFindings(catalog), ...bodyFindings(catalog)];
  return [...prose, ...others, ...members, ...types].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

const longest = 25;
const filler = /\b(simply|just|please|easily|obviously|of course|note that|in order to|basically|actually|very)\b/i;
const blame = /\byou (failed|forgot|did not|made a mistake)\b|\byour (mistake|fault)\b/i;
/** A word in `-ing` or `-ed` is no imperative, unless its stem has no vowel, as in `bring`, or it ends in `-eed`. */
const notVerb =
  /^(a|an|the|this|that|these|those|it|its|you|your|we|there|if|when|then|with|for|in|on|at|as|by|to|all|any|each|every|no|not|also|first|next|finally|should|must|can|(?!embed\b)[b-df-hj-np-tv-xz]*[aeiouy][a-z]*(?:ing|[a-df-z]ed))\b/i;

/** The rules are about English; a catalog can be without them. */
function hasProseRules({ facts }: Catalog): boolean {
  return facts.proseRules ?? (facts.language ?? 'en').split('-')[0] === 'en';
}

function proseFindings(problem: ProblemType): Finding[] {
  const { entry, file } = problem;
  const findings: Finding[] = [];
  const report = (fact: string, fix: string) => findings.push({ file, fact, fix });
  for (const [path, text] of proseIn(entry)) {
    for (const { fact, fix } of proseFaults(text)) report(`${path} ${fact}`, fix);
  }
  const fixes = problem.causes.flatMap(({ name, fix }) =>
    fix.map(({ step }, index) => [`causes.${name}.fix[${index}].step`, step] as const),
  );
  const prevent = (entry.prevent ?? []).map(({ step }, index) => [`prevent[${index}].step`, step] as const);
  for (const [path, text] of [['now', entry.now] as const, ...fixes, ...prevent]) {
    const first = notVerb.exec(text.replace(/^\W+/, ''))?.[0];
    if (first) report(`${path} must start with a verb (was "${first}")`, 'Say what to do: "Log in again."');
  }
  return findings;
}

function memberFindings({ file, members }: ProblemType): Finding[] {
  return members.flatMap(({ name }): Finding[] => {
    if (/^[A-Za-z][A-Za-z0-9_-]{2,}$/.test(name)) return [];
    const fix = 'Use three or more letters, digits and "_", a letter first.';
    return /^[A-Za-z][A-Za-z0-9_-]?$/.test(name)
      ? [{ file, fact: `member ${name} has fewer than three characters (RFC 9457 section 4)`, fix, level: 'warning' }]
      : [{ file, fact: `member ${name} does not survive in other formats (RFC 9457 section 4)`, fix }];
  });
}

/** Sentences of a text that are too long, have filler or blame the reader. */
export function proseFaults(markdown: string): { fact: string; fix: string }[] {
  const faults: { fact: string; fix: string }[] = [];
  for (const sentence of sentences(markdown)) {
    const parts = sentence.split(/\s+/);
    const words = parts.filter((part) => /\w/.test(part)).length;
    const start = parts.slice(0, 6).join(' ');
    if (words > longest)
      faults.push({ fact: `has a sentence of ${words} words ("${start} …")`, fix: `Split it: ${longest} at most.` });
    const word = filler.exec(sentence)?.[0];
    if (word) faults.push({ fact: `has the filler "${word}" ("${start} …")`, fix: 'Leave it out.' });
    if (blame.test(sentence)) faults.push({ fact: `blames the reader ("${start} …")`, fix: 'Say what happened.' });
  }
  return faults;
}

/** Sentences of Markdown prose: no code blocks, tables or headings; inline code is one word. */
function sentences(markdown: string): string[] {
  return markdown
    .replace(/^(```|~~~)[\s\S]*?^\1.*/gm, '')
    .replace(/^[|#].*/gm, '')
    .replace(/`[^`]*`/g, 'code')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .split(/\n\s*\n|\n\s*(?:[-*]|\d+\.)\s|(?<=[.!?:])["')*_]*\s+/)
    .map((sentence) => sentence.trim());
}

/** The frame of a catalog in a language that it does not know. */
function frameFindings({ facts: { language = 'en' }, folder, frameLanguage }: Catalog): Finding[] {
  const [primary] = language.split('-');
  if (primary === frameLanguage.split('-')[0]) return [];
  const fact = `language is "${language}", in which there are no texts for headings and buttons: the pages have English ones`;
  const fix = 'Write them in translation.ts beside index.ts. "Make your own" in the documentation shows how.';
  return [{ file: `${basename(folder)}/index.ts`, fact, fix, level: 'warning' }];
}

function guideFindings(catalog: Catalog): Finding[] {
  return guidesOf(catalog)
    .filter(({ collection }) => collection === 'guides')
    .flatMap(({ name, body }) => proseFaults(body).map((fault) => ({ file: `guides/${name}.md`, ...fault })));
}
