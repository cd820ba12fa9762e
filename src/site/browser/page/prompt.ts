import { or, prompt } from 'virtual:problem-catalog/page-texts';

/** A prompt for an AI assistant, made of the facts that the page of a problem type shows, and the place of its button. */
export function assistantPrompt(): { text: string; place: Element } | undefined {
  const place = document.querySelector<HTMLElement>('.tools');
  if (!place) return undefined;
  const all = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim().replace(/\s+/g, ' ') ?? '');
  const [retry, fixer, now] = all('.problem .verdict dd');
  const facts = {
    type: all('.plate code')[0],
    title: all('h1')[0],
    status: all('.problem .tags .status').join(or),
    [prompt.happened]: all('.lead')[0],
    [prompt.retry]: retry,
    [prompt.fixer]: fixer,
    [prompt.now]: now,
    [prompt.more]: place.querySelector('a')?.href,
  };
  return {
    place,
    text: [
      prompt.opening.replace('{name}', () => place.dataset.of ?? ''),
      ...Object.entries(facts).map(([name, value]) => `${name}: ${value}`),
      prompt.question,
    ].join('\n'),
  };
}
