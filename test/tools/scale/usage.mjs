import { appendFileSync } from 'node:fs';

/** Loaded before a command, writes what the process and each of its children took to the file that `USAGE_FILE` names. */

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(process.env.USAGE_FILE ?? '', `${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS / 1024}\n`);
});
