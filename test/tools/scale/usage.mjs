import { appendFileSync } from 'node:fs';

/** Loaded before a command, writes the processor time in seconds that it and each of its children took to `USAGE_FILE`. */

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  appendFileSync(process.env.USAGE_FILE ?? '', `${(userCPUTime + systemCPUTime) / 1e6}\n`);
});
