import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { executionKey, toProblem } from '#api'
import { changePreferences, forgetVisit, lastingTitle, rememberVisit } from '#ui'
import { isExecution } from './page-address.ts'

const titleSettledMs = 2000

/**
 * Remembers the executions somebody looked at, and the scope last used. The title is read late (when leaving, or after
 * two seconds), because a page knows it only once its data has arrived; and by then it is known whether there was
 * anything at all.
 */
export function useRememberedVisits(): void {
  const { pathname } = useLocation()
  const queries = useQueryClient()
  useEffect(() => {
    const scope = /^\/((?:biz|biz_set|tenant_set)\/\d+)\/job-instances/.exec(pathname)?.[1]
    if (scope !== undefined) changePreferences({ lastScope: scope })
    if (!isExecution(pathname)) return
    const remember = () => {
      if (ledNowhere(queries, pathname)) forgetVisit(pathname)
      else rememberVisit({ to: pathname, title: lastingTitle(), visitedAt: Date.now() })
    }
    const timer = setTimeout(remember, titleSettledMs)
    window.addEventListener('pagehide', remember)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', remember)
      remember()
    }
  }, [pathname, queries])
}

const nowhere: ReadonlySet<string> = new Set(['gone', 'not-found', 'denied', 'bad-request'])

/** True when the platform had nothing to show there; a failed connection says nothing about the address. */
function ledNowhere(queries: QueryClient, pathname: string): boolean {
  const key = executionKey(pathname)
  if (key === null) return false
  const asked = queries.getQueryCache().findAll({ queryKey: [...key] })
  if (asked.some(({ state }) => state.data !== undefined)) return false
  return asked.some(({ state }) => state.error !== null && nowhere.has(toProblem(state.error).kind))
}
