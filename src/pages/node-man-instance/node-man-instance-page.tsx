import { useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { type NodeManLogParams, nodeManJobsPath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { HostPanes } from './host-panes.tsx'
import { Instance } from './instance.tsx'
import { readNodeManInstanceAddress, readNodeManInstanceUrl } from './url.ts'

/** `/node-man/jobs/{jobId}/instances/{instanceId}`: what node-man did on one host, step by step. */
export function NodeManInstancePage() {
  const address = readNodeManInstanceAddress(useParams())
  return address === null ? <NoSuchAddress /> : <Host key={address.nodeManJobId} address={address} />
}

function Host({ address }: { readonly address: NodeManLogParams }) {
  const { taskId } = readNodeManInstanceUrl(useLocation().search)
  const [isRead, setRead] = useState(false)
  return (
    <HostPanes address={address} isRead={isRead}>
      {(hasOthers) => (
        <Instance
          key={JSON.stringify([address, taskId])}
          {...{ address, taskId, hasOthers }}
          onRead={() => setRead(true)}
        />
      )}
    </HostPanes>
  )
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
