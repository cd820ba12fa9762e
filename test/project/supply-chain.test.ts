import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run } from '../support.ts';

/** What comes from others: where from, under which license, and what of it runs. */

interface Locked {
  version: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
}

const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const own = read('package.json');
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.split('node_modules/').at(-1) as string;
/** Binaries for another platform than that of whoever wrote the lock file may lack what only the registry knows. */
const isOfPlatform = ({ optional, os, cpu }: Locked) => optional === true && (os ?? cpu) !== undefined;

test('the lock file names no address, so that packages come from the registry that npm is set to', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('each package has the hash of its content', () => {
  const without = locked.filter(([, each]) => !each.integrity && !isOfPlatform(each)).map(([path]) => path);
  expect(without).toEqual([]);
  for (const [path, { integrity }] of locked) if (integrity) expect(integrity, path).toMatch(/^sha512-/);
});

/** Licenses that development may rest on. The package itself passes on those of its command: `cli/LICENSES.txt`. */
const allowed = [
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT OR Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'WTFPL',
];
/** What package.json does not say in words of SPDX, looked up in the package. */
const lookedUp: Record<string, string> = {
  '@cspell/dict-en-common-misspellings': 'CC-BY-SA-4.0',
  busboy: 'MIT',
  streamsearch: 'MIT',
};

test('each license is allowed', () => {
  const others = locked.filter(([path, each]) => {
    const license = lookedUp[nameOf(path)] ?? each.license;
    return license === undefined ? !isOfPlatform(each) : !allowed.includes(license);
  });
  expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
});

test('npm lists all of it as a software bill of materials', async () => {
  const { code, stdout } = await run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']);
  expect(code).toBe(0);
  const { bomFormat, components } = JSON.parse(stdout);
  expect(bomFormat).toBe('CycloneDX');
  expect(components.length).toBeGreaterThan(1000);
});

/** Their scripts are not needed: workflows install with `--ignore-scripts`. Why each has one: */
const scripts = {
  '@scarf/scarf': 'counts downloads',
  esbuild: 'copies the binary of an optional dependency in place of a script, which saves start-up time',
  msw: 'copies a worker into a public folder, where package.json asks for it',
  workerd: 'as esbuild',
};

test('no package needs its install script', () => {
  const found = new Set(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)));
  expect([...found].sort()).toEqual(Object.keys(scripts).sort());
  const workflows = ['ci', 'pages', 'publish'].map((name) =>
    readFileSync(join(root, `.github/workflows/${name}.yml`), 'utf8'),
  );
  for (const [line] of workflows.join('\n').matchAll(/npm ci.*/g)) expect(line).toBe('npm ci --ignore-scripts');
});

/** Versions before a release that tests rest on, and why. */
const prereleases = {
  nitro: 'Nitro 3 has no release yet, and the h3 2 adapter is tried inside of it.',
};

test('nothing that tests rest on is a prerelease without a reason', () => {
  const found = Object.keys(own.devDependencies).filter((name) =>
    packages[`node_modules/${name}`]?.version.includes('-'),
  );
  expect(found).toEqual(Object.keys(prereleases));
});
