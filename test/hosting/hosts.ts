import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import ts from 'typescript';
import { load } from '#catalog/load.ts';
import { catalogMarkdown } from '#emit/markdown/lists.ts';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { writeHosting } from '#hosting/prepare/write.ts';
import { freePort, libraryDir, root } from '../support.ts';

/** The places that the site can be served from, each started on loopback. */

export interface Host {
  /** Without slash at the end. */
  readonly url: string;
  /** The process of the server, where it is one of its own. */
  readonly pid?: number | undefined;
  /** What the server has printed. */
  log?(): string;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** Sends a request as it is written: the path is not normalized, and no header field is added but `Host`. */
export function ask(url: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        done({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
      });
      response.on('error', fail);
    });
    sent.on('error', fail);
    sent.end();
  });
}

/** `node src/hosting/server/node.ts`, as a process of its own. */
export async function nodeHost(siteDir: string): Promise<Host> {
  const port = await freePort();
  const server = join(root, 'src/hosting/server/node.ts');
  const child = spawn(process.execPath, [server, '--site', siteDir, '--port', String(port), '--host', '127.0.0.1']);
  return started(child, /Serving /, port);
}

/** The Worker in workerd, set up as a wrangler.jsonc says. */
export async function workerHost(siteDir: string, file = join(root, 'wrangler.jsonc')): Promise<Host> {
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8'));
  const { main, compatibility_date: compatibilityDate, assets } = config;
  const bundle = await build({ entryPoints: [join(dirname(file), main)], bundle: true, format: 'esm', write: false });
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: await freePort(),
    modules: true,
    script: bundle.outputFiles[0]?.text ?? '',
    compatibilityDate,
    assets: {
      directory: siteDir,
      binding: assets.binding,
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: assets.run_worker_first },
      assetConfig: { html_handling: assets.html_handling, not_found_handling: assets.not_found_handling },
    },
  });
  return { url: (await miniflare.ready).origin, stop: () => miniflare.dispose() };
}

/** Whether nginx is on this machine. */
export const nginxIsHere = spawnSync('nginx', ['-v']).status === 0;

/** A real nginx with the generated configuration; its own address and folder are put in. */
export async function nginxHost(siteDir: string, conf: string): Promise<Host> {
  const port = await freePort();
  const server = readFileSync(conf, 'utf8')
    .replace(/^ {2}include .*;$/m, `  listen 127.0.0.1:${port};`)
    .replace(/^ {2}root .*;$/m, `  root "${siteDir}";`);
  return nginxWith(server, port);
}

/** A real nginx as a proxy, set up as the guide says. */
export async function proxyHost(url: string): Promise<Host> {
  const port = await freePort();
  const guide = readFileSync(join(root, 'src/toolkit/guides/deploy.md'), 'utf8');
  const [, server = ''] = /```nginx\n([\s\S]*?)```/.exec(guide) ?? [];
  return nginxWith(
    server.replace('127.0.0.1:4321', new URL(url).host).replace(/^ {2}listen .*;$/m, `  listen 127.0.0.1:${port};`),
    port,
  );
}

async function nginxWith(server: string, port: number): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  writeFileSync(join(folder, 'site.conf'), server);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const main = `daemon off; pid ${folder}/pid; error_log stderr notice; worker_processes 1;
events { worker_connections 256; }
http { access_log off; keepalive_requests 1000000; ${temporary.join(' ')} include ${folder}/site.conf; }`;
  writeFileSync(join(folder, 'nginx.conf'), main);
  const user = process.getuid?.() === 0 ? ['-g', 'user root;'] : [];
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf'), ...user]);
  const host = await started(child, /start worker process \d/, port);
  return {
    ...host,
    stop: async () => {
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function started(child: ReturnType<typeof spawn>, ready: RegExp, port: number): Promise<Host> {
  let output = '';
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  await new Promise<void>((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (ready.test(output)) done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`it ended with ${code}:\n${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    log: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * The fixture catalog as a small built site, made without Astro.
 * @param cardTitle heading of the page about an expired card
 */
export async function librarySite(folder: string, cardTitle?: string): Promise<string> {
  const siteDir = join(folder, 'site');
  const problems = join(folder, 'problems');
  cpSync(libraryDir, problems, { recursive: true });
  const catalog = await load(libraryDir);
  const put = (path: string, text: string) => {
    mkdirSync(join(siteDir, path, '..'), { recursive: true });
    writeFileSync(join(siteDir, path), text);
  };
  const page = (title: string) =>
    `<!DOCTYPE html><html lang="en"><title>${title}</title><main><h1>${title}</h1></main></html>`;
  put('index.html', page('Home'));
  put('404.html', page('No page has this address'));
  put('types.html', page('All types'));
  put('types.json', '{}');
  put('_/app.D1gest00.js', 'console.log("a script that is long enough to be compressed");\n'.repeat(40));
  put('types.md', catalogMarkdown(catalog));
  for (const problem of catalog.problems) {
    const { name, entry, schema } = problem;
    put(`types/${name}.html`, page(name === 'card-expired' && cardTitle ? cardTitle : entry.title));
    put(`types/${name}.md`, problemMarkdown(catalog, problem));
    put(`types/${name}.json`, JSON.stringify({ name }));
    put(`types/${name}.schema.json`, JSON.stringify(schema));
  }
  writeFileSync(join(folder, 'nginx.conf'), (await writeHosting(catalog, siteDir)).nginx);
  return siteDir;
}
