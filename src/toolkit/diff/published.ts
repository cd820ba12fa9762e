import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CatalogData } from '#catalog/data.ts';
import { CatalogError, findingText } from '#catalog/finding.ts';
import { load } from '#catalog/load.ts';
import { catalogData } from '#emit/data.ts';
import { type Api, apiOf, ownApi } from './api.ts';
import { filesAt } from './git.ts';

/** A version of a catalog: its data, and what its package offers beside them, where that is known. */
export interface Published {
  readonly catalog: CatalogData;
  readonly api?: Api | undefined;
}

/** A version that cannot be had. */
export class Unreadable extends Error {}

/**
 * Reads a version of a catalog.
 * @param name a folder of entries, an unpacked or packed package, a catalog.json, `npm:<package>@<version>`, or a revision
 * of the git repository that `problems` is in
 * @param problems the folder of entries as it is now
 * @throws {Unreadable} when there is none
 */
export async function readPublished(name: string, problems: string): Promise<Published> {
  if (name.startsWith('npm:')) return inTemporary((folder) => fromNpm(name.slice('npm:'.length), folder));
  if (!existsSync(name)) return inTemporary((folder) => fromRevision(name, problems, folder));
  if (!statSync(name).isDirectory()) {
    return name.endsWith('.tgz') ? inTemporary((folder) => fromTarball(name, folder)) : { catalog: readData(name) };
  }
  if (existsSync(join(name, 'catalog.json'))) return fromPackage(name);
  return fromEntries(name);
}

/** Reads the catalog as it is now, and what its package will offer where that of `before` is known. */
export async function current(problems: string, before: Published | undefined): Promise<Published> {
  return { catalog: catalogData(await load(problems)), api: before?.api && ownApi() };
}

async function inTemporary<T>(read: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  try {
    return await read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fromEntries(folder: string): Promise<Published> {
  return { catalog: catalogData(await load(folder)) };
}

async function fromRevision(revision: string, problems: string, folder: string): Promise<Published> {
  const path = filesAt(revision, problems, folder);
  if (path === undefined) {
    throw new Unreadable(`${revision} is neither a file, nor a folder, nor a git revision`);
  }
  const entries = join(folder, path);
  if (!existsSync(join(entries, 'index.ts')))
    throw new Unreadable(`the revision ${revision} has no entries in ${path}`);
  // Node.js takes the entries for ES modules only where a package.json says so.
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  try {
    return { ...(await fromEntries(entries)), api: apiOf(folder) };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const [first] = error.findings;
    throw new Unreadable(
      `the entries of ${revision} do not fit this version of the toolkit: ${first && findingText(first)} Compare with the published package instead, as in npm:<package>@<version>`,
    );
  }
}

function fromNpm(spec: string, folder: string): Published {
  if (!/^(@[\w.-]+\/)?[\w.-]+(@[\w.^~-]+)?$/.test(spec)) throw new Unreadable(`npm:${spec} does not name a package`);
  try {
    const options = { cwd: folder, shell: process.platform === 'win32', stdio: 'pipe' } as const;
    execFileSync('npm', ['pack', spec, '--silent'], options);
  } catch {
    throw new Unreadable(`npm has no package ${spec}`);
  }
  const [file] = readdirSync(folder);
  return fromTarball(join(folder, file as string), join(folder, 'unpacked'));
}

function fromTarball(file: string, folder: string): Published {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('tar', ['-xzf', resolve(file), '-C', folder], { stdio: 'pipe' });
  } catch {
    throw new Unreadable(`${file} is not a packed package`);
  }
  return fromPackage(join(folder, 'package'));
}

function fromPackage(folder: string): Published {
  return { catalog: readData(join(folder, 'catalog.json')), api: apiOf(folder) };
}

function readData(file: string): CatalogData {
  try {
    const data = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(data?.problems) && Array.isArray(data.members)) return data;
  } catch {
    // Told below.
  }
  throw new Unreadable(`${file} is not a catalog.json`);
}
