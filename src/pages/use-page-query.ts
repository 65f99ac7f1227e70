import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { fitQuery, stateOf, wholeQuery } from './long-query.ts'
import { createQueryWriter, onLeaving } from './query-writer.ts'

/** Takes the query, `''` or beginning with `?`, and gives the next one. `push` makes a step for the back button. */
export type ChangeQuery = (change: (query: string) => string, how?: 'push' | 'replace') => void

/**
 * The page's query, and how to change it: what the page shows changes at once, the address a moment later when
 * much changes (`query-writer.ts`), and never more than fits into it (`long-query.ts`).
 */
export function usePageQuery(): readonly [string, ChangeQuery] {
  const location = useLocation()
  const { pathname, state } = location
  const search = useMemo(() => wholeQuery(location.search, state), [location.search, state])
  const navigate = useNavigate()
  /** What is shown while the address does not say it yet. */
  const [ahead, setAhead] = useState<string | null>(null)
  const shown = ahead ?? search
  const latest = useRef({ navigate, search })
  latest.current = { navigate, search }
  /** As `ahead`, but known before it is rendered: changes build on it. */
  const newest = useRef<string | null>(null)
  /** Written by us, and not yet come back; the oldest first. */
  const written = useRef<readonly string[]>([])
  const isHere = useIsHere(pathname)
  const go = useRef((query: string, replace: boolean): void => {
    if (!isHere()) return
    const fitted = fitQuery(query)
    const state = stateOf(query, fitted)
    written.current = [...written.current, state === null ? fitted : query]
    void latest.current.navigate({ search: fitted }, { replace, state, preventScrollReset: true })
  })
  const [writer] = useState(() => createQueryWriter((query) => go.current(query, true)))

  // biome-ignore lint/correctness/useExhaustiveDependencies: also when the query that came back is the one there was
  useEffect(() => {
    const place = written.current.indexOf(search)
    written.current = written.current.slice(place + 1)
    if (newest.current === null) return
    if (search !== newest.current) {
      if (place >= 0) return
      // Somebody else went elsewhere, the back button for example: that is what counts.
      writer.cancel()
    }
    newest.current = null
    setAhead(null)
  }, [location, writer])
  useEffect(() => writer.cancel, [writer])
  useEffect(() => onLeaving(writer.flush), [writer])
  useEffect(() => {
    // What waits belongs to the address that a click may leave; going back means the address as it was then.
    document.addEventListener('click', writer.flush, { capture: true })
    window.addEventListener('popstate', writer.cancel, { capture: true })
    return () => {
      document.removeEventListener('click', writer.flush, { capture: true })
      window.removeEventListener('popstate', writer.cancel, { capture: true })
    }
  }, [writer])

  const change = useCallback<ChangeQuery>(
    (changed, how = 'replace') => {
      // Two changes in one event must build on each other, not both on what was rendered.
      const before = newest.current ?? latest.current.search
      const next = changed(before)
      if (next === before) return
      newest.current = next
      setAhead(next)
      if (how === 'replace') return writer.put(next)
      writer.flush()
      // It may not have been written; `next` builds on it, and what waits would undo `next`.
      writer.cancel()
      go.current(next, false)
    },
    [writer],
  )
  return [shown, change]
}

/**
 * A link changes the browser's address at once, and what is shown a moment later: until then the page left behind may
 * still write (a field tells what was typed when it has rested), and that would undo the link.
 */
function useIsHere(pathname: string): () => boolean {
  const shown = useRef({ pathname, address: window.location.pathname })
  if (shown.current.pathname !== pathname) shown.current = { pathname, address: window.location.pathname }
  return useRef(() => window.location.pathname === shown.current.address).current
}
