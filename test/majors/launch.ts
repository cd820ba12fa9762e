import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Launch } from '../runtime/frameworks/contract.ts';
import type { Reports } from '../runtime/frameworks/routes.ts';

/** Starts a compiled app in the folder of a major: `process.js` of test/runtime/frameworks, on the given Node.js. */
export function launched(folder: string, execPath: string, app: string, start: string): Launch {
  return async () => {
    const child = fork(join(folder, 'process.js'), [app, start], {
      execPath,
      execArgv: [],
      cwd: folder,
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
