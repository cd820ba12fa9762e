import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { guidesDir } from './catalog.ts';

export const collections = {
  // Starlight asks for this collection; every page here is a route of its own.
  docs: defineCollection({ loader: () => [], schema: docsSchema() }),
  guides: defineCollection({
    loader: guidesDir ? glob({ base: guidesDir, pattern: '**/*.md' }) : () => [],
    schema: z.object({ title: z.string(), description: z.string(), order: z.number() }),
  }),
};
