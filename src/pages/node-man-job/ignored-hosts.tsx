import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import type { NodeManInstance } from '#contract'
import { type Messages, useMessages } from '#i18n'
import { type Column, VirtualTable } from '#ui'
import { NodeManChip } from '../node-man-chip.tsx'

const headerHeight = 40
const rowHeight = 36
const mostRowsShown = 10

/** Hosts node-man did nothing on, each with its reason; they have no log (bk-nodeman B3). */
export function IgnoredHosts({ hosts }: { readonly hosts: readonly NodeManInstance[] }) {
  const messages = useMessages()
  const { nodeMan: words } = messages
  const columns = useMemo(() => ignoredColumns(messages), [messages])
  // Two rows may name no host at all ("nothing to do", with an empty address): only the place tells them apart.
  const rows = useMemo(() => hosts.map((host, position) => ({ host, position })), [hosts])
  return (
    <section aria-label={words.ignoredTable}>
      <Title>{words.ignoredHosts(hosts.length)}</Title>
      <Meaning>{words.ignoredMeaning}</Meaning>
      <VirtualTable
        label={words.ignoredTable}
        rows={rows}
        columns={columns}
        rowKey={({ position }) => String(position)}
        rowHeight={rowHeight}
        height={headerHeight + Math.min(mostRowsShown, hosts.length) * rowHeight}
      />
    </section>
  )
}

interface IgnoredRow {
  readonly host: NodeManInstance
  readonly position: number
}

function ignoredColumns({ common, nodeMan: words }: Messages): readonly Column<IgnoredRow>[] {
  return [
    {
      id: 'address',
      header: words.address,
      width: 160,
      cell: ({ host: { ip, ipv6 } }) => ip || ipv6 || words.noAddress,
    },
    {
      id: 'reason',
      header: words.reason,
      width: 240,
      grow: 3,
      cell: ({ host: { statusText } }) => (
        <span title={statusText ?? undefined}>{statusText || words.noReason}</span>
      ),
    },
    {
      id: 'status',
      header: common.status,
      width: 130,
      cell: ({ host: { status } }) => <NodeManChip status={status} />,
    },
    {
      id: 'business',
      header: words.business,
      width: 120,
      cell: ({ host }) => host.scopeName || common.notGiven,
    },
    { id: 'log', header: words.log, width: 100, cell: () => words.noLog },
  ]
}

const Title = styled('h2')(({ theme }) => ({ ...theme.typography.h2, margin: '12px 0 0' }))

const Meaning = styled('p')(({ theme }) => ({
  margin: '2px 0 8px',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
