import { standardMembers } from '../problem/details.ts';
import { stepTo } from '../problem/json-pointer.ts';
import { isAbsolute } from '../read/interpret.ts';
import { at, oneOf } from '../validate/messages.ts';
import { show } from '../validate/show.ts';
import type { Report } from './findings.ts';
import type { Known } from './known.ts';
import { hasStackTrace } from './stack-trace.ts';

/** Every character is one that a URI reference may hold. RFC 3986 appendix A. */
const uriReference = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
/** The names that survive a change of format. RFC 9457 section 4. */
const memberName = /^[a-z][a-z0-9_]{2,}$/i;

/** Judges the members of a problem details object. */
export function checkBody(
  body: Record<string, unknown>,
  uri: string,
  responseStatus: number | undefined,
  known: Known,
  isXml: boolean,
  report: Report,
): void {
  const wrong = checkTypes(body, report);
  checkTypeUri(body, uri, known, report);
  checkStatus(body, responseStatus, known, report);
  if (typeof body.instance === 'string' && !uriReference.test(body.instance)) {
    report('instance-syntax', `must be a URI reference (was ${show(body.instance)})`, { pointer: '/instance' });
  }
  checkMembers(body, uri, known, wrong, isXml, report);
  if (typeof body.title !== 'string' && typeof body.detail !== 'string') {
    report('no-explanation', 'must say in title or detail what happened (neither is text)');
  }
}

function checkTypes(body: Record<string, unknown>, report: Report): Set<string> {
  const wrong = new Set<string>();
  for (const [name, jsonType] of Object.entries(standardMembers)) {
    if (!Object.hasOwn(body, name) || typeof body[name] === jsonType) continue;
    wrong.add(`/${name}`);
    const message = `must be a ${jsonType}, or consumers ignore it (was ${show(body[name])})`;
    report('member-type', message, { pointer: `/${name}` });
  }
  return wrong;
}

function checkTypeUri({ type }: Record<string, unknown>, uri: string, known: Known, report: Report): void {
  if (typeof type !== 'string') return;
  const place = { pointer: '/type' };
  if (!uriReference.test(type)) report('type-syntax', `must be a URI reference (was ${show(type)})`, place);
  else if (!isAbsolute(type)) report('type-relative', `must be an absolute URI (was ${show(type)})`, place);
  if (known.problemType || uri === 'about:blank') return;
  if (known.variantOf) report('type-variant', `must be exactly ${show(known.variantOf)} (was ${show(uri)})`, place);
  else
    report('type-unknown', `must be a problem type of the catalog or of the option "types" (was ${show(uri)})`, place);
}

function checkStatus(
  { status }: Record<string, unknown>,
  responseStatus: number | undefined,
  { problemType }: Known,
  report: Report,
): void {
  const place = { pointer: '/status' };
  if (typeof status === 'number') {
    if (!Number.isInteger(status) || status < 100 || status > 599) {
      report('status-range', `must be a status code, 100 to 599 (was ${status})`, place);
    } else if (responseStatus !== undefined && status !== responseStatus) {
      report('status-mismatch', `must be the status of the response, ${responseStatus} (was ${status})`, place);
    }
  }
  const used = responseStatus ?? status;
  if (problemType?.statuses.length && typeof used === 'number' && !problemType.statuses.includes(used)) {
    const statuses = oneOf(problemType.statuses.map(String));
    report('status-of-type', `must be ${statuses} for this problem type (was ${used})`, place);
  }
}

function checkMembers(
  body: Record<string, unknown>,
  uri: string,
  { validator }: Known,
  wrong: ReadonlySet<string>,
  isXml: boolean,
  report: Report,
): void {
  const { errors } = validator?.({ ...body, type: uri }) ?? { errors: [] };
  for (const { pointer, message, keyword } of errors) {
    // XML has text where JSON has numbers, truth values and empty lists.
    const isUntyped = isXml && keyword === 'type' && typeof at(body, pointer) === 'string';
    if (!wrong.has(pointer) && pointer !== '/status' && !isUntyped) report('member', message, { pointer });
  }
  for (const [name, value] of Object.entries(body)) {
    const pointer = stepTo(name);
    if (hasStackTrace(value)) report('stack-trace', 'must not show a stack trace', { pointer });
    if (memberName.test(name) || Object.hasOwn(standardMembers, name)) continue;
    const message = `must have a name of 3 or more letters, digits or "_", a letter first (was ${show(name)})`;
    report('member-name', message, { pointer });
  }
}
