import type { z } from 'zod';
import { entrySchema } from './entry.ts';
import { factsSchema } from './facts.ts';
import { nearest, shown } from './finding.ts';

/** What zod says of an entry -> what is wrong, and what to do. */
export function issueText(issue: z.core.$ZodIssue): { fact: string; fix: string } {
  const path =
    issue.path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, '') || 'it';
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    const [first = ''] = issue.keys;
    // A field of the other kind of file is unknown here too.
    const fields = Object.keys({ ...entrySchema.shape, ...factsSchema.shape }).filter((name) => name !== first);
    const near = issue.path.length === 0 ? nearest(first, fields) : undefined;
    const fix = near ? `Did you mean "${near}"?` : 'Correct the name, or remove it; your editor lists the fields.';
    return { fact: `${path} has the unknown field${issue.keys.length > 1 ? 's' : ''} ${keys}`, fix };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return {
      fact: `${path} is missing`,
      fix: `Add it, as ${kindText(issue.expected)}; your editor says what it holds.`,
    };
  }
  if (issue.code === 'invalid_value') {
    const near = nearest(String(issue.input), issue.values.map(String));
    const fix = issue.input === undefined ? 'Add it.' : near ? `Did you mean "${near}"?` : 'Choose one of them.';
    return { fact: `${path} must be one of ${issue.values.join(', ')} (was ${shown(issue.input)})`, fix };
  }
  if (issue.code === 'invalid_union') {
    const isOtherKind = ([first]: readonly z.core.$ZodIssue[]) =>
      first?.code === 'invalid_type' && first.path.length === 0;
    const meant = issue.errors.find((errors) => !isOtherKind(errors))?.[0];
    if (meant) return issueText({ ...meant, path: [...issue.path, ...meant.path] });
  }
  if (issue.code === 'invalid_key' && issue.issues[0]) {
    const key = String(issue.path.at(-1));
    const { fact, fix } = issueText({ ...issue.issues[0], path: issue.path, input: key } as z.core.$ZodIssue);
    return { fact: fact.replace(' must ', ' has a name that must '), fix };
  }
  const [fact = '', ...fix] = (issue.message.startsWith('must') ? issue.message : plainText(issue)).split('. ');
  return {
    fact: `${path} ${fact.replace(/\.$/, '')} (was ${shown(issue.input)})`,
    fix: fix.join('. ') || 'Change the value; your editor says what the field holds.',
  };
}

/** What zod's own messages say, in the words of the others. */
function plainText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${kindText(issue.expected)}`;
  if (issue.code === 'too_small' && issue.minimum === 1)
    return issue.origin === 'array' ? 'must have at least one item. Add one.' : 'must not be empty. Write it out.';
  if (issue.code === 'invalid_union') {
    const kinds = issue.errors.flat().flatMap((each) => (each.code === 'invalid_type' ? kindText(each.expected) : []));
    return `must be ${[...new Set(kinds)].join(' or ')}`;
  }
  return `must fit: ${issue.message}`;
}

function kindText(expected: string): string {
  if (expected === 'null') return expected;
  const kind = expected === 'record' ? 'object' : expected;
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
