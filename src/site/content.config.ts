import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { guideFolders } from './folders.ts';

const guide = z.object({ title: z.string(), description: z.string(), order: z.number() });

const markdownOf = (folder: string | undefined) => (folder ? glob({ base: folder, pattern: '**/*.md' }) : () => []);

export const collections = {
  // Starlight asks for this collection; every page here is a route of its own.
  docs: defineCollection({ loader: () => [], schema: docsSchema() }),
  /** The catalog's own prose pages. */
  guides: defineCollection({ loader: markdownOf(guideFolders.guides), schema: guide }),
  /** Its pages on using the package and hosting the site. */
  manual: defineCollection({ loader: markdownOf(guideFolders.manual), schema: guide }),
};
