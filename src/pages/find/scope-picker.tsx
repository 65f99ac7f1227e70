import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { scopesQuery, toProblem, useApi } from '#api'
import { jobInstancesPath, type NamedScope, type Scope } from '#contract'
import { useFindMessages, useMessages } from '#i18n'
import { AppLink, EmptyState, useAppNavigate } from '#ui'
import { Awaited } from '../awaited.tsx'
import { Field } from '../filter-fields.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { scopeWords } from '../scope-name.ts'
import { queryWait } from '../wait.ts'
import { ScopeForm } from './scope-form.tsx'
import { PlainList } from './sections.tsx'

export interface ScopePickerProps {
  /** Fills the form where scopes cannot be listed. */
  readonly lastScope: Scope | null
}

/** The jobs of a scope: picked from those the reader may see, or typed. */
export function ScopePicker({ lastScope }: ScopePickerProps) {
  const find = useFindMessages()
  const navigate = useAppNavigate()
  const options = scopesQuery(useApi())
  const query = useQuery(options)
  const { data, error, refetch } = query
  const open = (scope: Scope) => navigate(jobInstancesPath(scope))
  if (error !== null && data === undefined)
    return (
      <>
        <ProblemNotice problem={toProblem(error)} onRetry={() => void refetch()} />
        <ScopeForm initialScope={lastScope} onChoose={open} />
      </>
    )
  if (data === undefined)
    return <Awaited wait={queryWait(query, options.queryKey)} what={({ scopes }) => scopes} />
  if (data.scopes !== null && data.scopes.length > 0) return <ScopeLinks scopes={data.scopes} />
  return (
    <>
      <p>{data.scopes === null ? find.scopesNotListed : find.noScopes}</p>
      <ScopeForm initialScope={lastScope} onChoose={open} />
    </>
  )
}

const shownCount = 50

function ScopeLinks({ scopes }: { readonly scopes: readonly NamedScope[] }) {
  const messages = useMessages()
  const find = useFindMessages()
  const [filter, setFilter] = useState('')
  const id = useId()
  const wanted = filter.trim().toLowerCase()
  const matching = scopes.filter((scope) => scopeWords(scope, messages).toLowerCase().includes(wanted))
  return (
    <>
      <Field onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={id}>{find.scopeFilter}</label>
        <input id={id} type="search" value={filter} onChange={({ target }) => setFilter(target.value)} />
      </Field>
      <PlainList aria-label={find.scopeList}>
        {matching.slice(0, shownCount).map((scope) => (
          <li key={`${scope.type} ${scope.id}`}>
            <AppLink to={jobInstancesPath(scope)}>{scopeWords(scope, messages)}</AppLink>
          </li>
        ))}
      </PlainList>
      {matching.length === 0 ? <EmptyState title={find.noScopeMatches} /> : null}
      {matching.length > shownCount ? <p>{find.moreScopes(matching.length - shownCount)}</p> : null}
    </>
  )
}
