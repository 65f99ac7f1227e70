import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { jobInstancesOnceQuery, toProblem, upstreamNow, useApi } from '#api'
import type { JobInstance, JobInstanceQuery, Problem } from '#contract'
import { isSameJob, nameStem, runOfLastWeek, runsOf, weekMs } from './same-job.ts'
import { queryWait, type Wait } from './wait.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** v3 and ESB answer at most 30 days at once, and keep about as many (bk-job A.6, B.7). */
const longestSpanMs = 30 * dayMs - 1000

/** Rows looked through for runs of one job: its name is all upstream can be asked for, and only part of it. */
const askedRows = 100

export interface Runs {
  /** Oldest first, the one asked about included; that one alone while nothing else is known. */
  readonly runs: readonly JobInstance[]
  readonly isPending: boolean
  /** For them. */
  readonly wait: Wait
  /** Why earlier runs could not be listed; `not-offered` where the deployment lacks the call. */
  readonly problem: Problem | null
  readonly retry: () => void
  /** The newest run of this job when it is not the one asked about. */
  readonly newest: JobInstance | null
}

/**
 * Runs of the same job up to this one, from the 30 days before it. Needs no more than the history: with it two calls
 * are made, one for the earlier runs and one for a newer one. How this one stands, its page knows best.
 */
export function useRuns(current: JobInstance): Runs {
  const [openedAt] = useState(upstreamNow)
  const api = useApi()
  const { scope, name, createdAt } = current
  const named = name === '' ? {} : { name: nameStem(name).slice(0, 200) }
  const to = createdAt ?? openedAt
  const span = { from: to - longestSpanMs, to }
  const options = jobInstancesOnceQuery(api, scope, { ...span, length: askedRows, ...named })
  const earlier = useQuery({ ...options, enabled: name !== '' })
  const later = useQuery({
    ...jobInstancesOnceQuery(api, scope, laterThan(to, openedAt, named)),
    enabled: name !== '' && createdAt !== null && openedAt - createdAt > 1000,
  })
  const rows = earlier.data?.items ?? []
  const listed = rows.find(({ id }) => id === current.id) ?? current
  return {
    runs: runsOf(current, rows),
    isPending: name !== '' && earlier.isPending,
    wait: queryWait(earlier, options.queryKey),
    problem: earlier.error === null ? null : toProblem(earlier.error),
    retry: () => void earlier.refetch(),
    newest: later.data?.items.find((row) => row.id !== current.id && isSameJob(listed, row)) ?? null,
  }
}

/** Newest first, so the first one is the newest run there is; a span upstream accepts even for an old run. */
function laterThan(
  createdAt: number,
  now: number,
  named: { readonly name?: string },
): Partial<JobInstanceQuery> {
  return {
    from: Math.max(createdAt + 1, now - longestSpanMs),
    to: Math.max(createdAt + 2, now),
    length: 20,
    ...named,
  }
}

export interface LastWeek {
  readonly run: JobInstance | null
  readonly isPending: boolean
  readonly wait: Wait
  readonly problem: Problem | null
}

/**
 * Last week's run: the one closest to seven days before. Of a job that runs all the time the strip does not reach that
 * far back, so it is asked for separately, once somebody wants it.
 */
export function useLastWeeksRun(
  current: JobInstance,
  runs: readonly JobInstance[],
  wanted: boolean,
): LastWeek {
  const { scope, name, createdAt } = current
  const listed = runs.find(({ id }) => id === current.id) ?? current
  const known = runOfLastWeek(current, runs)
  const wantedAt = (createdAt ?? 4 * weekMs) - weekMs
  const options = jobInstancesOnceQuery(useApi(), scope, {
    from: wantedAt - 3 * dayMs,
    to: wantedAt + hourMs,
    length: 50,
    ...(name === '' ? {} : { name: nameStem(name).slice(0, 200) }),
  })
  const query = useQuery({
    ...options,
    enabled: wanted && known === null && createdAt !== null && name !== '',
  })
  const rows = (query.data?.items ?? []).filter((row) => isSameJob(listed, row))
  return {
    run: known ?? runOfLastWeek(current, rows, 3 * dayMs),
    isPending: query.isEnabled && query.isPending,
    wait: queryWait(query, options.queryKey),
    problem: query.error === null ? null : toProblem(query.error),
  }
}
