/** One reason why a value is not an occurrence of a problem type. */
export interface ValidationError {
  /** JSON Pointer (RFC 6901) to the value at fault; for an absent member, to where it belongs. */
  pointer: string;
  /** "must be X (was Y)". */
  message: string;
  /** The JSON Schema keyword that failed. */
  keyword: string;
}
