import type { Request } from '#catalog/entry.ts';
import { curlText, fetchText, pythonText } from '#catalog/request.ts';

/** The languages in which a request is shown. */
export const languages = [
  { key: 'curl', title: 'curl', lang: 'bash', write: curlText },
  { key: 'python', title: 'Python', lang: 'python', write: pythonText },
  { key: 'typescript', title: 'TypeScript', lang: 'typescript', write: fetchText },
] as const satisfies readonly {
  key: string;
  title: string;
  lang: string;
  write: (request: Request, server: string) => string;
}[];
