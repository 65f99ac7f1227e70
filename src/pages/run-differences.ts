import { isFileStep, isRunFinished, type JobInstanceDetail, resultTone, type StepInstance } from '#contract'

/*
 * What differs between two runs of one job, in numbers: how many targets ended in which state, and how long each
 * step took.
 */

/** How many targets ended in one state in each run; `null` where the run does not say. */
export interface StateDifference {
  /** Host status code (bk-job A.14). */
  readonly status: number
  /** They were said to be running when their step ended: nothing of it runs any more. */
  readonly wasRunning: boolean
  readonly here: number | null
  readonly there: number | null
}

/** The same step in both runs; one of them is `null` when only the other run has such a step. */
export interface StepDifference {
  readonly name: string
  readonly here: StepInstance | null
  readonly there: StepInstance | null
}

/** States of all steps together, the most frequent first; empty when neither run counts. */
export function stateDifferences(
  here: JobInstanceDetail,
  there: JobInstanceDetail,
): readonly StateDifference[] {
  const counts = { here: countStates(here), there: countStates(there) }
  const kinds = new Map([...(counts.here ?? []), ...(counts.there ?? [])])
  const rows = [...kinds].map(([key, { status, wasRunning }]) => ({
    ...{ status, wasRunning },
    here: counts.here === null ? null : (counts.here.get(key)?.count ?? 0),
    there: counts.there === null ? null : (counts.there.get(key)?.count ?? 0),
  }))
  return rows.sort((a, b) => (b.here ?? 0) + (b.there ?? 0) - (a.here ?? 0) - (a.there ?? 0))
}

/** Steps side by side, matched by name (a name given twice: first with first); in the order of `here`. */
export function stepDifferences(
  here: JobInstanceDetail,
  there: JobInstanceDetail,
): readonly StepDifference[] {
  const left = [...there.steps]
  const take = (wanted: string) => {
    const at = left.findIndex(({ name }) => name === wanted)
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null)
  }
  const matched = here.steps.map((step) => ({ name: step.name, here: step, there: take(step.name) }))
  return [...matched, ...left.map((step) => ({ name: step.name, here: null, there: step }))]
}

/** The one step of a run whose hosts a filter can show that ended so; `null` for none, and where several have some. */
export function onlyStepWith({ steps }: JobInstanceDetail, status: number): StepInstance | null {
  const [only = null, ...others] = steps.filter((step) => hasResult(step, status))
  return only === null || others.length > 0 || isFileStep(only) ? null : only
}

function hasResult({ resultCounts }: StepInstance, status: number): boolean {
  return resultCounts?.some((group) => group.status === status && group.count > 0) ?? false
}

/** `null` when no step was counted: upstream was not asked, or did not say. */
function countStates({ steps, finished }: JobInstanceDetail): ReadonlyMap<string, StateCount> | null {
  if (steps.every(({ resultCounts }) => resultCounts === null)) return null
  const sums = new Map<string, StateCount>()
  for (const step of steps) {
    const isOver = finished || isRunFinished(step.status)
    for (const { status, count } of step.resultCounts ?? []) {
      const wasRunning = isOver && resultTone(status) === 'busy'
      const key = `${status} ${wasRunning}`
      sums.set(key, { status, wasRunning, count: count + (sums.get(key)?.count ?? 0) })
    }
  }
  return sums
}

interface StateCount {
  readonly status: number
  readonly wasRunning: boolean
  readonly count: number
}
