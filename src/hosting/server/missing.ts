import { html } from 'hono/html';
import type { ErrorBody } from './manifest.ts';

/** The answer to an unknown address, in three forms: what the build wrote, with pages of a similar name added. */

export interface Missing {
  /** The path that was asked for, as it was written. */
  readonly address: string;
  /** Paths of pages with a similar name. */
  readonly near: readonly string[];
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Puts the suggestions at the end of the main part of the site's page. */
export function missingHtml(page: string, { near }: Missing, didYouMean: string): string {
  if (near.length === 0) return page;
  const items = near.map((path) => html`<li><a href="${path}">${nameOf(path)}</a></li>`);
  const block = String(html`<section id="near"><h2>${didYouMean}</h2><ul>${items}</ul></section>`);
  const end = page.lastIndexOf('</main>');
  return end < 0 ? page + block : page.slice(0, end) + block + page.slice(end);
}

export function missingMarkdown(text: string, { near }: Missing, didYouMean: string): string {
  if (near.length === 0) return text;
  return `${text.trimEnd()}\n\n${didYouMean}\n\n${near.map((path) => `- [${nameOf(path)}](${path}.md)`).join('\n')}\n`;
}

export function missingProblem(body: ErrorBody, { address, near }: Missing): Record<string, unknown> {
  return { ...body, instance: address, ...(near.length > 0 ? { near } : {}) };
}
