import sharp from 'sharp';

/** Returns an SVG as a PNG of at most 64 colors. Bundles of the pages cannot import sharp, which Astro leaves to the project. */
export function pngOf(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png({ palette: true, colors: 64 }).toBuffer();
}
