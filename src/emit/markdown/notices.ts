import type { ProblemType } from '#catalog/catalog.ts';
import type { Facts } from '#catalog/facts.ts';
import { serverText } from '#catalog/text.ts';
import type { EntryWords } from '#catalog/words.ts';

/**
 * What changes the reading of everything below: a retired type, a type that the server does not send.
 * @param linkTo the Markdown link to the page of another type
 */
export function notices(
  server: Pick<Facts['server'], 'name' | 'version'>,
  { retired, observed }: Pick<ProblemType['entry'], 'observed' | 'retired'>,
  linkTo: (name: string) => string,
  { markdown, problem }: EntryWords,
): string {
  const lines: string[] = [];
  if (retired) {
    const use = retired.use ? ` ${problem.useInstead(linkTo(retired.use))}` : '';
    lines.push(`**${problem.retiredIn(retired.in)}** ${retired.because}${use}`);
  }
  if (observed && observed.sent !== 'yes') {
    const how = observed.sent === 'no' ? markdown.notSentBy : markdown.rarelySentBy;
    const instead = observed.instead?.length ? ` ${markdown.see(observed.instead.map(linkTo).join(', '))}` : '';
    lines.push(`**${how(serverText(server))}** ${observed.note ?? ''}${instead}`);
  }
  return lines.join('\n\n');
}
