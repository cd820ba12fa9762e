import type { Site } from '../context.ts';
import type { Card } from './card.ts';

/** The card of a category, or of the whole catalog. */
export function cardOf({ catalog, categories, t }: Site, category?: string): Card {
  const { facts, problems } = catalog;
  const whole = {
    site: t.frame.title(facts.name),
    title: t.frame.home(facts.name),
    summary: facts.description,
    count: t.problemTypes(problems.length),
    address: catalog.site.indexUri.replace(/^https?:\/\//, ''),
  };
  if (category === undefined) return whole;
  const { title = category, summary = whole.summary } = facts.categories[category] ?? {};
  return { ...whole, title, summary, count: t.problemTypes(categories.get(category)?.length ?? 0) };
}

/** Path of the picture: of a category, or of the whole catalog. */
export function cardPath({ paths }: Site, category?: string): string {
  return `${category === undefined ? paths.index : paths.category(category)}.png`;
}
