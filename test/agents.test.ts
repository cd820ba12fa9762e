import { join } from 'node:path';
import { computeScore, runChecks } from 'afdocs';
import { expect, test } from 'vitest';
import { load } from '../src/catalog/catalog.ts';
import { nodeHost } from './server-hosts.ts';
import { problemsDir, root } from './support.ts';

/** The path of an agent: the served site, judged by afdocs (Agent-Friendly Documentation Spec). */

const { site } = await load(problemsDir);
// One page of each kind, and of problem types those with the longest and the shortest twin.
const pages = [
  '/docs',
  '/docs/problems',
  '/docs/problems/session-invalid',
  '/docs/problems/token-invalid',
  '/docs/problems/vector-search-unavailable',
  '/docs/problems/category/search',
  '/docs/problems/status/401',
  '/docs/problems/route/post-auth-login',
  '/docs/guides',
  '/docs/guides/sessions',
  '/docs/guides/deploy',
  '/docs/inspect',
];

test('afdocs gives the site 100 of 100, and every check that applies passes', async () => {
  const host = await nodeHost(join(root, 'dist/site'));
  try {
    const report = await runChecks(`${host.url}/docs`, {
      samplingStrategy: 'curated',
      curatedPages: pages.map((path) => host.url + path),
      canonicalOrigin: site.origin,
      maxConcurrency: 8,
      requestDelay: 0,
    });
    const faults = report.results.filter(({ status }) => status !== 'pass');
    expect(faults.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      'auth-alternative-access: All docs pages are publicly accessible; no alternative access paths needed',
    ]);
    expect(report.testedPages).toBe(pages.length);
    expect(computeScore(report).overall).toBe(100);
  } finally {
    await host.stop();
  }
}, 120_000);
