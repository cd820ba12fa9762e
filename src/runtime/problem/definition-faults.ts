import { show } from '../validate/show.ts';
import { standardMembers } from './details.ts';
import { responseStatus } from './status.ts';
import type { ProblemTypeDefinition } from './type.ts';

const uri = /^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const fieldName = /^[\w!#$%&'*+.^`|~-]+$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]+$/;
const placeholder = /\{\w+\}/g;

/** Says what is wrong with the definition of a problem type, which callers without types may get wrong in any way. */
export function definitionFaults(definition: ProblemTypeDefinition): string[] {
  const { type, title, status, slug, headers, fill } = Object(definition) as Partial<ProblemTypeDefinition>;
  const faults: string[] = [];
  const require = (holds: boolean, place: string, rule: string, value: unknown) => {
    if (!holds) faults.push(`${place} must ${rule} (was ${show(value)}).`);
  };

  const isUri = typeof type === 'string' && uri.test(type) && type !== 'about:blank';
  require(isUri, 'type', 'be an absolute URI, such as "https://shop.example/problems/out-of-stock"', type);
  require(typeof title === 'string' && title.trim() !== '', 'title', 'be a phrase', title);
  const statuses: unknown[] = [status].flat();
  const areStatuses = statuses.every((each) => responseStatus({ status: each as number }) === each);
  require(areStatuses, 'status', 'be a status code of a response with a body, 200 to 599', status);
  require(slug === undefined || (typeof slug === 'string' && kebab.test(slug)), 'slug', 'be in kebab-case', slug);
  for (const [name, template] of entriesOf(headers, 'headers', require)) {
    const place = `headers[${JSON.stringify(name)}]`;
    require(fieldName.test(name), place, 'have the name of a header', name);
    require(typeof template === 'string' && fieldValue.test(template), place, 'be text on one line', template);
    require(!/[{}]/.test(
      String(template).replace(placeholder, ''),
    ), place, 'name a member in braces, such as "{retry_after}"', template);
  }
  for (const [name, value] of entriesOf(fill, 'fill', require)) {
    const place = `fill[${JSON.stringify(name)}]`;
    require(!Object.hasOwn(standardMembers, name), place, 'be an extension member', name);
    require(value === 'now', place, 'be "now"', value);
  }
  return faults;
}

function entriesOf(
  record: unknown,
  place: string,
  require: (holds: boolean, place: string, rule: string, value: unknown) => void,
): [string, unknown][] {
  const isRecord = record === undefined || (typeof record === 'object' && record !== null && !Array.isArray(record));
  require(isRecord, place, 'be an object', record);
  return isRecord ? Object.entries(record ?? {}) : [];
}
