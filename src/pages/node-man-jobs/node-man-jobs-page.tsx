import { useQuery } from '@tanstack/react-query'
import { capabilitiesQuery, useApi } from '#api'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { JobList } from './job-list.tsx'
import { OpenById } from './open-by-id.tsx'

/** `/node-man/jobs`: what node-man did, newest first, where the deployment can list it. */
export function NodeManJobsPage() {
  const { nodeMan: words } = useMessages()
  const { data: capabilities } = useQuery(capabilitiesQuery(useApi()))
  const nodeMan = capabilities?.nodeMan
  useTitle([words.title])
  if (nodeMan === null)
    return (
      <>
        <PageHeading title={words.title} />
        <EmptyState
          title={words.notConnected}
          meaning={words.notConnectedMeaning}
          actions={<AppLink to="/">{words.home}</AppLink>}
        />
      </>
    )
  return (
    <>
      <PageHeading title={words.title} />
      <OpenById />
      {nodeMan?.jobList === false ? (
        <EmptyState title={words.notOffered} meaning={words.notOfferedMeaning} />
      ) : (
        <JobList />
      )}
    </>
  )
}
