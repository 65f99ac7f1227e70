import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { scopesQuery, useApi } from '#api'
import { type Scope, sameScope } from '#contract'
import { useFindMessages, useFormat, useMessages } from '#i18n'
import { AppLink, useAppNavigate } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { useScopeWords } from '../scope-name.ts'
import { uniqueScopes } from '../scope-search.ts'
import { ScopeForm } from './scope-form.tsx'
import { Needs, PlainList } from './sections.tsx'
import { type ScopelessTarget, targetPath } from './target.ts'
import { type ScopeSearchControl, useScopeSearch } from './use-scope-search.ts'

export interface ScopelessChoiceProps {
  readonly target: ScopelessTarget
  /** Scopes used before, newest first. */
  readonly knownScopes: readonly Scope[]
  /** Start looking at once: the reader followed a link, or pressed Enter. */
  readonly autoStart: boolean
}

/** As many as are quicker to read than to search. */
const shownScopes = 3

/** A job instance without a scope: look for it in the reader's scopes, or say where it belongs. */
export function ScopelessChoice({ target, knownScopes, autoStart }: ScopelessChoiceProps) {
  const find = useFindMessages()
  const navigate = useAppNavigate()
  const sayScope = useScopeWords()
  const { data, isPending } = useQuery(scopesQuery(useApi()))
  const search = useScopeSearch(target)
  const { likelyScope } = target
  const listed = data?.scopes ?? null
  const offered = uniqueScopes([likelyScope, ...knownScopes])
    .filter((scope) => mayHoldIt(scope, search.state))
    .slice(0, shownScopes)
  const scopes = useMemo(
    () => uniqueScopes([likelyScope, ...knownScopes, ...(listed ?? [])]),
    [likelyScope, knownScopes, listed],
  )
  useAutoStart(autoStart && !isPending && scopes.length > 0, () => search.start(scopes))
  const openIn = (scope: Scope) => {
    const path = targetPath({ ...target, scope })
    if (path !== null) navigate(path)
  }
  return (
    <Needs>
      <p>{likelyScope === null ? find.scopeWanted : find.scopeLikely(sayScope(likelyScope))}</p>
      {scopes.length === 0 || search.state.phase === 'searching' ? null : (
        <Button variant="contained" onClick={() => search.start(scopes)}>
          {listed === null ? find.searchKnown(scopes.length) : find.searchScopes(scopes.length)}
        </Button>
      )}
      {listed === null && !isPending && knownScopes.length > 0 ? <p>{find.onlyKnown}</p> : null}
      {offered.length === 0 ? null : (
        <PlainList aria-label={find.usedScopes}>
          {offered.map((scope) => (
            <li key={`${scope.type} ${scope.id}`}>
              <AppLink to={targetPath({ ...target, scope }) ?? '/'}>{find.inScope(sayScope(scope))}</AppLink>
            </li>
          ))}
        </PlainList>
      )}
      <SearchState search={search} onAsk={search.start} allScopes={scopes} />
      <ScopeForm initialScope={likelyScope ?? knownScopes[0] ?? null} onChoose={openIn} />
    </Needs>
  )
}

/** Not the ones that have just answered that it is not theirs. */
function mayHoldIt(scope: Scope, state: ScopeSearchControl['state']): boolean {
  return (
    state.phase !== 'nowhere' || [...state.denied, ...state.failed].some((left) => sameScope(left, scope))
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
  readonly onAsk: (scopes: readonly Scope[]) => void
  readonly allScopes: readonly Scope[]
}

/** How the search stands, and what it could not ask. */
function SearchState({ search: { state, cancel }, onAsk, allScopes }: SearchStateProps) {
  const find = useFindMessages()
  const { common } = useMessages()
  const { number } = useFormat()
  switch (state.phase) {
    case 'idle':
      return null
    case 'searching':
      return (
        <div>
          <p role="status">
            {find.searching(number(state.askedCount), number(state.allCount))}{' '}
            <Button onClick={cancel}>{common.cancel}</Button>
          </p>
          <progress
            max={state.allCount}
            value={state.askedCount}
            aria-label={find.searching(number(state.askedCount), number(state.allCount))}
          />
        </div>
      )
    case 'cancelled':
      return (
        <p role="status">
          {find.stopped(number(state.askedCount), number(state.askedCount + state.left.length))}{' '}
          {state.left.length === 0 ? null : (
            <Button onClick={() => onAsk(state.left)}>{find.askRest(state.left.length)}</Button>
          )}
        </p>
      )
    case 'nowhere':
      return <Nowhere {...state} onAsk={onAsk} />
    case 'stopped':
      if (state.problem.kind === 'not-offered') return <p role="alert">{find.cannotLook}</p>
      return <ProblemNotice problem={state.problem} onRetry={() => onAsk(allScopes)} />
  }
}

type NowhereProps = Extract<ScopeSearchControl['state'], { readonly phase: 'nowhere' }> &
  Pick<SearchStateProps, 'onAsk'>

function Nowhere({ askedCount, denied, failed, onAsk }: NowhereProps) {
  const find = useFindMessages()
  const sayScope = useScopeWords()
  const { list } = useFormat()
  const answeredCount = askedCount - denied.length - failed.length
  return (
    <div>
      {answeredCount === 0 ? null : <p role="alert">{find.notInScopes(answeredCount)}</p>}
      {denied.length === 0 ? null : <p>{find.denied(list(denied.map(sayScope)))}</p>}
      {failed.length === 0 ? null : (
        <p>
          {find.failed(list(failed.map(sayScope)))}{' '}
          <Button onClick={() => onAsk(failed)}>{find.askAgain}</Button>
        </p>
      )}
    </div>
  )
}
