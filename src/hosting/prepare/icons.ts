import sharp, { type Sharp } from 'sharp';

/** Icons that browsers and telephones look for at the root of an origin, made from the icon of the site, an SVG or PNG file. */

const sizes = [16, 32, 48];

/** Returns `favicon.ico`, with a PNG image a size. */
export async function favicon(picture: Buffer): Promise<Buffer> {
  const images = await Promise.all(sizes.map((size) => square(picture, size).toBuffer()));
  const head = Buffer.alloc(6 + 16 * images.length);
  // Type 1 is an icon.
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(sizes[index] ?? 0, at);
    head.writeUInt8(sizes[index] ?? 0, at + 1);
    // One plane of 32 bits a pixel.
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += image.length;
  }
  return Buffer.concat([head, ...images]);
}

/** Returns `apple-touch-icon.png`: on white and with a margin, since a telephone cuts the corners off. */
export async function touchIcon(picture: Buffer): Promise<Buffer> {
  const margin = { top: 20, bottom: 20, left: 20, right: 20, background: 'white' };
  return square(picture, 140).extend(margin).flatten({ background: 'white' }).toBuffer();
}

function square(picture: Buffer, size: number): Sharp {
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp(picture, { density: 600 })
    .resize(size, size, { fit: 'contain', background })
    .png({ compressionLevel: 9 });
}
