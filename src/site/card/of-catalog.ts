import { counted } from '#catalog/text.ts';
import type { Site } from '../context.ts';
import type { Card } from './card.ts';

/** The card of a category, or of the whole catalog. */
export function cardOf({ catalog, categories }: Site, category?: string): Card {
  const { facts, problems } = catalog;
  const whole = {
    site: `${facts.name} problem types`,
    title: `Every error of ${facts.name}, and how to fix it`,
    summary: facts.description,
    count: counted(problems.length, 'problem type'),
    address: facts.baseUri.replace(/^https?:\/\//, ''),
  };
  if (category === undefined) return whole;
  const { title = category, summary = whole.summary } = facts.categories[category] ?? {};
  return { ...whole, title, summary, count: counted(categories.get(category)?.length ?? 0, 'problem type') };
}

/** Path of the picture: of a category, or of the whole catalog. */
export function cardPath({ paths }: Site, category?: string): string {
  return `${category === undefined ? paths.index : paths.category(category)}.png`;
}
