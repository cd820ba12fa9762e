import { z } from 'zod';
import { phrase } from './fields.ts';

/** What the facts of a catalog say about the look of its own site. */

/** A file in the folder of the entries. */
const picture = z
  .string()
  .regex(
    /^(?:\w[\w.-]*\/)*\w[\w.-]*\.(?:svg|png)$/,
    'must be the path of an SVG or PNG file in the folder of the entries. Write it as in logo.svg.',
  );

const color = z
  .string()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a color in hexadecimal. Write it as in #0b5a68.');

const address = z
  .string()
  .refine(isAddress, 'must be an https or http URL, or a path. Write it as in https://status.example.com or /terms.');

function isAddress(text: string): boolean {
  const isPath = /^\/(?![/\\])/.test(text);
  return /^\S+$/.test(text) && (isPath || /^https?:\/\/[^/]/.test(text)) && URL.canParse(text, 'https://example.com');
}

/** Text to address, in the order of display. */
const links = z.record(phrase.max(30, 'must be 30 characters or fewer'), address);

const mostInHeader = 3;

export const face = {
  /**
   * The picture before the name at the top of every page: an SVG or PNG file in the folder of the entries. Absent: the
   * favicon.
   */
  logo: z
    .union([
      picture,
      z.strictObject({
        light: picture,
        /** The same for dark pages. Absent: `light`. */
        dark: picture.optional(),
        /** Whether the logo shows the name, which is then not written beside it. */
        replacesName: z.boolean().optional(),
      }),
    ])
    .optional(),
  /** The icon of the site in tabs and bookmarks: an SVG or PNG file in the folder of the entries. Absent: the logo. */
  favicon: picture.optional(),
  /**
   * The color of links, buttons and marks: one for light and one for dark pages, or one for light pages, from which that for
   * dark pages is derived.
   */
  accent: z.union([color, z.strictObject({ light: color, dark: color })]).optional(),
  /** Links to elsewhere, text to address, in the header and at the foot of every page. An address is a URL, or a path of the origin. */
  links: z
    .strictObject({
      header: links
        .refine(
          (each) => Object.keys(each).length <= mostInHeader,
          `must be ${mostInHeader} links or fewer. Move the others to links.footer.`,
        )
        .optional(),
      footer: links.optional(),
    })
    .optional(),
};
