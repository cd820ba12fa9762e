import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Catalog } from '#catalog/catalog.ts';
import { writeHosting } from '#hosting/prepare/write.ts';
import { BuildFault, diskFault, replaceFile, replaceFolder } from './output.ts';
import { isSource, type Project, rooms } from './project.ts';

/** Catalog -> dist/site, the folder of the whole origin, and dist/nginx.conf. */
export async function makeSite(project: Project, catalog: Catalog): Promise<void> {
  const { root } = catalog.site;
  let made: Awaited<ReturnType<typeof writeHosting>> | undefined;
  await replaceFolder(project.site, async (folder) => {
    await makePages(project, folder + root);
    made = await writeHosting(catalog, folder);
  });
  if (!made) return;
  await replaceFile(join(project.output, 'nginx.conf'), made.nginx);
  const { files, bytes, notes } = made;
  for (const note of notes) console.log(`${relative(project.root, project.site)}/${note}`);
  console.log(
    `${relative(project.root, project.site)}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ready to serve.`,
  );
}

/** Runs Astro, in a process of its own since it needs much memory. */
async function makePages({ root, catalog, site }: Project, folder: string): Promise<void> {
  const script = join(rooms, 'toolkit', isSource ? 'pages.ts' : 'pages.js');
  const child = spawn(process.execPath, [script, catalog, folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill('SIGKILL');
  // Before the folder is removed: Astro would write into it again.
  process.prependOnceListener('exit', stop);
  const [printed, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  process.off('exit', stop);
  const fault = code === 0 ? undefined : diskFault(site, said);
  if (fault) throw fault;
  process.stderr.write(code === 0 ? said : printed + said);
  if (code !== 0) throw new BuildFault(`${relative(root, site)}: Astro failed, so the previous site is unchanged.`);
}
