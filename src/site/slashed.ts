/** Returns a path as Vite and Astro write it, on Windows too. */
export function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
