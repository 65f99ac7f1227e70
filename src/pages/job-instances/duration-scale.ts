import type { JobInstance } from '#contract'
import { median, runDurationMs } from '../run-duration.ts'
import { nameStem } from '../same-job.ts'

/** What the duration of a row is measured against. */
export interface DurationScale {
  /** Of the rows shown; at least 1. */
  readonly longestMs: number
  /** How long the job of this row usually takes; `null` when too few runs of it are loaded to say. */
  readonly usualMs: (row: JobInstance) => number | null
}

/** Fewer runs than this are no "usually". */
const fewestRuns = 4

/**
 * `items` is the page as it was loaded, `shown` what is left of it. `now`: when it was asked for, epoch ms; what runs is
 * measured as it stood then, so that no bar shrinks while one watches.
 */
export function durationScale(
  items: readonly JobInstance[],
  now: number,
  shown: readonly JobInstance[] = items,
): DurationScale {
  const durations = shown.map((row) => runDurationMs(row, now) ?? 0)
  const usual = usualDurations(items)
  return {
    longestMs: Math.max(1, ...durations),
    usualMs: (row) => usual.get(jobOf(row)) ?? null,
  }
}

/** Medians of what succeeded: a run that failed early says nothing about how long the job takes. */
function usualDurations(items: readonly JobInstance[]): ReadonlyMap<string, number> {
  const durations = new Map<string, number[]>()
  for (const row of items) {
    if (row.status !== 3 || row.durationMs === null) continue
    const known = durations.get(jobOf(row))
    if (known === undefined) durations.set(jobOf(row), [row.durationMs])
    else known.push(row.durationMs)
  }
  const enough = [...durations].filter(([, values]) => values.length >= fewestRuns)
  return new Map(enough.map(([job, values]) => [job, median(values) ?? 0]))
}

function jobOf({ planId, type, name }: JobInstance): string {
  return planId === null || planId === undefined ? `${type} ${nameStem(name)}` : `plan ${planId}`
}
