import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { capabilitiesQuery, useApi } from '#api'
import { useHistoryMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { History } from './history.tsx'
import { readScope } from './url.ts'

/** `/{scopeType}/{scopeId}/job-instances`: what was executed in a scope, newest first. */
export function JobInstancesPage() {
  const words = useHistoryMessages()
  const scope = readScope(useParams())
  const { data: capabilities, isPending } = useQuery(capabilitiesQuery(useApi()))
  if (scope === null) return <NotHere title={words.badScope} meaning={words.badScopeMeaning} />
  if (capabilities?.job === null)
    return <NotHere title={words.notConnected} meaning={words.notConnectedMeaning} />
  // Another scope is another page: rows of the one before must not stay on screen while it loads.
  const key = `${scope.type}/${scope.id}`
  return <History key={key} scope={scope} job={capabilities?.job ?? null} limitsKnown={!isPending} />
}

function NotHere(props: { readonly title: string; readonly meaning: string }) {
  const words = useHistoryMessages()
  useTitle([words.title])
  return (
    <>
      <PageHeading title={words.title} />
      <EmptyState {...props} actions={<AppLink to="/">{words.home}</AppLink>} />
    </>
  )
}
