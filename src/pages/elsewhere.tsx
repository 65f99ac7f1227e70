import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { scopesQuery, useApi } from '#api'
import {
  type JobInstanceId,
  jobInstancePath,
  type Problem,
  type Scope,
  type StepInstanceId,
  sameScope,
  stepInstancePath,
} from '#contract'
import { useElsewhereMessages, useFormat, useMessages } from '#i18n'
import { AppLink } from '#ui'
import { ProblemNotice } from './problem-notice.tsx'
import { useScopeWords } from './scope-name.ts'
import { type ScopeSearchResult, searchScopes } from './scope-search.ts'
import { otherScopes } from './visited-scopes.ts'
import { queryWait } from './wait.ts'

export interface ElsewhereProps {
  /** As the link has it. */
  readonly scope: Scope
  readonly jobInstanceId: JobInstanceId
  /** On the page of a step. */
  readonly stepInstanceId?: StepInstanceId
  /** Why there is nothing to show. */
  readonly problem: Problem
}

/** As many as are asked without being told to. */
const mostUnasked = 20

/**
 * Says where an execution is that is not where its link says. The platform answers alike for one that has expired, one
 * of another scope, and one that never was: only the other scopes can tell.
 */
export function Elsewhere(props: ElsewhereProps) {
  const { kind } = props.problem
  return kind === 'gone' || kind === 'not-found' ? <Search {...props} /> : null
}

function Search({ scope, jobInstanceId, stepInstanceId, problem }: ElsewhereProps) {
  const api = useApi()
  const { data, isPending } = useQuery(scopesQuery(api))
  const others = useMemo(() => otherScopes(scope, data?.scopes ?? []), [scope, data])
  const [isTold, setTold] = useState(false)
  const [askedCount, setAskedCount] = useState(0)
  const asked = isTold || others.length <= mostUnasked ? others : none
  // "Not found" on the page of a step may mean the step alone.
  const mayBeHere = stepInstanceId !== undefined && problem.kind === 'not-found'
  const scopes = mayBeHere ? [scope, ...asked] : asked
  const queryKey = ['elsewhere', jobInstanceId, scopes]
  const search = useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      setAskedCount(0)
      return searchScopes({ api, jobInstanceId, scopes, signal, onProgress: setAskedCount })
    },
    enabled: !isPending && scopes.length > 0,
    retry: false,
    staleTime: 60_000,
  })
  const wait = queryWait(search, queryKey)
  const client = useQueryClient()
  const words = useElsewhereMessages()
  const { common } = useMessages()
  const { number } = useFormat()
  const isFound = search.data?.outcome === 'found'
  return (
    <Box role="status">
      {search.isFetching ? (
        <p>
          {words.looking(number(askedCount), number(scopes.length))}{' '}
          <Button onClick={() => wait.stop(client)}>{common.cancel}</Button>
        </p>
      ) : null}
      {wait.isStopped ? (
        <p>
          {words.stopped(number(askedCount), number(scopes.length))}{' '}
          <Button onClick={wait.again}>{words.askAgain}</Button>
        </p>
      ) : null}
      {search.data === undefined || search.isFetching ? null : (
        <Outcome
          {...{ scope, jobInstanceId, stepInstanceId }}
          result={search.data}
          othersCount={asked.length}
          onAgain={() => void search.refetch()}
        />
      )}
      {isPending || isFound || asked.length === others.length ? null : (
        <Button variant="outlined" onClick={() => setTold(true)}>
          {words.ask(others.length)}
        </Button>
      )}
    </Box>
  )
}

const none: readonly Scope[] = []

interface OutcomeProps extends Pick<ElsewhereProps, 'scope' | 'jobInstanceId'> {
  readonly stepInstanceId: StepInstanceId | undefined
  readonly result: ScopeSearchResult
  /** How many scopes were asked, not counting the one of the link. */
  readonly othersCount: number
  readonly onAgain: () => void
}

function Outcome({ scope, jobInstanceId, stepInstanceId, result, othersCount, onAgain }: OutcomeProps) {
  const words = useElsewhereMessages()
  const sayScope = useScopeWords()
  const { list } = useFormat()
  const { search } = useLocation()
  if (result.outcome === 'stopped')
    return <ProblemNotice problem={result.problem} onRetry={onAgain} severity="warning" compact />
  if (result.outcome === 'nowhere')
    return (
      <>
        {othersCount === 0 ? null : <p>{words.nowhere(othersCount)}</p>}
        {result.denied.length === 0 ? null : <p>{words.denied(list(result.denied.map(sayScope)))}</p>}
        {result.failed.length === 0 ? null : (
          <p>
            {words.failed(list(result.failed.map(sayScope)))}{' '}
            <Button onClick={onAgain}>{words.askAgain}</Button>
          </p>
        )}
      </>
    )
  const there = result.scope
  if (stepInstanceId !== undefined && sameScope(there, scope))
    return (
      <p>
        {words.noSuchStep(jobInstanceId, stepInstanceId)}{' '}
        <AppLink to={jobInstancePath(scope, jobInstanceId)}>{words.openJobInstance}</AppLink>
      </p>
    )
  const path =
    stepInstanceId === undefined
      ? jobInstancePath(there, jobInstanceId)
      : stepInstancePath(there, jobInstanceId, stepInstanceId)
  return (
    <p>
      {words.found(jobInstanceId, sayScope(there), sayScope(scope))}{' '}
      <AppLink to={`${path}${search}`}>{words.open(sayScope(there))}</AppLink>
    </p>
  )
}

const Box = styled('div')(({ theme }) => ({
  padding: '6px 14px',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  overflowWrap: 'anywhere',
  '& p': { margin: '6px 0' },
  '&:empty': { display: 'none' },
}))
