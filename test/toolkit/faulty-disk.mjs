import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a command, makes the disk fail at the first write whose path fits `DISK_FAULT_AT`: with the error that
 * `DISK_FAULT` names, or, for `SIGKILL`, by ending the process.
 */

const { DISK_FAULT: fault = '', DISK_FAULT_AT: at = '' } = process.env;
const fits = new RegExp(at);

/** @param {string} operation @param {unknown[]} paths */
function trip(operation, paths) {
  const path = paths.find((each) => typeof each === 'string' && fits.test(`${operation} ${each}`));
  if (path === undefined) return;
  if (fault === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${fault}: put in by a test, ${operation} '${path}'`), { code: fault, path });
}

const isWrite = (flags) => flags !== undefined && flags !== 'r' && flags !== 0;

for (const name of ['writeFileSync', 'mkdirSync', 'renameSync', 'cpSync', 'copyFileSync', 'openSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (name !== 'openSync' || isWrite(args[1])) trip(name, args.slice(0, 2));
    return real(...args);
  };
}
for (const name of ['writeFile', 'mkdir', 'rename', 'cp', 'copyFile']) {
  const real = fs.promises[name];
  fs.promises[name] = async (...args) => {
    trip(name, args.slice(0, 2));
    return real(...args);
  };
}
syncBuiltinESMExports();
