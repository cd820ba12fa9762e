import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Catalog } from './catalog.ts';
import { type Finding, nearest } from './finding.ts';

/** What is in the folder `bodies`, where a test would miss it: `<name>/valid/*.json`, `<name>/invalid/*.json`. */

/** Returns findings about bodies that belong to no problem type, or are not JSON. Whether they fit is a question of tests. */
export function bodyFindings({ folder, problems, unread }: Catalog): Finding[] {
  const root = join(folder, 'bodies');
  if (!existsSync(root)) return [];
  const names = [...problems.map(({ name }) => name), ...unread];
  const label = (path: string) => `${basename(folder)}/${relative(folder, path).replaceAll('\\', '/')}`;
  return itemsOf(root).flatMap((item): Finding[] => {
    const path = join(root, item.name);
    if (!item.isDirectory()) return [misplaced(label(path))];
    if (names.includes(item.name)) return kindFindings(path, label);
    const near = nearest(item.name, names);
    const fix = near === undefined ? 'Rename the folder, or remove it.' : `Rename it to ${near}, or remove it.`;
    return [{ file: label(path), fact: `there is no problem type ${item.name}`, fix }];
  });
}

/** The bodies of one problem type. */
function kindFindings(folder: string, label: (path: string) => string): Finding[] {
  return itemsOf(folder).flatMap((item): Finding[] => {
    const path = join(folder, item.name);
    if (!item.isDirectory()) return [misplaced(label(path))];
    if (item.name === 'valid' || item.name === 'invalid')
      return itemsOf(path).flatMap((body) => fileFindings(join(path, body.name), body.isDirectory(), label));
    const fix = 'Name it after what its bodies are.';
    return [{ file: label(path), fact: `the folder must be called valid or invalid (was "${item.name}")`, fix }];
  });
}

function fileFindings(path: string, isFolder: boolean, label: (path: string) => string): Finding[] {
  const file = label(path);
  if (isFolder) return [{ file, fact: 'it is a folder', fix: 'Move its bodies one folder up.' }];
  if (!path.endsWith('.json'))
    return [{ file, fact: 'its name must end in .json', fix: 'Rename it, or move it out of bodies.' }];
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return [];
  } catch (error) {
    return [{ file, fact: `it is not JSON: ${(error as Error).message}`, fix: 'Correct the body.' }];
  }
}

function misplaced(file: string): Finding {
  const fix = 'Move it into bodies/<name>/valid or bodies/<name>/invalid.';
  return { file, fact: 'it belongs to no problem type', fix };
}

/** What is in a folder, without what the system or an editor hides there. */
function itemsOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
