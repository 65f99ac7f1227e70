import { useCallback, useMemo } from 'react'
import { isLeftOut } from '../long-query.ts'
import { usePageQuery } from '../use-page-query.ts'
import {
  changeRail,
  changeView,
  type FileStepChange,
  type RailView,
  readQuery,
  type StepInstanceView,
} from './url.ts'

/** Changes the page's query: `push` makes a step for the back button. */
export type ChangeView = (change: FileStepChange, how?: 'push' | 'replace') => void

/** Changes the rail's part of the query. */
type ChangeRail = (change: Partial<RailView>) => void

/** The rail's part of the query, and how to change it. */
export interface RailQuery {
  readonly view: RailView
  readonly onChange: ChangeRail
  /** False when the text filter is too long for the address. */
  readonly isFilterInLink: boolean
}

/** The page's query as values, and how to change it. */
export function useStepView(): readonly [StepInstanceView, ChangeView, RailQuery] {
  const [query, changeQuery] = usePageQuery()
  const { view, rail: railView } = useMemo(() => readQuery(query), [query])
  const change = useCallback<ChangeView>(
    (fields, how) => changeQuery((before) => changeView(before, fields), how),
    [changeQuery],
  )
  const changeRailPart = useCallback<ChangeRail>(
    (fields) => changeQuery((before) => changeRail(before, fields)),
    [changeQuery],
  )
  const isFilterInLink = useMemo(() => !isLeftOut(query, 'filter'), [query])
  const rail = useMemo(
    () => ({ view: railView, onChange: changeRailPart, isFilterInLink }),
    [railView, changeRailPart, isFilterInLink],
  )
  return [view, change, rail]
}
