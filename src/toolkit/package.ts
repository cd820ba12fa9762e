import { load } from '#catalog/load.ts';
import { command } from './command.ts';
import { makePackage } from './make-package.ts';
import { alone } from './output.ts';
import { outputDir, problemsDir } from './paths.ts';

/** `npm run build:package`: the package alone. */
await command(() => alone(outputDir, async () => makePackage(await load(problemsDir))));
