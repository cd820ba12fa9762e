import { inspector as texts } from 'virtual:problem-catalog/translation';
import type { TypeFacts } from '#diagnose/facts.ts';
import { masked } from '#diagnose/input/secrets.ts';
import type { Inspected } from '#diagnose/result.ts';
import { h } from './dom.ts';
import { report } from './report.ts';
import type { Shown } from './result.ts';
import { fragmentOf } from './share.ts';

/** What can be passed on: a link and a report, both without secrets. */
export function shareBar(text: string, result: Inspected, shown: Shown, facts: TypeFacts | undefined): HTMLElement {
  const status = h('span', { role: 'status' });
  const say = (words: string) => {
    status.textContent = words;
  };
  const button = (label: string, action: () => Promise<string | undefined>, done: string) => {
    const made = h('button', { type: 'button', class: 'plain' }, label);
    made.addEventListener('click', async () => {
      try {
        const words = await action();
        if (words === undefined) return say(texts.tooLong);
        await navigator.clipboard.writeText(words);
        say(done);
      } catch {
        say(texts.refused);
      }
    });
    return made;
  };
  const link = async () => {
    const fragment = await fragmentOf(masked(text));
    return fragment && `${location.origin}${location.pathname}#${fragment}`;
  };
  return h(
    'div',
    { class: 'share' },
    button(texts.link, link, texts.linkCopied),
    button(texts.report, async () => report(text, result, shown, facts), texts.reportCopied),
    status,
    h('p', { class: 'note' }, texts.shared),
  );
}
