import { useMemo } from 'react'
import { type NodeManJob, nodeManJobPath } from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { AppLink, type Column, useAppNavigate, VirtualTable } from '#ui'
import { NodeManChip } from '../node-man-chip.tsx'
import { NodeManCountsText } from '../node-man-counts.tsx'
import { NodeManDuration } from '../node-man-duration.tsx'
import { timeColumn } from '../time-column.ts'
import { useLeftRow } from '../use-left-row.ts'

const headerHeight = 40
const rowHeight = 36

/** One page of node-man jobs as a table. */
export function JobTable({ items }: { readonly items: readonly NodeManJob[] }) {
  const messages = useMessages()
  const format = useFormat()
  const navigate = useAppNavigate()
  const columns = useMemo(() => jobColumns(messages, format, items), [messages, format, items])
  return (
    <VirtualTable
      label={messages.nodeMan.title}
      rows={items}
      columns={columns}
      rowKey={({ id }) => id}
      onActivate={({ id }) => navigate(nodeManJobPath(id))}
      {...useLeftRow()}
      rowHeight={rowHeight}
      height={headerHeight + items.length * rowHeight}
    />
  )
}

function jobColumns(
  messages: Messages,
  format: Format,
  rows: readonly NodeManJob[],
): readonly Column<NodeManJob>[] {
  const { common, nodeMan: words } = messages
  return [
    {
      id: 'id',
      header: common.id,
      width: 90,
      cell: ({ id }) => <AppLink to={nodeManJobPath(id)}>{id}</AppLink>,
    },
    {
      id: 'status',
      header: common.status,
      width: 140,
      cell: ({ status }) => <NodeManChip status={status} />,
    },
    { id: 'name', header: words.operation, width: 150, grow: 1, cell: ({ name }) => name },
    {
      id: 'counts',
      header: words.counts,
      width: 260,
      grow: 2,
      cell: ({ counts }) => <NodeManCountsText counts={counts} />,
    },
    { id: 'scopes', header: words.scopes, width: 140, grow: 1, cell: (row) => <Scopes row={row} /> },
    {
      id: 'operator',
      header: common.operator,
      width: 110,
      cell: ({ operator }) => operator ?? common.notGiven,
    },
    {
      id: 'started',
      ...timeColumn({ format, messages, name: common.started, rows, atOf: ({ startedAt }) => startedAt }),
    },
    {
      id: 'duration',
      header: common.duration,
      width: 110,
      align: 'end',
      cell: (row) => <NodeManDuration {...row} />,
    },
  ]
}

function Scopes({ row: { scopeNames } }: { readonly row: NodeManJob }) {
  const { common } = useMessages()
  const { list } = useFormat()
  const names = scopeNames.length === 0 ? common.notGiven : list(scopeNames)
  return <span title={names}>{names}</span>
}
