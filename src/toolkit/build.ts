import { join } from 'node:path';
import { load } from '#catalog/load.ts';
import { command } from './command.ts';
import { makePackage } from './make-package.ts';
import { makeServer } from './make-server.ts';
import { makeSite } from './make-site.ts';
import { alone } from './output.ts';
import { outputDir, problemsDir } from './paths.ts';

/** `npm run build`: the package, the site and its server, each whole before it takes the place of the previous one. */
await command(() =>
  alone(outputDir, async () => {
    const catalog = await load(problemsDir);
    await makePackage(catalog);
    await makeServer(join(outputDir, 'server.mjs'));
    await makeSite(catalog);
  }),
);
