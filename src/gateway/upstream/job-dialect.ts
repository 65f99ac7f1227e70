import type { JobInstanceId, JobInstanceQuery, Scope, StepPartQuery } from '#contract'
import type { Texts } from './cut-texts.ts'
import type { LogTarget, Selector } from './log-targets.ts'
import type { CallContext, StepAddress } from './upstream.ts'

/**
 * One generation of the job platform's API: how its calls are spelt. All answer the unwrapped `data` and reject
 * with ProblemError. Adding a generation is one file that makes one of these.
 */
export interface JobDialect {
  /** Most hosts or containers in one log call; one more and the whole call is refused (bk-job B.1). */
  readonly hostsPerCall: number
  /** How the log call can name its targets, best first. A target none of them can name is looked up. */
  readonly selectors: readonly Selector[]
  /** One more way, for targets that stay without the others even when looked up. */
  readonly lastSelector: Selector | null
  jobInstances(scope: Scope, query: JobInstanceQuery, context: CallContext): Promise<unknown>
  /** With host results. */
  jobInstanceStatus(scope: Scope, id: JobInstanceId, context: CallContext): Promise<unknown>
  /** Whether the call for one step is better asked than the whole job instance. */
  readonly prefersStepCalls: boolean
  /** Null where the generation has no such calls: then attempts and batches cannot be told apart. */
  readonly stepCalls: StepCalls | null
  /** Null where the generation has no such call. */
  readonly scopes:
    | ((page: { offset: number; length: number }, context: CallContext) => Promise<unknown>)
    | null
  stepLogs(step: StepAddress, chunk: LogChunk, context: CallContext): Promise<LogCallAnswer>
}

/** Calls made for one step (bk-job A.8, A.9). */
export interface StepCalls {
  status(step: StepAddress, part: StepPartQuery, context: CallContext): Promise<unknown>
  /** What was to be executed. */
  plan(step: StepAddress, context: CallContext): Promise<unknown>
}

/** Targets of one log call, all named the same way. */
export interface LogChunk {
  readonly selector: Selector
  readonly targets: readonly LogTarget[]
}

/** `bytes` is the size of the answer: chunks are sized by it. */
export interface LogCallAnswer {
  readonly data: unknown
  readonly bytes: number
  /** Log texts that stand in `data` as marks. */
  readonly texts: Texts
  /** Gives the memory of the texts back, when all of them have been sent or nobody wants them. */
  readonly free: () => void
}
