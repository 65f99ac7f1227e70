import { type JobInstance, type JobInstanceId, jobInstancePath, runTone } from '#contract'
import { type Format, type Messages, useMessages } from '#i18n'
import { AppLink, type Column, StatusChip } from '#ui'
import type { ColumnId } from './column-ids.ts'
import { DurationCell } from './duration-cell.tsx'
import type { DurationScale } from './duration-scale.ts'
import { RunsButton } from './runs-button.tsx'

export interface ColumnParts {
  readonly messages: Messages
  readonly names: Readonly<Record<ColumnId, string>>
  readonly format: Format
  readonly scale: DurationScale
  readonly runsOf: JobInstanceId | null
  readonly onRuns: (id: JobInstanceId | null) => void
}

/** On a phone what happened comes before what it was. */
const narrowOrder: readonly ColumnId[] = [
  'name',
  'status',
  'created',
  'duration',
  'runs',
  'operator',
  'type',
  'launchMode',
  'started',
  'ended',
  'id',
]

/** The columns chosen, in the order of the screen. */
export function historyColumns(
  parts: ColumnParts,
  chosen: readonly ColumnId[],
  narrow: boolean,
): readonly Column<JobInstance>[] {
  const columns = allColumns(parts, narrow)
  const order = narrow ? narrowOrder.filter((id) => chosen.includes(id)) : chosen
  return order.map((id) => ({ id, header: parts.names[id], ...columns[id] }))
}

type ColumnBody = Omit<Column<JobInstance>, 'id' | 'header'>

function allColumns(parts: ColumnParts, narrow: boolean): Readonly<Record<ColumnId, ColumnBody>> {
  const { messages, format, scale, runsOf, onRuns } = parts
  const { common, status: words } = messages
  return {
    id: { width: 118, cell: ({ id }) => id, ...sortable },
    name: { width: narrow ? 140 : 176, grow: 3, cell: (row) => <NameLink row={row} />, ...sortable },
    type: { width: 136, cell: ({ type }) => words.taskTypeWord(type), ...sortable },
    launchMode: { width: 112, cell: ({ launchMode }) => words.launchModeWord(launchMode), ...sortable },
    operator: { width: 90, grow: 1, cell: ({ operator }) => operator ?? common.notGiven, ...sortable },
    status: { width: 204, cell: ({ status }) => <RunChip status={status} />, ...sortable },
    created: { width: 226, cell: ({ createdAt }) => format.dateTime(createdAt), ...sortable },
    started: { width: 226, cell: ({ startedAt }) => format.dateTime(startedAt), ...sortable },
    ended: { width: 226, cell: ({ endedAt }) => format.dateTime(endedAt), ...sortable },
    duration: { width: 130, cell: (row) => <DurationCell row={row} scale={scale} />, ...sortable },
    runs: {
      width: 54,
      cell: (row) => <RunsButton row={row} isOpen={row.id === runsOf} onToggle={onRuns} />,
    },
  }
}

/** Only makes the header a button: the rows come sorted (refine.ts). */
const sortable = { sortValue: () => null }

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
