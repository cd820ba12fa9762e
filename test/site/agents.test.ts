import { computeScore, runChecks } from 'afdocs';
import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { base, kinds, siteDir } from '../any-catalog/pages.ts';
import { nodeHost } from '../hosting/hosts.ts';
import { problemsDir } from '../support.ts';

/** The path of an agent: the served site, judged by afdocs (Agent-Friendly Documentation Spec). */

const { site } = await load(problemsDir);
const pages = Object.entries(kinds)
  .filter(([kind]) => kind !== 'page not found')
  .map(([, path]) => path || '/');

test('afdocs gives the site 100 of 100, and every check that applies passes', async () => {
  const host = await nodeHost(siteDir);
  try {
    const report = await runChecks(host.url + base, {
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
