import { relative } from 'node:path';
import { load } from '#catalog/load.ts';
import { writeHosting } from '#hosting/prepare/write.ts';
import { command } from './command.ts';
import { problemsDir, root, siteDir } from './paths.ts';

/** `npm run build:hosting`, after the pages are built: everything else that a host needs. */
await command(async () => {
  const { files, bytes } = await writeHosting(await load(problemsDir), siteDir);
  console.log(`${relative(root, siteDir)}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ready to serve.`);
});
