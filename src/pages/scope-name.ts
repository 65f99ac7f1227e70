import { useQuery } from '@tanstack/react-query'
import { scopesQuery, useApi } from '#api'
import { type NamedScope, type Scope, sameScope } from '#contract'
import { type Messages, useMessages } from '#i18n'

/** "Business 2", or "Demo (Business 2)" when the scope has a name. */
export function scopeWords(scope: Scope | NamedScope, { common }: Messages): string {
  const plain = common.scopeName(common.scopeType[scope.type], scope.id)
  return 'name' in scope && scope.name !== '' ? `${scope.name} (${plain})` : plain
}

/** Words for any scope: with its name where the deployment lists the reader's scopes (v4), else kind and number. */
export function useScopeWords(): (scope: Scope) => string {
  const messages = useMessages()
  const { data } = useQuery(scopesQuery(useApi()))
  return (scope) => scopeWords(data?.scopes?.find((one) => sameScope(one, scope)) ?? scope, messages)
}

/**
 * The scope's name alone, for headings and breadcrumbs; kind and number where there is none. Without `isAsked` only
 * what is known already is used: nobody waits for a name before a log.
 */
export function useScopeName(scope: Scope, isAsked = true): string {
  const { common } = useMessages()
  const { data } = useQuery({ ...scopesQuery(useApi()), enabled: isAsked })
  const name = data?.scopes?.find((one) => sameScope(one, scope))?.name ?? ''
  return name === '' ? common.scopeName(common.scopeType[scope.type], scope.id) : name
}
