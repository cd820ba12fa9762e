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
    status: all('.problem .tags .status').join(' or '),
    'What happened': all('.lead')[0],
    Retry: retry,
    'Who can fix it': fixer,
    'Do this now': now,
    'More about it': place.querySelector('a')?.href,
  };
  return {
    place,
    text: [
      `An HTTP response is an RFC 9457 problem details object of ${place.dataset.of}.`,
      ...Object.entries(facts).map(([name, value]) => `${name}: ${value}`),
      'Help me find which of its causes applies to my case, and fix it.',
    ].join('\n'),
  };
}
