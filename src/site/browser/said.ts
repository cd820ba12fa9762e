import { and, or, said as texts } from 'virtual:problem-catalog/translation';
import { translator } from '#diagnose/said.ts';

/** What checks, diagnosis and search say, in the language of the page. */
export const said: (text: string) => string = texts ? translator(texts, { and, or }) : (text) => text;
