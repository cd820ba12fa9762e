/** A row of the page "RFC 9457, requirement by requirement", with the test that holds it. */
export interface Requirement {
  /** Where it stands, such as `RFC 9457, 3.1.1`. */
  readonly section: string;
  /** The word of the RFC; empty for a statement without one. */
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | '';
  readonly requirement: string;
  /** What this project does. */
  readonly answer: string;
  /** Fails when it does not. */
  readonly test: () => unknown;
}
