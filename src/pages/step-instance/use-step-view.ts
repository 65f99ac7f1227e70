import { useCallback, useMemo } from 'react'
import { usePageQuery } from '../use-page-query.ts'
import { changeView, readView, type StepInstanceView } from './url.ts'

/** Changes the page's query: `push` makes a step for the back button. */
export type ChangeView = (change: Partial<StepInstanceView>, how?: 'push' | 'replace') => void

/** The page's query as values, and how to change it. */
export function useStepView(): readonly [StepInstanceView, ChangeView] {
  const [query, changeQuery] = usePageQuery()
  const view = useMemo(() => readView(query), [query])
  const change = useCallback<ChangeView>(
    (fields, how) => changeQuery((before) => changeView(before, fields), how),
    [changeQuery],
  )
  return [view, change]
}
