import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { rememberVisit } from '#ui'
import { changePreferences } from './preferences.ts'

const titleSettledMs = 2000

/**
 * Remembers the executions somebody looked at, and the scope last used. The title is read late (when leaving, or after
 * two seconds), because a page knows it only once its data has arrived.
 */
export function useRememberedVisits(): void {
  const { pathname } = useLocation()
  useEffect(() => {
    const scope = /^\/((?:biz|biz_set|tenant_set)\/\d+)\/job-instances/.exec(pathname)?.[1]
    if (scope !== undefined) changePreferences({ lastScope: scope })
    if (!isExecution(pathname)) return
    const remember = () => rememberVisit({ to: pathname, title: pageTitle(), visitedAt: Date.now() })
    const timer = setTimeout(remember, titleSettledMs)
    window.addEventListener('pagehide', remember)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', remember)
      remember()
    }
  }, [pathname])
}

function isExecution(pathname: string): boolean {
  return /\/job-instances\/\d+|^\/node-man\/jobs\/\d+/.test(pathname)
}

function pageTitle(): string {
  return document.title.replace(/ — Joblens$/, '')
}
