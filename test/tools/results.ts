import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What the tools that measure write down. */

/** Returns the day, Node.js and the machine, as one line. */
export function circumstances(...more: readonly string[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`;
  return `- ${[day, ...more, `Node.js ${process.version}`, machine].join(', ')}`;
}

/** Returns a Markdown table, its cells to the right but for the first ones. */
export function tableOf(names: readonly string[], rows: readonly (readonly string[])[], left = 1): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(names), line(names.map((_, index) => (index < left ? '---' : '---:'))), ...rows.map(line)];
}

/** Returns the middle one of several values, and the least and the most of them. */
export function spreadOf(values: readonly number[]): { median: number; least: number; most: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? Number.NaN, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** Prints lines, and writes them into a file. */
export function note(file: string, lines: readonly string[]): void {
  const text = `${lines.join('\n')}\n`;
  console.log(text);
  writeFileSync(file, text);
}
