import type { JobInstance } from '#contract'

/*
 * Which job instances are runs of the same job. A run of a job plan names its plan; a script or file distribution
 * has none, and neither has what the status calls answer (bk-job A.6, A.7): there the name is all there is.
 */

const dayMs = 86_400_000

/** Most runs one strip shows. */
export const shownRuns = 20

/** How long ago "last week's run" was. */
export const weekMs = 7 * dayMs

/** What a run is compared by. */
export type Run = Pick<JobInstance, 'id' | 'name' | 'planId' | 'type' | 'createdAt'>

/**
 * The part of a name that stays from run to run: the job platform's own names for quick executions end in a time
 * stamp (`…_20260101120000123`), pipelines append a number (`… #42`). The whole name when nothing else is left.
 */
export function nameStem(name: string): string {
  const stem = name.replace(/[\s_-]*(?:#\d{1,9}|\d{8,17})\s*$/, '').trim()
  return stem === '' ? name : stem
}

/** True for two runs of one plan; without a plan, of one name and kind. */
export function isSameJob(left: Run, right: Run): boolean {
  if (isGiven(left.planId) && isGiven(right.planId)) return left.planId === right.planId
  // One of them belongs to a plan, the other is known to have none.
  if (left.planId !== undefined && right.planId !== undefined && left.planId !== right.planId) return false
  const isSameKind = left.type === null || right.type === null || left.type === right.type
  return isSameKind && nameStem(left.name) === nameStem(right.name)
}

/**
 * The runs of the same job among these rows, oldest first, at most {@link shownRuns}. `current` is one of them as it is
 * given, whether the list has it or not; which plan it belongs to only a list knows.
 */
export function runsOf(current: JobInstance, rows: readonly JobInstance[]): readonly JobInstance[] {
  const known = rows.find(({ id }) => id === current.id) ?? current
  const others = rows.filter((row) => row.id !== current.id && isSameJob(known, row))
  return [...others, { ...current, ...planOf(known) }].sort(byAge).slice(-shownRuns)
}

function planOf({ planId }: Run): Pick<Run, 'planId'> {
  return planId === undefined ? {} : { planId }
}

/** The run before `current` in a list that is oldest first. */
export function runBefore<R extends Run>(current: Run, runs: readonly R[]): R | null {
  const at = runs.findIndex(({ id }) => id === current.id)
  return runs[at - 1] ?? null
}

/** The run that began closest to a week before `current`, at most `toleranceMs` away from it. */
export function runOfLastWeek<R extends Run>(
  current: Run,
  runs: readonly R[],
  toleranceMs = dayMs / 2,
): R | null {
  if (current.createdAt === null) return null
  const wantedAt = current.createdAt - weekMs
  let nearest: R | null = null
  let nearestMs = toleranceMs
  for (const run of runs) {
    const distanceMs = Math.abs((run.createdAt ?? Number.POSITIVE_INFINITY) - wantedAt)
    if (run.id === current.id || distanceMs > nearestMs) continue
    nearest = run
    nearestMs = distanceMs
  }
  return nearest
}

function isGiven(planId: string | null | undefined): planId is string {
  return planId !== null && planId !== undefined
}

/** By creation; ids only grow, so they decide between two of the same moment. */
function byAge(left: Run, right: Run): number {
  const apart = (left.createdAt ?? 0) - (right.createdAt ?? 0)
  if (apart !== 0) return apart
  return left.id.length - right.id.length || (left.id < right.id ? -1 : 1)
}
