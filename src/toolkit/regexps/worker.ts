import { parentPort } from 'node:worker_threads';
import { slowness } from '#catalog/regexp.ts';

/** Judges one expression after another. */
parentPort?.on('message', ({ source, flags }: { source: string; flags: string }) => {
  parentPort?.postMessage(slowness(source, flags));
});
