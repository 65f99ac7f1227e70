import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { createQueryWriter } from './query-writer.ts'

/** Takes the query, `''` or beginning with `?`, and gives the next one. `push` makes a step for the back button. */
export type ChangeQuery = (change: (query: string) => string, how?: 'push' | 'replace') => void

/**
 * The page's query, and how to change it: what the page shows changes at once, the address a moment later when
 * much changes (`query-writer.ts`).
 */
export function usePageQuery(): readonly [string, ChangeQuery] {
  const { search } = useLocation()
  const navigate = useNavigate()
  /** What is shown while the address does not say it yet. */
  const [ahead, setAhead] = useState<string | null>(null)
  const shown = ahead ?? search
  const latest = useRef({ navigate, shown, ahead })
  latest.current = { navigate, shown, ahead }
  const written = useRef(new Set<string>())
  const go = useRef((query: string, replace: boolean): void => {
    written.current.add(query)
    void latest.current.navigate({ search: query }, { replace, preventScrollReset: true })
  })
  const [writer] = useState(() => createQueryWriter((query) => go.current(query, true)))

  useEffect(() => {
    const { ahead } = latest.current
    if (ahead === null) return
    if (search === ahead) written.current.clear()
    else if (written.current.has(search)) return
    // Somebody else went elsewhere, the back button for example: that is what counts.
    else writer.cancel()
    setAhead(null)
  }, [search, writer])
  useEffect(() => writer.cancel, [writer])

  const change = useCallback<ChangeQuery>(
    (changed, how = 'replace') => {
      // Two changes in one event must build on each other, not both on what was rendered.
      const next = changed(latest.current.shown)
      if (next === latest.current.shown) return
      latest.current = { ...latest.current, shown: next }
      setAhead(next)
      if (how === 'replace') return writer.put(next)
      writer.flush()
      go.current(next, false)
    },
    [writer],
  )
  return [shown, change]
}
