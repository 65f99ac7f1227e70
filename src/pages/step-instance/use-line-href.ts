import { useCallback } from 'react'
import { useHref, useLocation } from 'react-router'
import type { LineSelection } from '#viewer'
import { changeView } from './url.ts'

/** Builds the address of lines; it names the host too, also when that was only chosen by default. */
export function useLineHref(host: string | null): (line: LineSelection) => string {
  const { pathname, search } = useLocation()
  const path = useHref(pathname)
  return useCallback((line) => `${path}${changeView(search, { host, line })}`, [path, search, host])
}
