import { load } from '#catalog/load.ts';
import { problemsDir } from '../support.ts';
import { cli, fileOf } from './run.ts';

/** Responses for `check`, and its findings as data. */

const { problems } = await load(problemsDir);
export const example = problems.find(({ name }) => name === 'session-invalid')?.example ?? {};
export const right = JSON.stringify(example);
export const wrong = JSON.stringify({ ...example, status: 403 });
export const head =
  'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/problem+json\r\nWWW-Authenticate: Bearer\r\n';

export interface Checked {
  source: string;
  line: number;
  status?: number;
  problem?: string;
  judged: boolean;
  reason?: string;
  findings: { level: string; code: string }[];
}

/** The result of `check --format json` for an input: sources, and codes of findings. */
export async function checked(
  input: string | Buffer,
  ...options: string[]
): Promise<{ code: number; all: Checked[]; stderr: string }> {
  const { code, stdout, stderr } = await cli(['check', fileOf('input', input), '--format', 'json', ...options]);
  return { code, all: stdout ? JSON.parse(stdout) : [], stderr };
}
