import { converter, formatHex, type Hsl, interpolate, wcagContrast } from 'culori';

/** Colors, as `#rrggbb`. */

const hsl = converter('hsl');

/** Returns a color with six digits in lower case: `#0AF` is `#00aaff`. */
export function longColor(color: string): string {
  return formatHex(color) ?? color;
}

/** Returns the contrast of two colors, 1 to 21. WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** Returns `amount` of a color, 0 to 1, on a background. */
export function mixed(color: string, background: string, amount: number): string {
  return formatHex(interpolate([background, color], 'rgb')(amount));
}

/**
 * Returns the color of the same hue and saturation that is next to a color in lightness and has enough contrast with a
 * background: a darker one on a light background, a lighter one on a dark background.
 */
export function readable(color: string, background: string, least: number): string {
  const isLight = contrast(background, '#000000') > contrast(background, '#ffffff');
  const step = isLight ? -0.01 : 0.01;
  const given = hsl(color) as Hsl;
  let found = color;
  for (let lightness = given.l + step; contrast(found, background) < least; lightness += step) {
    if (lightness < 0 || lightness > 1) return isLight ? '#000000' : '#ffffff';
    found = formatHex({ ...given, l: lightness });
  }
  return found;
}
