import { useCallback, useEffect, useRef, useState } from 'react'
import { toProblem, useApi } from '#api'
import type { Problem, Scope } from '#contract'
import { useAppNavigate } from '#ui'
import { type ScopeSearchResult, searchScopes } from '../scope-search.ts'
import { type ScopelessTarget, targetPath } from './target.ts'

type ScopeSearchState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'searching'; readonly askedCount: number; readonly allCount: number }
  | ({ readonly phase: 'nowhere' } & Omit<
      Extract<ScopeSearchResult, { readonly outcome: 'nowhere' }>,
      'outcome'
    >)
  /** Ended by the reader; `left` was not asked. */
  | { readonly phase: 'cancelled'; readonly askedCount: number; readonly left: readonly Scope[] }
  | { readonly phase: 'stopped'; readonly problem: Problem }

export interface ScopeSearchControl {
  readonly state: ScopeSearchState
  readonly start: (scopes: readonly Scope[]) => void
  readonly cancel: () => void
}

const idle: ScopeSearchState = { phase: 'idle' }

/** Looks for a target's scope and opens the target when found. Leaving the page, or a new start, ends the old search. */
export function useScopeSearch(target: ScopelessTarget): ScopeSearchControl {
  const api = useApi()
  const navigate = useAppNavigate()
  const [state, setState] = useState<ScopeSearchState>(idle)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const asked = useRef<readonly Scope[]>([])
  const cancel = useCallback(() => {
    running.current?.abort()
    setState((before) => {
      const askedCount = before.phase === 'searching' ? before.askedCount : 0
      return { phase: 'cancelled', askedCount, left: asked.current.slice(askedCount) }
    })
  }, [])
  const start = useCallback(
    (scopes: readonly Scope[]) => {
      running.current?.abort()
      const { signal } = replaceController(running)
      asked.current = scopes
      const show = (next: ScopeSearchState) => {
        if (!signal.aborted) setState(next)
      }
      const onProgress = (askedCount: number) =>
        show({ phase: 'searching', askedCount, allCount: scopes.length })
      onProgress(0)
      searchScopes({ api, jobInstanceId: target.jobInstanceId, scopes, signal, onProgress }).then(
        (result) => {
          if (signal.aborted) return
          if (result.outcome === 'found') openIn(result.scope)
          else if (result.outcome === 'nowhere') show({ ...result, phase: 'nowhere' })
          else show({ phase: 'stopped', problem: result.problem })
        },
        (error: unknown) => show({ phase: 'stopped', problem: toProblem(error) }),
      )
      const openIn = (scope: Scope) => {
        const path = targetPath({ ...target, scope })
        // Replaced, so that "back" does not lead into the same search again.
        if (path !== null) navigate(path, { replace: true })
      }
    },
    [api, navigate, target],
  )
  return { state, start, cancel }
}

function replaceController(running: { current: AbortController | null }): AbortController {
  const controller = new AbortController()
  running.current = controller
  return controller
}
