/** Colors, as `#rrggbb`. */

type Triple = readonly [number, number, number];

/** Returns a color with six digits in lower case: `#0AF` is `#00aaff`. */
export function longColor(color: string): string {
  const digits = color.slice(1).toLowerCase();
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** Returns the contrast of two colors, 1 to 21. WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Returns `amount` of a color, 0 to 1, on a background. */
export function mixed(color: string, background: string, amount: number): string {
  const behind = channels(background);
  return fromChannels(channels(color).map((value, index) => value * amount + (behind[index] ?? 0) * (1 - amount)));
}

/**
 * Returns the color of the same hue and saturation that is next to a color in lightness and has enough contrast with a
 * background: a darker one on a light background, a lighter one on a dark background.
 */
export function readable(color: string, background: string, least: number): string {
  const step = luminance(background) > 0.5 ? -0.01 : 0.01;
  const [hue, saturation, start] = toHsl(channels(color));
  let found = color;
  for (let lightness = start + step; contrast(found, background) < least; lightness += step) {
    if (lightness < 0 || lightness > 1) return step < 0 ? '#000000' : '#ffffff';
    found = fromHsl([hue, saturation, lightness]);
  }
  return found;
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function fromChannels(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** Hue in degrees, saturation and lightness from 0 to 1. CSS Color 4 section 7. */
function toHsl(values: readonly number[]): Triple {
  const [red = 0, green = 0, blue = 0] = values.map((value) => value / 255);
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const [range, lightness] = [most - least, (most + least) / 2];
  if (range === 0) return [0, 0, lightness];
  const hue =
    most === red ? (green - blue) / range : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  return [hue * 60, range / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function fromHsl([hue, saturation, lightness]: Triple): string {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number) => {
    const at = (((shift + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - spread * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return fromChannels([channel(0), channel(8), channel(4)]);
}
