import { basename } from 'node:path';
import type { z } from 'zod';
import { type CatalogFacts, factsSchema } from '#catalog/facts.ts';
import { issueText } from '#catalog/issues.ts';
import { UsageError } from '../command.ts';
import type { Answers } from './files.ts';
import type { FoundAddresses } from './from/addresses.ts';
import { kebab } from './from/draft.ts';

/** What a catalog begins with is asked for, found, or made of the name. */

export interface Options {
  readonly name?: string;
  readonly base?: string;
  readonly package?: string;
}

/**
 * Returns the name and the addresses of a catalog.
 * @param root the folder, whose name stands in for that of the product
 * @throws UsageError when an option cannot be what it is to be
 */
export function answersOf(root: string, options: Options, found: FoundAddresses = {}): Omit<Answers, 'runner'> {
  const folder = kebab(basename(root));
  const slug = [kebab(options.name ?? ''), folder].find((each) => /^[a-z]/.test(each)) ?? 'my-product';
  const name = options.name ?? spelledOut(/^[a-z]/.test(folder) ? folder : slug);
  const base = options.base ?? found.base ?? `https://${slug}.example/problems`;
  const packageName = options.package ?? `${slug}-problems`;
  refuse('name', name, factsSchema.shape.name);
  refuse('base', base, factsSchema.shape.baseUri);
  refuse('package', packageName, factsSchema.shape.package);
  const pattern = found.typeUri ?? (found.base === undefined ? undefined : `${found.base}/{name}`);
  const typeUri = pattern === `${base}/{name}` ? undefined : pattern;
  return { name, base, ...(typeUri !== undefined && { typeUri }), package: packageName };
}

function spelledOut(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function refuse(option: keyof Options, value: CatalogFacts['name'], schema: z.ZodType): void {
  const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  if (!issue) return;
  const { fact, fix } = issueText(issue);
  throw new UsageError(`init: --${option} ${fact.replace(/^it /, '')}. ${fix}`);
}
