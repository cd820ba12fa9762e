import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

const part = /^(?:\/@fs)*((\/[^/]+\/).*\.astro)(\?astro&type=.*)$/;

/**
 * Lets a site use components that share no folder with its root, such as those of a linked package.
 * Astro takes the absolute path of their styles and scripts for one below the root, unless it starts with `/@fs`.
 */
export function farComponents(): Plugin {
  let root = '';
  return {
    name: 'far-components',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    resolveId(source, importer, options) {
      const [, file, top, query] = part.exec(source) ?? [];
      if (file && top && !root.startsWith(top) && existsSync(file)) return `/@fs${file}${query}`;
      if (importer?.startsWith('/@fs/'))
        return this.resolve(source, importer.slice('/@fs'.length), { ...options, skipSelf: true });
      return null;
    },
  };
}
