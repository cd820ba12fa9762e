export { defineProblemType } from './define-problem-type.ts';
export * from './generated/index.ts';
export { isProblem } from './is-problem.ts';
export type { NotAProblem, NotAProblemReason } from './not-a-problem.ts';
export {
  type ProblemDetails,
  problemMediaType,
  type UnknownProblem,
  type UnknownTypeUri,
} from './problem-details.ts';
export { type AboutBlank, aboutBlank, ProblemError, type ProblemErrorOptions, toProblem } from './problem-error.ts';
export { problemHeaders } from './problem-headers.ts';
export { type ProblemResponseInit, problemResponse } from './problem-response.ts';
export type {
  AnyProblemType,
  BareProblemType,
  Occurrence,
  ProblemType,
  ProblemTypeDefinition,
} from './problem-type.ts';
export {
  type AnyProblem,
  type Inspection,
  type InspectOptions,
  inspectProblem,
  type ReadOptions,
  type ReceivedProblem,
  readProblem,
} from './read.ts';
export type { ProblemValidator, ValidationError, ValidationResult } from './validate.ts';
