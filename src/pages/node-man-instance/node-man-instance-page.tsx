import { useLocation, useParams } from 'react-router'
import { nodeManJobsPath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { Instance } from './instance.tsx'
import { readNodeManInstanceAddress, readNodeManInstanceUrl } from './url.ts'

/** `/node-man/jobs/{jobId}/instances/{instanceId}`: what node-man did on one host, step by step. */
export function NodeManInstancePage() {
  const address = readNodeManInstanceAddress(useParams())
  const { taskId } = readNodeManInstanceUrl(useLocation().search)
  if (address === null) return <NoSuchAddress />
  return <Instance key={JSON.stringify([address, taskId])} address={address} taskId={taskId} />
}

function NoSuchAddress() {
  const { nodeMan: words } = useMessages()
  useTitle([words.title])
  return (
    <>
      <PageHeading title={words.title} />
      <EmptyState
        title={words.badInstance}
        meaning={words.badInstanceMeaning}
        actions={<AppLink to={nodeManJobsPath}>{words.allJobs}</AppLink>}
      />
    </>
  )
}
