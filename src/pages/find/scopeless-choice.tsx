import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { scopesQuery, useApi } from '#api'
import type { Scope } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { useAppNavigate } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { ScopeForm } from './scope-form.tsx'
import { uniqueScopes } from './scope-search.ts'
import { Needs } from './sections.tsx'
import { type ScopelessTarget, targetPath } from './target.ts'
import { type ScopeSearchControl, useScopeSearch } from './use-scope-search.ts'

export interface ScopelessChoiceProps {
  readonly target: ScopelessTarget
  /** Scopes used before, newest first. */
  readonly knownScopes: readonly Scope[]
  /** Start looking at once: the reader followed a link, or pressed Enter. */
  readonly autoStart: boolean
}

/** A job instance without a scope: look for it in the reader's scopes, or say where it belongs. */
export function ScopelessChoice({ target, knownScopes, autoStart }: ScopelessChoiceProps) {
  const { find } = useMessages()
  const navigate = useAppNavigate()
  const { data, isPending } = useQuery(scopesQuery(useApi()))
  const search = useScopeSearch(target)
  const listed = data?.scopes ?? null
  const scopes = useMemo(
    () => uniqueScopes([target.likelyScope, ...knownScopes, ...(listed ?? [])]),
    [target, knownScopes, listed],
  )
  useAutoStart(autoStart && !isPending && scopes.length > 0, () => search.start(scopes))
  const openIn = (scope: Scope) => {
    const path = targetPath({ ...target, scope })
    if (path !== null) navigate(path)
  }
  return (
    <Needs>
      <p>{find.scopeWanted}</p>
      {scopes.length === 0 || search.state.phase === 'searching' ? null : (
        <Button variant="contained" onClick={() => search.start(scopes)}>
          {listed === null ? find.searchKnown(scopes.length) : find.searchScopes(scopes.length)}
        </Button>
      )}
      <SearchState search={search} onRetry={() => search.start(scopes)} />
      <ScopeForm initialScope={target.likelyScope ?? knownScopes[0] ?? null} onChoose={openIn} />
    </Needs>
  )
}

/** Runs once per time the condition becomes true, however often the page renders meanwhile. */
function useAutoStart(wanted: boolean, start: () => void): void {
  const latest = useRef(start)
  useEffect(() => {
    latest.current = start
  })
  useEffect(() => {
    if (wanted) latest.current()
  }, [wanted])
}

interface SearchStateProps {
  readonly search: ScopeSearchControl
  readonly onRetry: () => void
}

function SearchState({ search: { state, cancel }, onRetry }: SearchStateProps) {
  const { find, common } = useMessages()
  const format = useFormat()
  switch (state.phase) {
    case 'idle':
      return null
    case 'searching':
      return (
        <p role="status">
          {find.searching(format.number(state.askedCount), format.number(state.allCount))}{' '}
          <Button onClick={cancel}>{common.cancel}</Button>
        </p>
      )
    case 'nowhere':
      return <p role="alert">{find.notInScopes(state.askedCount)}</p>
    case 'stopped':
      return <ProblemNotice problem={state.problem} onRetry={onRetry} />
  }
}
