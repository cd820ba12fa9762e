import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commitDate } from '#emit/commit-date.ts';
import { replaceFile } from './output.ts';
import { type Project, rooms } from './project.ts';

/** Whether a build would make again what is there: its inputs, as they were before the last whole build. */

/** Made from the entries, by a build among others. */
const generated = join(rooms, 'runtime/generated');

const stampOf = ({ output }: Project) => join(output, 'built-from');

/** Returns a key of everything that a build is made from: sources by time and size, dependencies, Node.js and the commit. */
export function inputsOf(project: Project): string {
  const { root, home, catalog } = project;
  const folders = [catalog, rooms, join(home, 'history')].flatMap((folder) => filesOf(folder, true));
  const installed = join(root, 'node_modules/.package-lock.json');
  const files = new Set([...folders, ...filesOf(home, false), ...filesOf(root, false), installed]);
  const hash = createHash('sha256').update(`${process.version} ${commitDate(root)}`);
  for (const file of [...files].sort()) {
    const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
    hash.update(`\n${file} ${mtimeMs} ${size}`);
  }
  return hash.digest('base64url');
}

/** Whether everything is there, made from the present inputs. */
export function isFresh(project: Project): boolean {
  const made = [project.package, project.site, join(project.output, 'server.mjs'), stampOf(project)];
  return made.every((path) => existsSync(path)) && readFileSync(stampOf(project), 'utf8') === inputsOf(project);
}

/** Notes from which inputs everything was made; nothing when only a part of it was, or is about to be. */
export async function noteInputs(project: Project, inputs?: string): Promise<void> {
  if (inputs === undefined) rmSync(stampOf(project), { force: true });
  else await replaceFile(stampOf(project), inputs);
}

function filesOf(folder: string, recursive: boolean): string[] {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { withFileTypes: true, recursive }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => join(entry.parentPath, entry.name));
  // What the command itself prints may go into a log beside package.json.
  return paths.filter((path) => !path.startsWith(generated) && !path.endsWith('.log'));
}
