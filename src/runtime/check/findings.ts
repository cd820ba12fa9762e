/** What a response does wrong, or could do better. */
export interface Finding {
  /** An `error` breaks a requirement; a `warning` breaks a recommendation, or a duty that is often neglected. */
  readonly level: 'error' | 'warning';
  /** Stable name of the rule. */
  readonly code: FindingCode;
  /** "must X (was Y)". */
  readonly message: string;
  /** Where the requirement stands, such as `RFC 9457 section 3.1.2`. */
  readonly section: string;
  /** JSON Pointer into the body, where the finding is about a member. */
  readonly pointer?: string;
  /** Name of the header field, where the finding is about one. */
  readonly header?: string;
}

/** Name of a rule of `checkResponse`. */
export type FindingCode =
  | 'not-a-problem'
  | 'media-type'
  | 'member-type'
  | 'type-syntax'
  | 'type-variant'
  | 'type-relative'
  | 'type-unknown'
  | 'status-range'
  | 'status-mismatch'
  | 'status-of-type'
  | 'stack-trace'
  | 'instance-syntax'
  | 'member'
  | 'member-name'
  | 'type-header'
  | 'no-explanation'
  | 'www-authenticate'
  | 'allow'
  | 'proxy-authenticate'
  | 'content-range'
  | 'upgrade'
  | 'retry-after'
  | 'challenge'
  | 'cacheable'
  | 'bearer-status'
  | 'dpop-nonce';

/** `duty`: required, yet often neglected; a warning unless checks are strict. */
type Level = Finding['level'] | 'duty';
type Rule = readonly [level: Level, section: string];

/** Every rule: its level and where it stands. */
export const rules: Readonly<Record<FindingCode, Rule>> = {
  'not-a-problem': ['error', 'RFC 9457 section 3'],
  'media-type': ['error', 'RFC 9457 section 3'],
  'member-type': ['error', 'RFC 9457 section 3.1'],
  'type-syntax': ['error', 'RFC 9457 section 3.1.1'],
  'type-variant': ['error', 'RFC 9457 section 3.1.1'],
  'type-relative': ['warning', 'RFC 9457 section 3.1.1'],
  'type-unknown': ['warning', 'RFC 9457 section 3.1.1'],
  'status-range': ['error', 'RFC 9457 section 3.1.2'],
  'status-mismatch': ['error', 'RFC 9457 section 3.1.2'],
  'status-of-type': ['error', 'RFC 9457 section 4'],
  'stack-trace': ['warning', 'RFC 9457 section 3.1.4'],
  'instance-syntax': ['error', 'RFC 9457 section 3.1.5'],
  member: ['error', 'RFC 9457 section 3.2'],
  'member-name': ['warning', 'RFC 9457 section 4'],
  'type-header': ['duty', 'RFC 9457 section 4'],
  'no-explanation': ['warning', 'RFC 9110 section 15.5'],
  'www-authenticate': ['duty', 'RFC 9110 section 15.5.2'],
  allow: ['error', 'RFC 9110 section 15.5.6'],
  'proxy-authenticate': ['error', 'RFC 9110 section 15.5.8'],
  'content-range': ['warning', 'RFC 9110 section 15.5.17'],
  upgrade: ['error', 'RFC 9110 section 15.5.22'],
  'retry-after': ['error', 'RFC 9110 section 10.2.3'],
  challenge: ['error', 'RFC 9110 section 11.6.1'],
  cacheable: ['error', 'RFC 6585 sections 3 to 6'],
  'bearer-status': ['warning', 'RFC 6750 section 3.1'],
  'dpop-nonce': ['error', 'RFC 9449 section 9'],
};

/** Collects findings; `strict` makes an error of every neglected duty. */
export type Report = (code: FindingCode, message: string, place?: { pointer?: string; header?: string }) => void;

export function reporter(findings: Finding[], strict: boolean | undefined): Report {
  return (code, message, place) => {
    const [level, section] = rules[code];
    const kind = level === 'duty' ? (strict ? 'error' : 'warning') : level;
    findings.push({ level: kind, code, message, ...place, section });
  };
}
