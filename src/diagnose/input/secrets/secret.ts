import type { Span } from '../json-tree.ts';

/** What must not be passed on, and where it stands. */
export interface Secret extends Span {
  readonly kind: SecretKind;
}

export type SecretKind = 'token' | 'key' | 'password' | 'PIN' | 'cookie' | 'credentials' | 'e-mail address';
