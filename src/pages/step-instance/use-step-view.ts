import { useCallback, useMemo, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { changeView, readView, type StepInstanceView } from './url.ts'

/** Changes the page's query: `push` makes a step for the back button. */
export type ChangeView = (change: Partial<StepInstanceView>, how?: 'push' | 'replace') => void

/** The page's query as values, and how to change it. */
export function useStepView(): readonly [StepInstanceView, ChangeView] {
  const { search } = useLocation()
  const navigate = useNavigate()
  const view = useMemo(() => readView(search), [search])
  // Two changes in one event must build on each other, not both on what was rendered.
  const latest = useRef(search)
  latest.current = search
  const change = useCallback<ChangeView>(
    (fields, how = 'replace') => {
      const next = changeView(latest.current, fields)
      if (next === latest.current) return
      latest.current = next
      void navigate({ search: next }, { replace: how === 'replace', preventScrollReset: true })
    },
    [navigate],
  )
  return [view, change]
}
