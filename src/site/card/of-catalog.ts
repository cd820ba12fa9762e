import { accentOf } from '#catalog/accent.ts';
import type { Site } from '../context.ts';
import { logosOf } from '../face.ts';
import type { Card } from './card.ts';

/** The card of a category, or of the whole catalog. */
export function cardOf({ catalog, categories, t }: Site, category?: string): Card {
  const { facts, problems } = catalog;
  const { light, showName } = logosOf(catalog);
  const whole = {
    site: showName ? t.frame.brand : t.frame.title(facts.name),
    logo: { url: `data:${light.type};base64,${Buffer.from(light.read()).toString('base64')}`, ratio: light.ratio },
    accent: accentOf(facts)?.text.light,
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
