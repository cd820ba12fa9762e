import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import type { Launch } from '../runtime/frameworks/contract.ts';
import type { Reports } from '../runtime/frameworks/routes.ts';

/** Runs a file on the given Node.js, which sends the URL of its app, and its reports whenever a message arrives. */
export function launched(execPath: string, file: string, args: readonly string[] = []): Launch {
  return async () => {
    const child = fork(file, args, {
      execPath,
      execArgv: [],
      cwd: dirname(file),
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The app ended with ${code}:\n${said}`);
    });
    ended.catch(() => {});
    const message = async () => (await Promise.race([once(child, 'message'), ended]))[0];
    return {
      url: String(await message()),
      async reports() {
        child.send('reports');
        return (await message()) as Reports;
      },
      async close() {
        if (child.connected) child.disconnect();
        await ended.catch(() => {});
      },
    };
  };
}
