import { type JobInstance, type JobInstanceId, jobInstancePath, runTone } from '#contract'
import { type Format, type Messages, useMessages } from '#i18n'
import { AppLink, type Column, StatusChip } from '#ui'
import { timeColumn } from '../time-column.ts'
import type { ColumnId } from './column-ids.ts'
import { DurationCell } from './duration-cell.tsx'
import type { DurationScale } from './duration-scale.ts'
import { RunsButton } from './runs-button.tsx'

export interface ColumnParts {
  readonly messages: Messages
  readonly names: Readonly<Record<ColumnId, string>>
  readonly format: Format
  readonly scale: DurationScale
  /** The page of rows as it was loaded. */
  readonly items: readonly JobInstance[]
  readonly runsOf: JobInstanceId | null
  readonly onRuns: (id: JobInstanceId | null) => void
}

/** The columns chosen, in the order of the screen. */
export function historyColumns(
  parts: ColumnParts,
  chosen: readonly ColumnId[],
): readonly Column<JobInstance>[] {
  const bodies = columnBodies(parts)
  return chosen.map((id) => ({ id, header: parts.names[id], ...bodies[id] }))
}

type ColumnBody = Omit<Column<JobInstance>, 'id' | 'header'>

/** What every column shows, whether it is chosen or not. `shared`: moments that have one heading for all of them. */
export function columnBodies(
  parts: ColumnParts,
  shared?: readonly (number | null)[],
): Readonly<Record<ColumnId, ColumnBody>> {
  const { messages, names, format, scale, items: rows, runsOf, onRuns } = parts
  const { common, status: words } = messages
  const moments = (name: string, atOf: (row: JobInstance) => number | null) => ({
    ...timeColumn({ format, messages, name, rows, atOf, moments: shared }),
    ...sortable,
  })
  return {
    name: { width: 200, grow: 6, cell: (row) => <NameLink row={row} />, ...sortable },
    status: { width: 200, cell: ({ status }) => <RunChip status={status} />, ...sortable },
    duration: { width: 130, cell: (row) => <DurationCell row={row} scale={scale} />, ...sortable },
    created: moments(names.created, ({ createdAt }) => createdAt),
    started: moments(names.started, ({ startedAt }) => startedAt),
    ended: moments(names.ended, ({ endedAt }) => endedAt),
    operator: { width: 90, grow: 1, cell: ({ operator }) => operator ?? common.notGiven, ...sortable },
    type: { width: 132, cell: ({ type }) => words.taskTypeWord(type), ...sortable },
    launchMode: { width: 112, cell: ({ launchMode }) => words.launchModeWord(launchMode), ...sortable },
    id: { width: 118, cell: ({ id }) => id, ...sortable },
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
