import { useParams } from 'react-router'
import { nodeManJobsPath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { Instance } from './instance.tsx'
import { readNodeManInstanceAddress } from './url.ts'

/** `/node-man/jobs/{jobId}/instances/{instanceId}`: what node-man did on one host, step by step. */
export function NodeManInstancePage() {
  const address = readNodeManInstanceAddress(useParams())
  return address === null ? <NoSuchAddress /> : <Instance key={JSON.stringify(address)} address={address} />
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
