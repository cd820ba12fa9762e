import { majors } from '../majors/matrix.ts';
import { cases } from './cases.mjs';

/** The table of `src/toolkit/guides/errors.md`: a row for each case that is tried. */
export function errorsTable(): string[][] {
  const versions = majors.find(({ kind }) => kind === 'errors')?.install ?? {};
  const rows = cases.map(({ library, when, status }) => {
    const version = versions[library];
    return [version ? `\`${library}\` ${version}` : library, when, String(status)];
  });
  return [['Package', 'What happens', 'Status'], ...rows];
}
