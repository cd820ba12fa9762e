#!/usr/bin/env node
/** The command `problem-catalog`. This module has to be read by any Node.js, so that an old one can say what it needs. */

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// These import TypeScript without a flag.
const isNewEnough = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (process.versions.pnp) {
  console.error(
    'problem-catalog needs its packages in node_modules (this is Plug\'n\'Play). Write "nodeLinker: node-modules" into .yarnrc.yml, then run yarn install.',
  );
  process.exitCode = 1;
} else if (isNewEnough) {
  // Before any other module is compiled.
  import('./compile-cache.ts')
    .then(() => import('./program.ts'))
    .then(
      ({ main }) => main(process.argv.slice(2)),
      (error) => {
        console.error(error);
        process.exitCode = 1;
      },
    );
} else {
  console.error(
    `problem-catalog needs Node.js 22.18 or later (this is ${process.versions.node}). Install it from https://nodejs.org.`,
  );
  process.exitCode = 1;
}

export {};
