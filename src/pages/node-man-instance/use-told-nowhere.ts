import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { ProblemKind } from '#contract'
import { tellNowhere } from '#ui'
import type { InstanceData } from './use-instance.ts'

const nothingThere: ReadonlySet<ProblemKind> = new Set(['not-found', 'gone', 'denied', 'bad-request'])

/**
 * Keeps an address without a host out of the recent pages: the job it names is there, so that nobody else can tell. A
 * host of a job that runs may only not be there yet.
 */
export function useToldNowhere({ session: { state }, steps, live }: InstanceData): void {
  const { pathname } = useLocation()
  const kind = steps.length === 0 ? (state.problem?.kind ?? null) : null
  const isNowhere = kind !== null && (nothingThere.has(kind) || (kind === 'not-ready' && !live))
  useEffect(() => tellNowhere(pathname, isNowhere), [pathname, isNowhere])
}
