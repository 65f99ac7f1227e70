import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** Entries of the browser's history and the row each was left by. Gone with a reload: the rows are other ones then. */
const leftBy = new Map<string, string>()
/** Nobody goes back further than that. */
const mostEntries = 200

/**
 * The row of a list from which its reader went on: the keys go on there when the back button brings the list back
 * (issue 4). Spread into a table.
 */
export function useLeftRow() {
  const { key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const [initialKey] = useState(() => (isBack ? (leftBy.get(key) ?? null) : null))
  // Filters written into the address make new entries while the list stays.
  const entry = useRef(key)
  useLayoutEffect(() => {
    entry.current = key
  })
  const onPoint = useCallback((rowKey: string) => {
    leftBy.delete(entry.current)
    leftBy.set(entry.current, rowKey)
    const [oldest] = leftBy.keys()
    if (leftBy.size > mostEntries && oldest !== undefined) leftBy.delete(oldest)
  }, [])
  return { initialKey, onPoint }
}
