import { isResultFailed, isResultFinished, resultTone, type StepInstanceDetail } from '#contract'
import { attemptOf, isNewestAttempt } from './shown-attempt.ts'

/** How an attempt went. `null`: nobody knows. */
export interface AttemptFacts {
  /** RunStatus. */
  readonly status: number | null
  readonly startedAt: number | null
  readonly durationMs: number | null
}

const succeeded = 3
const failed = 4

/**
 * The step's own state and times are those of its newest attempt: of an earlier one its hosts tell, once all of
 * them have ended, and where they are not those of one batch alone.
 */
export function attemptFacts(detail: Pick<StepInstanceDetail, 'part' | 'step' | 'results'>): AttemptFacts {
  const { step, results, part } = detail
  if (isNewestAttempt(detail)) return step
  if (attemptOf(detail) > step.executeCount || (part?.batch ?? 0) > 0 || results.length === 0) return unknown
  let startedAt = Number.POSITIVE_INFINITY
  let endedAt = 0
  for (const result of results) {
    if (!isResultFinished(result.status)) return unknown
    startedAt = Math.min(startedAt, result.startedAt ?? startedAt)
    endedAt = Math.max(endedAt, result.endedAt ?? 0)
  }
  const isAny = Number.isFinite(startedAt)
  return {
    status: statusOf(results),
    startedAt: isAny ? startedAt : null,
    durationMs: isAny && endedAt >= startedAt ? endedAt - startedAt : null,
  }
}

const unknown: AttemptFacts = { status: null, startedAt: null, durationMs: null }

function statusOf(results: StepInstanceDetail['results']): number | null {
  if (results.some(({ status }) => isResultFailed(status))) return failed
  return results.every(({ status }) => resultTone(status) === 'good') ? succeeded : null
}
