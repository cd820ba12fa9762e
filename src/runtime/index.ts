export * from './generated/index.ts';
export { problemTypes } from './generated/problem-types.ts';
export { type AboutBlank, aboutBlank } from './problem/about-blank.ts';
export { defineProblemType } from './problem/define.ts';
export {
  type ProblemDetails,
  problemMediaType,
  type ReceivedUnknownProblem,
  type UnknownProblem,
  type UnknownTypeUri,
} from './problem/details.ts';
export { type Exchange, ProblemError, type ProblemErrorOptions, toProblem } from './problem/error.ts';
export { problemHeaders } from './problem/headers.ts';
export { type ProblemResponseInit, problemResponse } from './problem/response.ts';
export type {
  AnyProblemType,
  BareProblemType,
  Occurrence,
  ProblemType,
  ProblemTypeDefinition,
} from './problem/type.ts';
export { type CatalogType, type FoundType, findProblemType } from './read/find.ts';
export { type IsProblemOptions, isProblem } from './read/is-problem.ts';
export type { NotAProblem, NotAProblemReason } from './read/not-a-problem.ts';
export {
  type AnyProblem,
  type Inspection,
  type InspectOptions,
  inspectProblem,
  type ReadOptions,
  type ReceivedProblem,
  readProblem,
} from './read/read.ts';
export { throwIfProblem } from './read/throw-if-problem.ts';
export type { ProblemValidator, ValidationError, ValidationResult } from './validate/validate.ts';
