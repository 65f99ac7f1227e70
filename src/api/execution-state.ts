import type { Query, QueryClient } from '@tanstack/react-query'
import {
  isNodeManUnfinished,
  type JobInstanceDetail,
  type NodeManJobDetail,
  nodeManTone,
  resultTone,
  runTone,
  type StepInstanceDetail,
  type Tone,
} from '#contract'
import { executionKey } from './queries.ts'

/** How an execution goes, in a few words and numbers. */
export interface ExecutionState {
  readonly state: 'waiting' | 'running' | 'succeeded' | 'failed' | 'other'
  readonly finished: boolean
  /** Hosts of a step or node-man job, steps of a job instance; `null` where nobody counted. */
  readonly counts: ExecutionCounts | null
}

/** What is neither failed nor succeeded waits, runs, or was skipped. */
interface ExecutionCounts {
  readonly total: number
  readonly succeeded: number
  readonly failed: number
}

/** The state of the execution at an in-app path, as far as this page has been told; `null` when it has not. */
export function executionState(queries: QueryClient, pathname: string): ExecutionState | null {
  const key = executionKey(pathname)
  if (key === null) return null
  const known = queries.getQueryCache().findAll({ queryKey: [...key], predicate: isWhole })
  const newest = known.reduce<(typeof known)[number] | null>(
    (best, one) => (one.state.dataUpdatedAt > (best?.state.dataUpdatedAt ?? 0) ? one : best),
    null,
  )
  return newest === null ? null : (readers[key[0] ?? '']?.(newest.state.data) ?? null)
}

/** An earlier attempt that is looked at has ended, whatever the step does now. */
function isWhole({ state: { data } }: Query): boolean {
  return (data as Partial<StepInstanceDetail> | undefined)?.part === undefined
}

/** By the first part of a query's key, which says what its data are. */
const readers: Readonly<Record<string, (data: unknown) => ExecutionState>> = {
  'job-instance': (data) => ofJobInstance(data as JobInstanceDetail),
  'step-instance': (data) => ofStepInstance(data as StepInstanceDetail),
  'node-man-job': (data) => ofNodeManJob(data as NodeManJobDetail),
}

function ofJobInstance({ jobInstance, finished, steps }: JobInstanceDetail): ExecutionState {
  const tones = steps.map(({ status }) => ({ tone: runTone(status), count: 1 }))
  return { state: stateOf(runTone(jobInstance.status)), finished, counts: countsOf(tones) }
}

function ofStepInstance({ step, finished, results }: StepInstanceDetail): ExecutionState {
  const counted = step.resultCounts ?? results.map(({ status }) => ({ status, count: 1 }))
  const tones = counted.map(({ status, count }) => ({ tone: resultTone(status), count }))
  return { state: stateOf(runTone(step.status)), finished, counts: countsOf(tones) }
}

function ofNodeManJob({ job }: NodeManJobDetail): ExecutionState {
  const { counts, status } = job
  return {
    state: stateOf(nodeManTone(status)),
    finished: !isNodeManUnfinished(status),
    counts:
      counts === null ? null : { total: counts.total, succeeded: counts.success, failed: counts.failed },
  }
}

function countsOf(tones: readonly { readonly tone: Tone; readonly count: number }[]): ExecutionCounts {
  const sum = (wanted: Tone | null) =>
    tones.reduce((all, { tone, count }) => (wanted === null || tone === wanted ? all + count : all), 0)
  return { total: sum(null), succeeded: sum('good'), failed: sum('bad') }
}

function stateOf(tone: Tone): ExecutionState['state'] {
  const states = { good: 'succeeded', bad: 'failed', busy: 'running', idle: 'waiting', odd: 'other' } as const
  return states[tone]
}
