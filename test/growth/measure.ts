/** Whether the time of a call grows no faster than its text: by ratios of processor times, so that neither the machine nor its load counts. */

const sizes = [8, 16, 32, 64].map((kilobytes) => kilobytes * 1024);
const [smallest = 0] = sizes;
export const largest = sizes.at(-1) ?? 0;
/** Growth from the smallest to the largest text: 8 times is linear, 64 times quadratic. */
const mostGrowth = 8 ** 1.5;
/** Time that is too short to tell anything, in milliseconds; no quadratic reading of 16 kB is that short. */
const nothing = 2;
const rounds = 12;

export type Call = (text: string) => unknown;

/** What a usual text of one of the sizes takes, in milliseconds. */
export interface Usual {
  readonly size: number;
  readonly time: number;
}

/** Processor time, in milliseconds: what else the machine does is not counted. */
async function timeOf(call: Call, text: string): Promise<number> {
  const start = process.cpuUsage();
  try {
    await call(text);
  } catch {
    // A refusal is an answer too.
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Returns how much longer the largest text takes than the smallest, as far as it is more than linear; undefined when it is
 * linear. The shortest of several times counts: load and garbage only ever add.
 * @param usual a text of this size that takes about as long as a usual one is not measured at any other size
 */
export async function growthOf(
  call: Call,
  of: (length: number) => string,
  usual: Usual = { size: largest, time: 0 },
): Promise<number | undefined> {
  // From short to long, so that what grows too fast ends early.
  for (let size = 64, before = Number.POSITIVE_INFINITY; size < smallest; size *= 4) {
    const time = await timeOf(call, of(size));
    if (time > 1000 && time > 64 * before) return time / before;
    before = time;
  }
  const best = new Map(sizes.map((size) => [size, Number.POSITIVE_INFINITY]));
  const least = (size: number) => best.get(size) ?? Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    for (const size of round === 0 ? [usual.size] : sizes) {
      best.set(size, Math.min(least(size), await timeOf(call, of(size))));
      if (least(usual.size) <= Math.max(nothing, 3 * usual.time)) return undefined;
    }
    if (round > 0 && least(largest) / least(smallest) <= mostGrowth) return undefined;
  }
  return least(largest) / least(smallest);
}

/** Returns the shortest of a few times that a usual text of this size takes. */
export async function usualOf(call: Call, of: (length: number) => string, size: number): Promise<Usual> {
  const times: number[] = [];
  for (let count = 0; count < 5; count += 1) times.push(await timeOf(call, of(size)));
  return { size, time: Math.min(...times) };
}

/** Texts of any length that repeat a unit. Whole units: a reader may leave a text alone that ends in half a character. */
export const runOf = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length));
