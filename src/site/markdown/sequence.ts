import { parseSequence, type SequenceLine } from '#catalog/sequence.ts';
import { escapeHtml } from '#catalog/text.ts';
import type { Translation } from '#catalog/translations/index.ts';

/** A conversation, `A -> B: text` and `Note over A: text` a line each, drawn as SVG with the same as a list. */

const lineHeight = 17;

/** @param id unique on the page */
export function sequenceHtml(source: string, id: string, { and, lists }: Translation): string {
  const lines = parseSequence(source);
  const actors = [...new Set(lines.flatMap((line) => ('over' in line ? line.over : [line.from, line.to])))];
  const column = Math.max(200, Math.min(320, Math.round(690 / actors.length)));
  const width = actors.length * column;
  const x = (actor: string) => actors.indexOf(actor) * column + column / 2;
  const parts: string[] = [];
  let y = 64;
  for (const line of lines) {
    if ('over' in line) {
      const xs = line.over.map(x);
      const left = Math.min(...xs) - column / 2 + 14;
      const right = Math.max(...xs) + column / 2 - 14;
      const rows = wrap(line.text, (right - left) / 7.4);
      const height = rows.length * lineHeight + 12;
      parts.push(`<rect class="note" x="${left}" y="${y - 8}" width="${right - left}" height="${height}" rx="3"/>`);
      parts.push(label(rows, (left + right) / 2, y + 8));
      y += height + 16;
      continue;
    }
    const [from, to] = [x(line.from), x(line.to)];
    const self = from === to;
    const rows = wrap(line.text, self ? (column - 40) / 7.4 : (Math.abs(to - from) - 24) / 7.4);
    parts.push(label(rows, self ? from + column / 4 : (from + to) / 2, y + 4));
    y += rows.length * lineHeight - 4;
    const end = self ? from : to - Math.sign(to - from) * 6;
    const arrow = self ? `M${from} ${y}h28v14h-22` : `M${from} ${y}H${end}`;
    const tip = self
      ? `M${from + 10} ${y + 9}l-6 5 6 5`
      : `M${to - Math.sign(to - from) * 10} ${y - 5}L${to - Math.sign(to - from) * 3} ${y}l${-Math.sign(to - from) * 7} 5`;
    parts.push(`<path class="line" d="${arrow}"/><path class="tip" d="${tip}"/>`);
    y += self ? 40 : 28;
  }
  const heads = actors.map((actor) => {
    const middle = x(actor);
    return `<path class="life" d="M${middle} 40V${y}"/><rect class="actor" x="${middle - 70}" y="6" width="140" height="32" rx="4"/><text x="${middle}" y="27">${escapeHtml(actor)}</text>`;
  });
  const title = lists.conversation(actors.join(', ').replace(/, ([^,]*)$/, `${and}$1`));
  const svg = `<svg viewBox="0 0 ${width} ${y + 8}" width="${width}" height="${y + 8}" role="img" aria-labelledby="${id}t ${id}d"><title id="${id}t">${escapeHtml(title)}</title><desc id="${id}d">${escapeHtml(lines.map((line) => sentence(line, lists.tells)).join(' '))}</desc>${heads.join('')}${parts.join('')}</svg>`;
  const list = lines.map(
    (line) =>
      `<li>${'over' in line ? `<em>${escapeHtml(line.text)}</em>` : `<b>${escapeHtml(line.from)} → ${escapeHtml(line.to)}</b> ${escapeHtml(line.text)}`}</li>`,
  );
  return `<figure class="sequence">${svg}<ol>${list.join('')}</ol></figure>`;
}

function sentence(line: SequenceLine, tells: (from: string, to: string) => string): string {
  const text = line.text.replace(/\.$/, '');
  return 'over' in line ? `(${text}.)` : `${tells(line.from, line.to)}: ${text}.`;
}

function label(rows: readonly string[], x: number, y: number): string {
  return `<text>${rows.map((row, index) => `<tspan x="${x}" y="${y + index * lineHeight}">${escapeHtml(row)}</tspan>`).join('')}</text>`;
}

function wrap(text: string, length: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= length) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
