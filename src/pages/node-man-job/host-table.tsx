import { useMemo } from 'react'
import {
  type NodeManInstance,
  type NodeManInstanceId,
  type NodeManJobId,
  nodeManInstancePath,
} from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { AppLink, type Column, type Sort, useAppNavigate, VirtualTable } from '#ui'
import { NodeManChip } from '../node-man-chip.tsx'
import { NodeManDuration } from '../node-man-duration.tsx'
import { hostFilterQuery, type NodeManHostFilter } from '../node-man-host-filter.ts'
import { attentionOf } from '../node-man-host-order.ts'
import { timeColumn } from '../time-column.ts'
import { useLeftRow } from '../use-left-row.ts'

export interface HostTableProps {
  readonly jobId: NodeManJobId
  readonly hosts: readonly NodeManInstance[]
  /** Goes along to the page of a host, which goes from host to host among the same. */
  readonly filter: NodeManHostFilter
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
}

const headerHeight = 40
const rowHeight = 36

/** More rows than a page has at most scroll in the table. */
const mostInPage = 500

/** Hosts that node-man worked on, of one page or all; upstream's order is odd (bk-nodeman B3), so that they are sorted here. */
export function HostTable({ jobId, hosts, filter, sort, onSort }: HostTableProps) {
  const messages = useMessages()
  const format = useFormat()
  const navigate = useAppNavigate()
  const query = hostFilterQuery(filter)
  const columns = useMemo(() => {
    const pathOf = (id: NodeManInstanceId) => `${nodeManInstancePath(jobId, id)}${query}`
    const all = hostColumns(pathOf, messages, format, hosts)
    return hosts.some(hasBothAddresses) ? all : all.filter(({ id }) => id !== 'ipv6')
  }, [jobId, query, messages, format, hosts])
  return (
    <VirtualTable
      label={messages.nodeMan.hostsTable}
      rows={hosts}
      columns={columns}
      rowKey={hostKey}
      onActivate={({ id }) =>
        id === null ? undefined : navigate(`${nodeManInstancePath(jobId, id)}${query}`)
      }
      {...useLeftRow()}
      rowHeight={rowHeight}
      height={hosts.length > mostInPage ? '75dvh' : headerHeight + hosts.length * rowHeight}
      sort={sort}
      onSortChange={onSort}
    />
  )
}

/** The link shows the first address; a column for the second is worth its room only where there is one. */
function hasBothAddresses({ ip, ipv6 }: NodeManInstance): boolean {
  return Boolean(ip) && Boolean(ipv6) && ip !== ipv6
}

/** A row without an id is possible in principle; its addresses then have to tell it apart. */
function hostKey({ id, hostId, cloudId, ip, ipv6 }: NodeManInstance): string {
  return id ?? [hostId, cloudId, ip, ipv6].join(' ')
}

function hostColumns(
  pathOf: AddressProps['pathOf'],
  messages: Messages,
  format: Format,
  rows: readonly NodeManInstance[],
): readonly Column<NodeManInstance>[] {
  const { common, nodeMan: words } = messages
  const text = (value: string | null) => (value === null || value === '' ? common.notGiven : value)
  return [
    {
      id: 'address',
      header: words.address,
      width: 140,
      grow: 1,
      cell: (row) => <Address pathOf={pathOf} row={row} />,
      sortValue: ({ ip, ipv6, id }) => ip || ipv6 || id,
    },
    {
      id: 'status',
      header: common.status,
      width: 130,
      cell: ({ status }) => <NodeManChip status={status} />,
      sortValue: ({ status }) => attentionOf(status),
    },
    {
      id: 'statusText',
      header: words.statusText,
      width: 150,
      grow: 2,
      cell: ({ statusText }) => <span title={statusText ?? undefined}>{text(statusText)}</span>,
      sortValue: ({ statusText }) => statusText || null,
    },
    {
      id: 'step',
      header: words.currentStep,
      width: 120,
      grow: 1,
      cell: ({ stepName }) => text(stepName),
      sortValue: ({ stepName }) => stepName || null,
    },
    { id: 'ipv6', header: words.ipv6, width: 150, grow: 1, cell: ({ ipv6 }) => text(ipv6) },
    {
      id: 'cloud',
      header: words.cloudArea,
      width: 110,
      cell: ({ cloudName, cloudId }) =>
        cloudName ?? (cloudId === null ? common.notGiven : words.cloudAreaNumber(cloudId)),
      sortValue: ({ cloudName, cloudId }) => cloudName ?? cloudId,
    },
    {
      id: 'business',
      header: words.business,
      width: 110,
      cell: ({ scopeName }) => text(scopeName),
      sortValue: ({ scopeName }) => scopeName || null,
    },
    {
      id: 'operation',
      header: words.operation,
      width: 90,
      cell: ({ operation }) => text(operation),
      sortValue: ({ operation }) => operation || null,
    },
    {
      id: 'started',
      ...timeColumn({ format, messages, name: common.started, rows, atOf: ({ startedAt }) => startedAt }),
      sortValue: ({ startedAt }) => startedAt,
    },
    {
      id: 'duration',
      header: common.duration,
      width: 110,
      align: 'end',
      cell: (row) => <NodeManDuration {...row} />,
      sortValue: ({ durationMs }) => durationMs,
    },
  ]
}

interface AddressProps {
  readonly pathOf: (id: NodeManInstanceId) => string
  readonly row: NodeManInstance
}

/** The address as the link to the host's steps; a host without an instance id has none to show. */
function Address({ pathOf, row: { id, ip, ipv6 } }: AddressProps) {
  const { nodeMan: words } = useMessages()
  const address = [ip, ipv6].find((one) => one !== null && one !== '') ?? id ?? words.noAddress
  if (id === null) return <>{address}</>
  return <AppLink to={pathOf(id)}>{address}</AppLink>
}
