import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  // Starlight asks for this collection; every page here is a route of its own.
  docs: defineCollection({ loader: () => [], schema: docsSchema() }),
};
