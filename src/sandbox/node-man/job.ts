/** A node-man job of the story and what can be derived from it at a moment. */
import type { Host } from './host.ts'
import type { JobTypeKey } from './job-type.ts'
import { type Run, runEnd, runStatus, type StepStatus } from './run.ts'

/** One host's part in a job: its attempts, oldest first. A retry runs the whole flow again (A8). */
export type Instance = {
  readonly recordId: number
  readonly host: Host
  readonly attempts: readonly Run[]
}

/** A host the job left out: it has a row but no instance, so no log (B3). */
export type IgnoredHost = {
  readonly host: Host | null
  readonly status: 'IGNORED' | 'FAILED'
  readonly reason: string
}

export type NodeManJob = {
  readonly id: number
  readonly jobType: JobTypeKey
  readonly createdBy: string
  readonly bizIds: readonly number[]
  readonly startAt: number
  readonly instances: readonly Instance[]
  readonly ignored: readonly IgnoredHost[]
  readonly policyName: string | null
  readonly isAutoTrigger: boolean
  /** A person runs the installation command by hand. */
  readonly isManual: boolean
  /** Somebody stopped the whole job. */
  readonly isTerminated: boolean
}

type JobStatus = StepStatus | 'PART_FAILED' | 'TERMINATED'

type Statistics = Readonly<
  Record<`${'total' | 'success' | 'failed' | 'ignored' | 'pending' | 'running'}_count`, number>
>

/** The attempt that counts at `now`, with its task's id; null before the first record is written. */
export function newestAttempt(
  job: NodeManJob,
  instance: Instance,
  now: number,
): { taskId: number; run: Run } | null {
  const index = instance.attempts.findLastIndex((run) => run.recordedAt <= now)
  const run = instance.attempts[index]
  return run === undefined ? null : { taskId: taskIdOf(job, index), run }
}

/** One subscription task per attempt; ids rise with attempts. */
export function taskIdOf(job: NodeManJob, attemptIndex: number): number {
  return job.id * 10 + attemptIndex + 1
}

/** Grows by one with every retry; the second half of what the attempts call needs (A8). */
export function taskIds(job: NodeManJob, now: number): readonly number[] {
  const count = Math.max(
    0,
    ...job.instances.map(({ attempts }) => attempts.filter((run) => run.recordedAt <= now).length),
  )
  return Array.from({ length: count }, (_, index) => taskIdOf(job, index))
}

export function subscriptionIdOf(job: NodeManJob): number {
  return 20_000 + job.id
}

export function instanceStatus(job: NodeManJob, instance: Instance, now: number): StepStatus {
  const attempt = newestAttempt(job, instance, now)
  return attempt === null ? 'PENDING' : runStatus(attempt.run, now)
}

/** Counts of the recorded hosts; all 0 while none is. */
export function statisticsOf(job: NodeManJob, now: number): Statistics {
  const counts: Record<StepStatus, number> = { PENDING: 0, RUNNING: 0, SUCCESS: 0, FAILED: 0 }
  const recorded = job.instances.filter((instance) => newestAttempt(job, instance, now) !== null)
  for (const instance of recorded) counts[instanceStatus(job, instance, now)] += 1
  return {
    total_count: recorded.length + job.ignored.length,
    failed_count: counts.FAILED,
    ignored_count: job.ignored.length,
    pending_count: counts.PENDING,
    running_count: counts.RUNNING,
    success_count: counts.SUCCESS,
  }
}

/** The roll-up of B4. */
export function jobStatus(job: NodeManJob, now: number): JobStatus {
  const counts = statisticsOf(job, now)
  if (counts.total_count === 0) return 'PENDING'
  if (job.instances.length === 0) return 'SUCCESS'
  if (counts.running_count > 0) return 'RUNNING'
  if (counts.pending_count > 0)
    return counts.success_count + counts.failed_count === 0 ? 'PENDING' : 'RUNNING'
  if (job.isTerminated) return 'TERMINATED'
  if (counts.failed_count === 0) return 'SUCCESS'
  return counts.success_count === 0 ? 'FAILED' : 'PART_FAILED'
}

/** When the last host finished; null while any is unfinished. */
export function jobFinishAt(job: NodeManJob, now: number): number | null {
  const ends = job.instances.map((instance) => {
    const attempt = newestAttempt(job, instance, now)
    return attempt === null ? Number.POSITIVE_INFINITY : runEnd(attempt.run).finishAt
  })
  const latest = ends.reduce((a, b) => Math.max(a, b), job.startAt)
  return latest > now ? null : latest
}
