import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '#catalog/catalog.ts';
import { writeHosting } from '#hosting/prepare/write.ts';
import { BuildFault, diskFault, replaceFile, replaceFolder } from './output.ts';
import { outputDir, root, siteDir } from './paths.ts';

/** Catalog -> dist/site, the folder of the whole origin, and dist/nginx.conf. */
export async function makeSite(catalog: Catalog): Promise<void> {
  const { base } = catalog.site;
  let made: Awaited<ReturnType<typeof writeHosting>> | undefined;
  await replaceFolder(siteDir, async (folder) => {
    await makePages(base === '/' ? folder : folder + base);
    made = await writeHosting(catalog, folder);
  });
  if (!made) return;
  await replaceFile(join(outputDir, 'nginx.conf'), made.nginx);
  const { files, bytes, notes } = made;
  for (const note of notes) console.log(`${relative(root, siteDir)}/${note}`);
  console.log(`${relative(root, siteDir)}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ready to serve.`);
}

/** Runs Astro, in a process of its own since it needs much memory. */
async function makePages(folder: string): Promise<void> {
  const astro = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));
  const child = spawn(process.execPath, [astro, 'build', '--outDir', folder], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  process.off('exit', stop);
  const fault = code === 0 ? undefined : diskFault(siteDir, said);
  if (fault) throw fault;
  process.stderr.write(said);
  if (code !== 0) throw new BuildFault(`${relative(root, siteDir)}: Astro failed, so the previous site is unchanged.`);
}
