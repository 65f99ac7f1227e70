import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo } from 'react'
import { isRunFinished, type JobInstance, jobInstancePath, runTone } from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { AppLink, type Column, StatusChip, VirtualTable } from '#ui'
import { useNow } from '../use-now.ts'

const headerHeight = 40
const rowHeight = 36

/** One page of history as a table; its rows keep their places while their states change. */
export function HistoryTable({ items }: { readonly items: readonly JobInstance[] }) {
  const messages = useMessages()
  const format = useFormat()
  const narrow = useMediaQuery('(max-width: 600px)')
  const columns = useMemo(() => historyColumns(messages, format, narrow), [messages, format, narrow])
  return (
    <VirtualTable
      label={messages.jobInstances.title}
      rows={items}
      columns={columns}
      rowKey={({ id }) => id}
      rowHeight={rowHeight}
      height={headerHeight + items.length * rowHeight}
    />
  )
}

/** On a phone what happened comes before what it was. */
const narrowOrder = ['name', 'status', 'created', 'duration', 'operator', 'type', 'launchMode', 'id']

function historyColumns(messages: Messages, format: Format, narrow: boolean): readonly Column<JobInstance>[] {
  const columns = allColumns(messages, format)
  if (!narrow) return columns
  return narrowOrder.flatMap((id) => columns.filter((column) => column.id === id))
}

function allColumns(messages: Messages, format: Format): readonly Column<JobInstance>[] {
  const { common, status: words, jobInstances } = messages
  return [
    { id: 'id', header: common.id, width: 125, cell: ({ id }) => id },
    { id: 'name', header: common.name, width: 237, grow: 3, cell: (row) => <NameLink row={row} /> },
    { id: 'type', header: common.type, width: 118, cell: ({ type }) => words.taskTypeWord(type) },
    {
      id: 'launchMode',
      header: jobInstances.launchMode,
      width: 112,
      cell: ({ launchMode }) => words.launchModeWord(launchMode),
    },
    {
      id: 'operator',
      header: common.operator,
      width: 95,
      grow: 1,
      cell: (row) => row.operator ?? common.notGiven,
    },
    { id: 'status', header: common.status, width: 190, cell: ({ status }) => <RunChip status={status} /> },
    {
      id: 'created',
      header: jobInstances.created,
      width: 226,
      cell: ({ createdAt }) => format.dateTime(createdAt),
    },
    {
      id: 'duration',
      header: common.duration,
      width: 110,
      align: 'end',
      cell: (row) => <Duration row={row} />,
    },
  ]
}

function NameLink({ row: { scope, id, name } }: { readonly row: JobInstance }) {
  return (
    <AppLink to={jobInstancePath(scope, id)} title={name}>
      {name === '' ? id : name}
    </AppLink>
  )
}

function RunChip({ status }: { readonly status: number }) {
  const { status: words } = useMessages()
  return (
    <StatusChip
      tone={runTone(status)}
      label={words.runStatusWord(status)}
      meaning={words.runStatusMeaning(status)}
    />
  )
}

/** Ticks while running; upstream leaves the total of a running one null or minutes old (bk-job A.6, A.7). */
function Duration({ row: { status, startedAt, durationMs } }: { readonly row: JobInstance }) {
  const { duration } = useFormat()
  const ticking = !isRunFinished(status) && startedAt !== null
  const now = useNow(ticking)
  return duration(ticking ? Math.max(durationMs ?? 0, now - startedAt) : durationMs)
}
