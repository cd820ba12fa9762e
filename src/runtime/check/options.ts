import type { AnyProblemType } from '../problem/type.ts';
import type { ProblemValidator } from '../validate/validate.ts';

/** Options of `checkResponse`. */
export interface CheckOptions {
  /** Make an error of a duty that is often neglected, such as `WWW-Authenticate` on a 401. @default false */
  strict?: boolean | undefined;
  /** Base for a relative `type`; the URL of the response where not given. */
  baseUrl?: string | URL | undefined;
  /** Problem types of your own, or their validators, beside those of the catalog. */
  types?: readonly (AnyProblemType | ProblemValidator)[] | undefined;
  /** Method of the request. A response to `HEAD` has no body to judge. */
  method?: string | undefined;
}
