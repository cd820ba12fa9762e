import type { CatalogEntry, Home } from '../catalog.ts';
import { Failure } from '../failure.ts';
import { isThere } from '../input.ts';
import { render } from '../render.ts';
import { type Resolution, resolveName } from '../resolve.ts';
import { resolveCause } from '../resolve-cause.ts';
import { printable, type Screen, wrapped } from '../screen.ts';
import { causePage, fixSection } from './cause.ts';
import { commands, heading, overview, verdict } from './overview.ts';

export interface ExplainOptions {
  /** Print the whole page. */
  readonly all?: boolean;
  readonly json?: boolean;
  readonly md?: boolean;
}

/** Returns the text of `explain`: of a problem type, of one of its causes, or of the last problem in a file. */
export async function explain(home: Home, asked: string, options: ExplainOptions, screen: Screen): Promise<string> {
  const isFile = asked === '-' || isThere(asked);
  const print = printer(options, screen);
  const ofCause = isFile ? undefined : resolveCause(home.catalog, asked);
  if (ofCause?.kind === 'found') {
    const { entry, cause } = ofCause;
    const parts = [heading(home, entry, cause), causePage(entry, cause), fixSection(home.catalog, entry, [cause])];
    return print(parts.join('\n\n'), { problem: entry.name, ...cause });
  }
  if (ofCause?.kind === 'unknown') throw new Failure(ofCause.fault);
  const found = asked === '-' ? undefined : resolveName(home.catalog, asked);
  if (found?.kind === 'found' && !(found.guessed && isFile)) {
    const note = `No problem type is called "${printable(asked)}". This is ${found.entry.name}.`;
    const text = print(typePage(home, found.entry, options), found.entry);
    return found.guessed && !options.json ? `${screen.style.yellow(wrapped(note, screen.width))}\n\n${text}` : text;
  }
  if (!isFile) throw new Failure(unknown(home, asked, found ?? { kind: 'none', near: [] }));
  const { explainedResponse, responseSection } = await import('./response.ts');
  const explained = await explainedResponse(home, asked);
  const { entry, label, message, body, by } = explained;
  const { sure, possible, values, ...how } = explained.found;
  const status = message.status ?? body.status;
  const data = { source: label, status, problem: entry.name, recognizedBy: by, ...how, sure, possible, values };
  const parts = [
    responseSection(home, explained, options.all),
    ...(options.all
      ? [typePage(home, entry, options)]
      : [heading(home, entry), verdict(home, entry), commands(home, [[entry.name, 'all causes']])]),
  ];
  return print(parts.join('\n\n'), data);
}

function typePage(home: Home, entry: CatalogEntry, { all, md }: ExplainOptions): string {
  if (!all) return overview(home, entry);
  const whole = home.markdown(entry);
  return md ? whole : whole.replace(/^---\n[\s\S]*?\n---\n\n# .*\n/, `${heading(home, entry)}\n`);
}

function printer({ json, md }: ExplainOptions, screen: Screen) {
  return (markdown: string, data: object): string => {
    if (json) return JSON.stringify(data, null, 2);
    return md ? markdown.trimEnd() : render(markdown, screen);
  };
}

function unknown({ catalog, program }: Home, asked: string, found: Resolution): string {
  const name = printable(asked);
  if (found.kind === 'several') {
    const names = found.entries.map((entry) => entry.name).join(', ');
    const hint = /^\d+$/.test(asked) ? ` "${program} list --status ${asked}" tells more.` : ' Name one of them.';
    return `"${name}" can be several problem types: ${names}.${hint}`;
  }
  const causes = catalog.problems.flatMap((entry) =>
    entry.causes.filter((cause) => cause.name === asked).map((cause) => `"${entry.name}#${cause.name}"`),
  );
  const near = found.kind === 'none' ? found.near.map((entry) => `"${entry.name}"`) : [];
  const meant = causes.length > 0 ? causes : near;
  const advice = meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : `"${program} list" shows all.`;
  return `No problem type or file is called "${name}". ${advice}`;
}
