import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Lets a site use components that share no folder with its root, such as those of a linked package.
 * Astro takes the absolute path of their styles and scripts for one below the root, unless it starts with `/@fs`.
 */
export function farComponents(): Plugin {
  let root = '';
  const isFar = (file: string) =>
    file.startsWith('/') && !root.startsWith(`/${file.split('/', 2)[1]}/`) && existsSync(file);
  return {
    name: 'far-components',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    resolveId(source, importer, options) {
      const id = source.replace(/^(?:\/@fs)+/, '');
      const [file = '', query] = id.split('?', 2);
      if (file.endsWith('.astro') && query?.startsWith('astro&') && isFar(file)) return `/@fs${id}`;
      if (importer?.startsWith('/@fs/'))
        return this.resolve(source, importer.slice('/@fs'.length), { ...options, skipSelf: true });
      return null;
    },
  };
}
