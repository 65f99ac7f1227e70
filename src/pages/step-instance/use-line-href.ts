import { useCallback } from 'react'
import { useHref, useLocation } from 'react-router'
import { changeView } from './url.ts'

/** Builds the address of one line; it names the host too, also when that was only chosen by default. */
export function useLineHref(host: string | null): (lineNumber: number) => string {
  const { pathname, search } = useLocation()
  const path = useHref(pathname)
  return useCallback(
    (lineNumber) => `${path}${changeView(search, { host, line: { first: lineNumber, last: lineNumber } })}`,
    [path, search, host],
  )
}
