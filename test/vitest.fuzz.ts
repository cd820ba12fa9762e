import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

/** `npm run fuzz`: a million inputs for the properties, other ones each time. What passed is noted in `last-fuzz.json`. */

const inputs = Number(process.env.FUZZ_INPUTS ?? 1_000_000);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));

const note: Reporter = {
  onTestRunEnd(_modules, _errors, reason) {
    if (reason !== 'passed') return;
    const result = { date: new Date().toISOString().slice(0, 10), inputs, seed, node: process.version };
    writeFileSync(join(import.meta.dirname, 'properties/last-fuzz.json'), `${JSON.stringify(result, null, 2)}\n`);
  },
};

export default defineConfig({
  test: {
    include: ['test/properties/*.test.ts'],
    env: { FUZZ_INPUTS: String(inputs), FUZZ_SEED: String(seed) },
    testTimeout: 24 * 3_600_000,
    reporters: ['default', note],
  },
});
