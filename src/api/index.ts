export { type Ahead, askAhead, nothingAhead } from './ahead.ts'
export { ApiProvider, useApi, useLogStore } from './api-context.tsx'
export { ApiProblem, browserProblem, toProblem } from './api-problem.ts'
export { type Api, createApi, type StepAddress } from './client.ts'
export { type ExecutionState, executionState } from './execution-state.ts'
export type { LogEntry, LogFailure, LogSessionState } from './log-session-state.ts'
export { maskedLine } from './masked-line.ts'
export { pollDelayMs } from './poll-delay.ts'
export {
  capabilitiesQuery,
  executionKey,
  jobInstanceQuery,
  jobInstancesOnceQuery,
  jobInstancesQuery,
  nodeManAttemptsQuery,
  nodeManJobQuery,
  nodeManJobsQuery,
  scopesQuery,
  stepCourseQuery,
  stepInstanceQuery,
} from './queries.ts'
export type { SignIn, SignInState } from './sign-in.ts'
export { readTicketMark } from './ticket-mark.ts'
export { learnMoments, upstreamNow } from './upstream-clock.ts'
export {
  type LogSource,
  nodeManLogSource,
  stepLogSource,
  type UsedLogSession,
  useLogSession,
} from './use-log-session.ts'
export { useSignIn } from './use-sign-in.ts'
