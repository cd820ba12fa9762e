import { copy } from 'virtual:problem-catalog/page-texts';
import { assistantPrompt } from './prompt.ts';

/**
 * Copy buttons. The page marks with `data-copies` what can be copied and how it is called: a link stands for the text at
 * its address, anything else for its own text. A button made elsewhere holds the text in `data-copy`.
 */
export function copyButtons(): void {
  const live = document.createElement('p');
  live.className = 'sr-only';
  live.setAttribute('role', 'status');
  document.body.append(live);

  const sources = new Map<Element, () => string | Promise<Blob>>();
  const labels = new Map<Element, string | null>();
  const add = (place: Element, what: string, source: () => string | Promise<Blob>, isNamed = false) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.append(isNamed ? copy.named.replace('{what}', what) : copy.copy);
    if (!isNamed) button.append(hidden(` ${what}`));
    sources.set(button, source);
    place.append(button);
  };
  for (const marked of document.querySelectorAll<HTMLElement>('[data-copies]')) {
    const isLink = marked instanceof HTMLAnchorElement;
    const source = () => (isLink ? textAt(marked.href) : (marked.textContent ?? ''));
    add(marked.parentElement ?? marked, marked.dataset.copies ?? '', source, isLink);
  }
  const prompt = assistantPrompt();
  if (prompt) add(prompt.place, copy.prompt, () => prompt.text, true);

  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.copy') : null;
    const label = button?.firstChild;
    if (!button || !label) return;
    const named = labels.get(button) ?? label.textContent;
    labels.set(button, named);
    const text = button.dataset.copy ?? sources.get(button)?.() ?? '';
    try {
      // A promise inside the item keeps the right to write, which the click gave, while the text arrives.
      if (typeof text === 'string') await navigator.clipboard.writeText(text);
      else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
      label.textContent = copy.copied;
      live.textContent = copy.copied;
    } catch {
      label.textContent = copy.failed;
      live.textContent = copy.refused;
    }
    setTimeout(() => {
      label.textContent = named;
      live.textContent = '';
    }, 2000);
  });
}

/** A text for screen readers alone. */
function hidden(text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'sr-only';
  span.textContent = text;
  return span;
}

async function textAt(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return new Blob([await response.text()], { type: 'text/plain' });
}
