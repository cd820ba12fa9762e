import type { Request } from '#catalog/entry.ts';
import { curlText, fetchText, pythonText } from '#catalog/request.ts';

/** The languages in which a request is shown. */
export const languages = [
  { key: 'curl', title: 'curl', lang: 'bash', what: 'the curl command', write: curlText },
  { key: 'python', title: 'Python', lang: 'python', what: 'the Python code', write: pythonText },
  { key: 'typescript', title: 'TypeScript', lang: 'typescript', what: 'the TypeScript code', write: fetchText },
] as const satisfies readonly {
  key: string;
  title: string;
  lang: string;
  /** What is copied. */
  what: string;
  write: (request: Request, server: string) => string;
}[];
