import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { memo, useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react'
import { transferTone } from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { EmptyState, type Sort, VirtualTable } from '#ui'
import { type FilterChip, FilterChips } from './filter-chips.tsx'
import { SearchField } from './search-field.tsx'
import { transferColumns } from './transfer-columns.tsx'
import { countTransfers, filterTransfers, isTransferFailed } from './transfer-filter.ts'
import type { TransferMessages } from './transfer-messages.ts'
import type { TransferRow } from './transfer-row.ts'
import { transferColumns as columnIds, type StepInstanceView } from './url.ts'
import type { ChangeView } from './use-step-view.ts'

export interface TransferPanelProps {
  /** All transfers; keep the array's identity while nothing changed. */
  readonly rows: readonly TransferRow[]
  readonly messages: TransferMessages
  readonly view: StepInstanceView
  readonly onChange: ChangeView
  /** Shown for the host of the view, when it is filtered by one. */
  readonly hostAddress: string | null
}

/** The transfers of a step: totals, filters, and the table. Kept as it is while only the loading goes on around it. */
export const TransferPanel = memo(function TransferPanel(props: TransferPanelProps) {
  const { rows, messages, view, onChange, hostAddress } = props
  const texts = useMessages()
  const format = useFormat()
  const { transfer: words } = texts
  const text = useDeferredValue(view.q)
  const byMessage = view.sort?.columnId === 'message'
  const snapshot = useSearchedMessages(messages, rows, text !== '' || byMessage)
  // Messages come in while the table is open: filter and sort look again only when they depend on them.
  const searchedNow = text === '' ? null : snapshot
  const sortedNow = byMessage ? snapshot : null
  const { status, host } = view
  const shown = useMemo(
    () => filterTransfers(rows, { text, status, host }, searchedNow),
    [rows, text, status, host, searchedNow],
  )
  const columns = useMemo(
    () => transferColumns({ rows, messages, sortedBy: sortedNow }, texts),
    [rows, messages, sortedNow, texts],
  )
  const counts = useMemo(() => countTransfers(rows), [rows])
  return (
    <>
      <Totals role="status">{totals(counts, texts, format)}</Totals>
      <Tools>
        <SearchField label={words.filter} value={view.q} onChange={(q) => onChange({ q })} />
        <FilterChips
          label={words.statusFilter}
          chips={statusChips(counts, texts, format)}
          value={status}
          onChange={(value) => onChange({ status: value })}
        />
        {hostAddress === null ? null : (
          <span>
            {words.onlyHost(hostAddress)}{' '}
            <Button onClick={() => onChange({ host: null })}>{words.allHosts}</Button>
          </span>
        )}
        <Found role="status">
          {shown === rows ? null : words.shown(format.number(shown.length), format.number(rows.length))}
          {text === '' ? null : ` · ${searchedWords(snapshot.searched.size, rows, texts, format)}`}
        </Found>
      </Tools>
      <TableRoom>
        <VirtualTable
          label={words.title}
          rows={shown}
          columns={columns}
          rowKey={rowKey}
          sort={view.sort}
          onSortChange={(sort) => onChange({ sort: knownSort(sort) })}
          selectedKey={view.transfer}
          onActivate={(row) => onChange({ transfer: row.key, line: null }, 'push')}
          empty={
            rows.length === 0 ? null : (
              <EmptyState
                title={words.noneMatch}
                actions={
                  <Button onClick={() => onChange({ q: '', status: '', host: null })}>
                    {words.clearFilters}
                  </Button>
                }
              />
            )
          }
        />
      </TableRoom>
    </>
  )
})

const rowKey = (row: TransferRow) => row.key

function knownSort(sort: Sort | null): StepInstanceView['sort'] {
  const columnId = columnIds.find((id) => id === sort?.columnId)
  return sort === null || columnId === undefined ? null : { columnId, descending: sort.descending }
}

/** Reads every message once something needs them all, and failed ones anyway: they are what people look for. */
function useSearchedMessages(messages: TransferMessages, rows: readonly TransferRow[], all: boolean) {
  const snapshot = useSyncExternalStore(messages.subscribe, messages.snapshot)
  useEffect(() => {
    messages.want(all ? rows : rows.filter((row) => isTransferFailed(row.status)).slice(0, 5000))
    return all ? messages.stop : undefined
  }, [messages, rows, all])
  return snapshot
}

/** "100,000 transfers · 50 failed · 99,950 finished" */
function totals(
  counts: ReturnType<typeof countTransfers>,
  { transfer: words, status }: Messages,
  { number }: Format,
): string {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const parts = counts.map((one) => words.byStatus(number(one.count), status.transferStatusWord(one.status)))
  return [words.total(all), ...parts].join(' · ')
}

function statusChips(
  counts: ReturnType<typeof countTransfers>,
  { transfer: words, status }: Messages,
  { number }: Format,
): readonly FilterChip[] {
  const sum = (some: typeof counts) => some.reduce((total, { count }) => total + count, 0)
  const failures = counts.filter((one) => isTransferFailed(one.status))
  const allFailures: FilterChip = { value: 'failed', tone: 'bad', label: words.failed(number(sum(failures))) }
  return [
    { value: '', tone: null, label: words.all(number(sum(counts))) },
    ...(failures.length > 1 ? [allFailures] : []),
    ...counts.map(({ status: code, count }) => ({
      value: `${code}`,
      tone: transferTone(code),
      label: `${status.transferStatusWord(code)} ${number(count)}`,
    })),
  ]
}

function searchedWords(
  read: number,
  rows: readonly TransferRow[],
  { transfer: words }: Messages,
  { number }: Format,
): string {
  const withLog = rows.reduce((count, row) => count + (row.logBytes > 0 ? 1 : 0), 0)
  return read >= withLog ? words.searched : words.searching(number(read), number(withLog))
}

const Totals = styled('p')({ margin: 0, fontWeight: 600 })

const Tools = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: '8px 16px',
  '& > :first-of-type': { flex: '0 1 320px' },
})

const Found = styled('span')({ fontSize: '0.8125rem' })

const TableRoom = styled('div')({
  position: 'relative',
  flex: '2 1 0',
  minHeight: 280,
  '& > *': { position: 'absolute !important', inset: 0 },
})
