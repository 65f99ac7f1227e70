import { styled } from '@mui/material/styles'
import { useCallback, useRef, useState } from 'react'
import { type NodeManInstanceId, type NodeManLogParams, nodeManInstancePath } from '#contract'
import { useMessages } from '#i18n'
import { SmallButton, useAppNavigate } from '#ui'
import { allHosts, type NodeManHostFilter } from '../node-man-host-filter.ts'
import { HostFilterBar } from '../node-man-host-filter-bar.tsx'
import { useHostKeys } from '../use-host-keys.ts'
import { usePageQuery } from '../use-page-query.ts'
import { HostPlace } from './host-place.tsx'
import { type ListedHost, neighboursOf, nextFailed } from './host-roster.ts'
import { HostSteps } from './host-steps.tsx'
import { HostTable } from './host-table.tsx'
import { besideWidth } from './host-width.ts'
import { hostName } from './host-words.ts'
import { HostNote, ListedHosts } from './listed-hosts.tsx'
import { changeNodeManInstanceUrl, queryForOtherHost, readNodeManInstanceUrl } from './url.ts'
import { useJobHosts } from './use-job-hosts.ts'

export interface HostListProps {
  readonly address: NodeManLogParams
  readonly jobStatus: string | null
  /** There is room beside the log; otherwise the list opens at the press of a button. */
  readonly isBeside: boolean
  /** Another host is about to be opened. */
  readonly onLeave: () => void
  /** The open host was chosen: the keyboard is to go to its log. */
  readonly onEnter: () => void
}

/** The hosts of the job: which of them this is, the ones before and after, the list and what narrows it. */
export function HostList(props: HostListProps) {
  const { address, jobStatus, isBeside, onLeave, onEnter } = props
  const { nodeManJobId, instanceId } = address
  const { list } = useMessages().nodeMan
  const navigate = useAppNavigate()
  const [query, changeQuery] = usePageQuery()
  const { status, ip } = readNodeManInstanceUrl(query)
  const isFiltered = status !== null || ip !== null
  const narrow = (filter: Partial<NodeManHostFilter>) =>
    changeQuery((before) => changeNodeManInstanceUrl(before, filter))
  const used = useJobHosts(address, { status, ip }, jobStatus)
  const hosts = used.hosts ?? noHosts
  const { index, previous, next } = useNeighbours(hosts, instanceId)
  const others = queryForOtherHost(query)
  const hrefOf = useCallback(
    ({ id }: ListedHost) => `${nodeManInstancePath(nodeManJobId, id)}${others}`,
    [nodeManJobId, others],
  )
  // Open until a host was chosen.
  const [openAt, setOpenAt] = useState<NodeManInstanceId | null>(null)
  const isOpen = openAt === instanceId
  const open = (host: ListedHost | null) => {
    if (host === null) return
    setOpenAt(null)
    if (host.id === instanceId) return onEnter()
    onLeave()
    navigate(hrefOf(host))
  }
  useHostKeys({
    step: (direction) => open(direction > 0 ? next : previous),
    stepFailed: (direction) => open(nextFailed(hosts, instanceId, direction)),
  })
  const place = <HostPlace {...{ used, index, status }} />
  return (
    <>
      <HostSteps {...{ previous, next, hrefOf }}>
        {isBeside ? (
          place
        ) : (
          <SmallButton
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpenAt(isOpen ? null : instanceId)}
          >
            {place} <span aria-hidden="true">▾</span>
          </SmallButton>
        )}
      </HostSteps>
      {isBeside || isOpen ? (
        <Panel>
          {used.isUntold ? (
            <HostNote>{list.knownMeaning}</HostNote>
          ) : (
            <HostFilterBar
              filter={{ status, ip }}
              counts={used.counts}
              hasIgnored={false}
              onChange={narrow}
            />
          )}
          <ListedHosts
            used={used}
            hidden={index < 0 && isFiltered ? hostName(instanceId, null) : null}
            onShowAll={() => narrow(allHosts)}
          >
            <HostTable hosts={hosts} openedId={instanceId} hrefOf={hrefOf} onOpen={open} />
          </ListedHosts>
          {isBeside && used.total !== null ? <HostNote>{list.keys}</HostNote> : null}
        </Panel>
      ) : null}
    </>
  )
}

const noHosts: readonly ListedHost[] = []

/** A host that a filter or its own new state took out of the list leaves its place to go on from. */
function useNeighbours(hosts: readonly ListedHost[], openedId: NodeManInstanceId) {
  const lastIndex = useRef(0)
  const neighbours = neighboursOf(hosts, openedId, lastIndex.current)
  if (neighbours.index >= 0) lastIndex.current = neighbours.index
  return neighbours
}

const Panel = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  flex: '0 1 auto',
  minHeight: 0,
  marginTop: 8,
  [`@media not ${besideWidth}`]: { maxHeight: '70dvh' },
  // Two fields one below the other, that say themselves what they are.
  '& section > div': { gap: 6 },
  '&& section form, && section section > div > div, &&& input[type="search"], &&& select': { width: '100%' },
})
