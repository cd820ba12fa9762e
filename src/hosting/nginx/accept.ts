/**
 * Proactive negotiation in nginx's own words. nginx cannot compare numbers, so each q-value becomes five digits (q in
 * thousandths, then how exact the range is), and the greater of two such texts is found by their first differing digit.
 */

/** A media type to offer, and the letter that stands for it in the texts. */
export interface NginxOffer {
  readonly letter: string;
  readonly accept: string;
}

const nothing = '00000';
/** Parameters of which the first `q` has this value; src/hosting/server/negotiate.ts takes the same values. */
const q = (value: string) => `(?:;(?!\\s*q\\s*[=;])[^;]*)*;\\s*q\\s*=\\s*${value}\\s*(?:;|$)`;
/** The end of a range in a field. */
const end = '\\s*(?:[;,]|$)';

/** `map` blocks that give the score of each offer: `$score_h` and so on. */
export function scoreMaps(offers: readonly NginxOffer[]): string {
  return offers
    .map(({ letter, accept }) => {
      const ranges = rangesOf(accept).map(
        (range, index) =>
          `  "~*(?:^|,)\\s*${range}\\s*(?<p${letter}${index}>(?:;[^,]*)?)(?:,|$)" "${2 - index}\${p${letter}${index}}";`,
      );
      return `map $http_accept $range_${letter} {
  default "";
  "" 0;
${ranges.join('\n')}
}
map $range_${letter} $score_${letter} {
  default ${nothing};
  "~*^\\d${q('0*(?:\\.(?:0{0,2}|0{3}\\d*))?')}" ${nothing};
  "~*^(?<a${letter}>\\d)${q(`0*\\.(?<b${letter}>\\d{3})\\d*`)}" "0\${b${letter}}\${a${letter}}";
  "~*^(?<c${letter}>\\d)${q(`0*\\.(?<d${letter}>\\d{2})`)}" "0\${d${letter}}0\${c${letter}}";
  "~*^(?<e${letter}>\\d)${q(`0*\\.(?<f${letter}>\\d)`)}" "0\${f${letter}}00\${e${letter}}";
  "~*^(?<g${letter}>\\d)${q('\\d*[1-9]\\d*(?:\\.\\d*)?')}" "1000\${g${letter}}";
  "~*;\\s*q\\s*(?:[=;]|$)" ${nothing};
  "~^(?<i${letter}>\\d)" "1000\${i${letter}}";
}
`;
    })
    .join('');
}

/**
 * A chain of `map` blocks for one list of offers: the winner so far against the next.
 * @returns the blocks by the name of their variable (chains share their beginnings), and the name of the last one, which
 * holds the score and the letter of the winner
 */
export function winnerMaps(offers: readonly NginxOffer[]): { maps: Map<string, string>; variable: string } {
  const maps = new Map<string, string>();
  let best = '';
  let variable = '';
  for (const [index, { letter, accept }] of offers.entries()) {
    const earlier = offers.slice(0, index);
    variable = `best_${offers
      .slice(0, index + 1)
      .map((offer) => offer.letter)
      .join('')}`;
    if (index === 0) {
      maps.set(variable, `map $score_${letter} $${variable} {\n  default "\${score_${letter}}${letter}";\n}\n`);
    } else {
      const candidate = `"\${score_${letter}}${letter}"`;
      const greater = Array.from({ length: 9 }, (_, digit) => `${digit}\\d*[a-z] \\g{1}[${digit + 1}-9]`).join('|');
      const ties = earlier.flatMap((other) => tiePatterns(other, { letter, accept }));
      maps.set(
        variable,
        `map "$${best} \${score_${letter}}${letter} $http_accept" $${variable} {
  default $${best};
  "~^(\\d*)(?:${greater})" ${candidate};
${ties.map((pattern) => `  "~*${pattern}" ${candidate};\n`).join('')}}
`,
      );
    }
    best = variable;
  }
  return { maps, variable };
}

/** With the same score, the range named first wins; an offer of the same range stays behind. */
function tiePatterns(other: NginxOffer, candidate: NginxOffer): string[] {
  const theirs = rangesOf(other.accept);
  return rangesOf(candidate.accept).flatMap((range, index) => {
    const rival = theirs[index];
    if (range === rival) return [];
    return [`^(\\d{4}${2 - index})${other.letter} \\g{1}${candidate.letter} (?:(?!${rival}${end}).)*${range}${end}`];
  });
}

/** The ranges that name a media type, the most exact first, as regular expressions. */
function rangesOf(accept: string): string[] {
  const escaped = accept.replace(/[+.]/g, '\\$&');
  return [escaped, `${escaped.slice(0, escaped.indexOf('/'))}/\\*`, '\\*/\\*'];
}
