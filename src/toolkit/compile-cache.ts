import { existsSync } from 'node:fs';
import module from 'node:module';
import { resolve } from 'node:path';

/**
 * Keeps what Node.js compiles, of the toolkit and of its dependencies, in the `node_modules` of the working directory: for
 * this process and those that it starts. `NODE_COMPILE_CACHE` names another place.
 */
const modules = resolve('node_modules');
if (process.env.NODE_COMPILE_CACHE === undefined && existsSync(modules)) {
  const { directory } = module.enableCompileCache(`${modules}/.cache/compiled`);
  // The folder that is returned has one for each version of Node.js.
  if (directory !== undefined) process.env.NODE_COMPILE_CACHE = `${modules}/.cache/compiled`;
}
