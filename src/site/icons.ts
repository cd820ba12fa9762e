import type { Retry } from '#catalog/entry.ts';

/** Paths of 16 by 16 icons, drawn as lines. */
export const retryIcons: Readonly<Record<Retry, string>> = {
  never: 'M5 2h6l3 3v6l-3 3H5l-3-3V5zM5.5 5.5l5 5M10.5 5.5l-5 5',
  now: 'M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3',
  'after-delay': 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3l2.5 1.5',
  'after-change': 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.5 4.2l2.3 2.3',
  'after-login': 'M10 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM7.5 8L2.5 13v1h2v-1.5H6V11',
  'after-fix': 'M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2.5 11.4l2 2 4.7-4.7A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2z',
};
