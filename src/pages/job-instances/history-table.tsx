import { styled } from '@mui/material/styles'
import { type Ref, useMemo } from 'react'
import { type JobInstance, type JobInstanceId, jobInstancePath } from '#contract'
import { useFormat, useHistoryMessages, useMessages } from '#i18n'
import { EmptyState, type Sort, type TableHandle, useAppNavigate, VirtualTable } from '#ui'
import { useLeftRow } from '../use-left-row.ts'
import { durationScale } from './duration-scale.ts'
import { historyColumns } from './history-columns.tsx'
import { cardColumns } from './run-card.tsx'
import { cards, rowHeights, type TableLook } from './table-look.ts'
import { useColumnNames } from './use-column-names.ts'

const headerHeight = 40
const emptyHeight = 120

export interface HistoryTableProps {
  /** The page as it was loaded: what bars are measured against. */
  readonly items: readonly JobInstance[]
  /** Those of them to show, in this order. */
  readonly rows: readonly JobInstance[]
  /** When `items` were asked for, epoch ms. */
  readonly asOf: number
  readonly look: TableLook
  /** On a phone rows are cards. */
  readonly isNarrow: boolean
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  readonly runsOf: JobInstanceId | null
  readonly onRuns: (id: JobInstanceId | null) => void
  readonly tableRef: Ref<TableHandle>
}

/** One page of history as a table; its rows keep their places while their states change. */
export function HistoryTable(props: HistoryTableProps) {
  const { items, rows, asOf, look, isNarrow, sort, onSort, runsOf, onRuns, tableRef } = props
  const messages = useMessages()
  const words = useHistoryMessages()
  const names = useColumnNames()
  const format = useFormat()
  const navigate = useAppNavigate()
  const scale = useMemo(() => durationScale(items, asOf, rows), [items, rows, asOf])
  const card = cards[look.density]
  const columns = useMemo(() => {
    const parts = { messages, names, format, scale, items, runsOf, onRuns }
    return isNarrow ? cardColumns(parts, look.columns, card.lines) : historyColumns(parts, look.columns)
  }, [messages, names, format, scale, items, runsOf, onRuns, look.columns, isNarrow, card])
  const rowHeight = isNarrow ? card.height : rowHeights[look.density]
  const height = rows.length === 0 ? emptyHeight : rows.length * rowHeight
  return (
    <Box data-density={look.density}>
      <VirtualTable
        ref={tableRef}
        {...useLeftRow()}
        label={messages.jobInstances.title}
        rows={rows}
        isSorted
        sort={sort}
        onSortChange={onSort}
        columns={columns}
        rowKey={({ id }) => id}
        selectedKey={runsOf}
        onActivate={({ scope, id }) => navigate(jobInstancePath(scope, id))}
        rowHeight={rowHeight}
        height={headerHeight + height}
        empty={<EmptyState title={words.noneLeft} />}
      />
    </Box>
  )
}

const Box = styled('div')({
  minWidth: 0,
  '&[data-density="compact"]': { fontSize: '0.8125rem' },
})
