import * as z from 'zod/mini'
import { executeObjectSchema } from './execute-object.ts'
import { jobInstanceIdSchema, jobPlanIdSchema, stepInstanceIdSchema } from './ids.ts'
import { scopeSchema } from './scope.ts'
import { isRunFinished, runTone } from './status.ts'

const time = z.nullable(z.number())

/** One run of a job plan, script or file distribution. Times are epoch ms, null before they happen. */
export const jobInstanceSchema = z.readonly(
  z.object({
    id: jobInstanceIdSchema,
    scope: scopeSchema,
    name: z.string(),
    /** RunStatus code, see status.ts. */
    status: z.number(),
    /** TaskType: 0 job plan, 1 script, 2 file; null where the call does not say. */
    type: z.nullable(z.number()),
    /** 1 web, 2 API, 3 cron; null where the call does not say. */
    launchMode: z.nullable(z.number()),
    operator: z.nullable(z.string()),
    /** The plan it is a run of; null for a script or file distribution, left out where the call does not say. */
    planId: z.optional(z.nullable(jobPlanIdSchema)),
    createdAt: time,
    startedAt: time,
    endedAt: time,
    durationMs: time,
  }),
)
export type JobInstance = z.infer<typeof jobInstanceSchema>

/** One page of history, newest first. `total` counts all matches; null where upstream does not count (v4). */
export const jobInstancePageSchema = z.object({
  items: z.readonly(z.array(jobInstanceSchema)),
  total: z.nullable(z.number()),
  start: z.number(),
  length: z.number(),
})
export type JobInstancePage = z.infer<typeof jobInstancePageSchema>

/** How many hosts or containers ended the same way: same status, same tag. */
export const resultCountSchema = z.readonly(
  z.object({ status: z.number(), tag: z.nullable(z.string()), count: z.number() }),
)
export type ResultCount = z.infer<typeof resultCountSchema>

/** One step of a job instance. */
export const stepInstanceSchema = z.readonly(
  z.object({
    id: stepInstanceIdSchema,
    name: z.string(),
    /** StepExecuteType: 1 script, 2 file, 3 manual confirm, 4 SQL; null where unknown. */
    type: z.nullable(z.number()),
    status: z.number(),
    /** Retry number, 0 for the first attempt (upstream `execute_count`). */
    executeCount: z.number(),
    createdAt: time,
    startedAt: time,
    endedAt: time,
    durationMs: time,
    /** Counts over targets; null when upstream was not asked or did not say. File steps count targets only. */
    resultCounts: z.nullable(z.readonly(z.array(resultCountSchema))),
  }),
)
export type StepInstance = z.infer<typeof stepInstanceSchema>

/** True for a distribution of files: its logs are those of transfers, whose lines have no address. */
export function isFileStep({ type }: Pick<StepInstance, 'type'>): boolean {
  return type === 2
}

/** A job instance with its steps, in order. */
export const jobInstanceDetailSchema = z.object({
  jobInstance: jobInstanceSchema,
  /** Upstream's own word for "will not change"; polling stops on it (bk-job B.12), not on the hosts. */
  finished: z.boolean(),
  steps: z.readonly(z.array(stepInstanceSchema)),
})
export type JobInstanceDetail = z.infer<typeof jobInstanceDetailSchema>

/**
 * Upstream does not call it finished, and yet it has an end, and no state that can go on: 12, which only the documents
 * know (bk-job A.14), or a number that nobody knows. It hardly changes any more, but nobody can say so. As long as a step
 * is at work it may: the job instance's own end and state are then those of the attempt before.
 */
export function isSeeminglyOver({ finished, jobInstance, steps }: JobInstanceDetail): boolean {
  if (finished || jobInstance.endedAt === null) return false
  return isRunFinished(jobInstance.status) && !steps.some(({ status }) => runTone(status) === 'busy')
}

/** How a step ended on one host or container. */
export const stepResultSchema = z.readonly(
  z.object({
    key: z.string(),
    executeObject: executeObjectSchema,
    status: z.number(),
    tag: z.nullable(z.string()),
    exitCode: z.nullable(z.number()),
    startedAt: time,
    endedAt: time,
    durationMs: time,
  }),
)
export type StepResult = z.infer<typeof stepResultSchema>

/** An attempt or a rolling batch, of which results are. */
const stepPartSchema = z.readonly(
  z.object({
    /** Attempt, 0 for the first. */
    executeCount: z.number(),
    /** Rolling batch from 1; 0 is all. */
    batch: z.number(),
  }),
)

/**
 * A step instance with what happened on each target, in upstream's order; up to 50,000 rows. The gateway writes
 * `results` last and each of them on a line of its own, followed by one line with what closes the JSON, so that a
 * browser can read them piece by piece; without results all is one line.
 */
export const stepInstanceDetailSchema = z.object({
  jobInstance: z.nullable(jobInstanceSchema),
  step: stepInstanceSchema,
  finished: z.boolean(),
  results: z.readonly(z.array(stepResultSchema)),
  /** Given when the results are not those of the newest attempt in all batches. */
  part: z.optional(stepPartSchema),
})
export type StepInstanceDetail = z.infer<typeof stepInstanceDetailSchema>

/** How the targets of one attempt ended. */
const stepAttemptSchema = z.readonly(
  z.object({ executeCount: z.number(), resultCounts: z.readonly(z.array(resultCountSchema)) }),
)
export type StepAttempt = z.infer<typeof stepAttemptSchema>

/** How the targets of one rolling batch stand; numbered from 1. */
const stepBatchSchema = z.readonly(
  z.object({ batchNumber: z.number(), resultCounts: z.readonly(z.array(resultCountSchema)) }),
)
export type StepBatch = z.infer<typeof stepBatchSchema>

/** What a step's own status does not say of how it went. */
export const stepCourseSchema = z.object({
  /** Oldest first, the newest included; empty when there was only one, null where the deployment cannot tell. */
  attempts: z.nullable(z.readonly(z.array(stepAttemptSchema))),
  /** Batches of the newest attempt that hold targets; empty when the step does not roll, null as above. */
  batches: z.nullable(z.readonly(z.array(stepBatchSchema))),
  /** What the person asked to confirm is told. */
  confirmMessage: z.nullable(z.string()),
})
export type StepCourse = z.infer<typeof stepCourseSchema>
