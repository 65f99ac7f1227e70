import { useQuery } from '@tanstack/react-query'
import { capabilitiesQuery, useApi } from '#api'
import { nodeManJobPath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { OpenById } from '../open-by-id.tsx'
import { JobList } from './job-list.tsx'
import { toNodeManJobId } from './url.ts'

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
      <OpenById label={words.openById} buttonLabel={words.open} complaint={words.badJobId} pathOf={pathOf} />
      {nodeMan?.jobList === false ? (
        <EmptyState title={words.notOffered} meaning={words.notOfferedMeaning} />
      ) : (
        <JobList />
      )}
    </>
  )
}

function pathOf(text: string): string | null {
  const id = toNodeManJobId(text)
  return id === null ? null : nodeManJobPath(id)
}
