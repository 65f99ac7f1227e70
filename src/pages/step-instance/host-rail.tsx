import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type KeyboardEvent, useDeferredValue, useMemo } from 'react'
import { isResultFailed, resultTone } from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { CopyButton, EmptyState, VirtualListbox } from '#ui'
import { type FilterChip, FilterChips } from './filter-chips.tsx'
import { filterRows } from './host-filter.ts'
import { HostOption, hostOptionHeight, hostOptionLabel } from './host-option.tsx'
import { countByStatus, type HostRow, type StatusCount } from './host-rows.ts'
import { hostTotals } from './host-totals.ts'
import { SearchField } from './search-field.tsx'

export interface HostRailProps {
  /** In rail order (`orderByAttention`); keep the array's identity while nothing changed. */
  readonly rows: readonly HostRow[]
  readonly selectedKey: string | null
  readonly text: string
  /** `''`, `failed`, or a status code. */
  readonly status: string
  readonly onFilter: (change: { readonly filter?: string; readonly status?: string }) => void
  readonly onSelect: (row: HostRow) => void
  /** Enter or → on a host: the reader wants to go into its log. */
  readonly onEnter: () => void
}

/** The hosts of a step, failed ones first: totals, filters, the list, and their addresses to copy. */
export function HostRail(props: HostRailProps) {
  const { rows, selectedKey, text, status, onFilter, onSelect, onEnter } = props
  const messages = useMessages()
  const format = useFormat()
  const { hosts } = messages.stepInstance
  const deferredText = useDeferredValue(text)
  const shown = useMemo(() => filterRows(rows, deferredText, status), [rows, deferredText, status])
  const counts = useMemo(() => countByStatus(rows), [rows])
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowRight') return
    event.preventDefault()
    onEnter()
  }
  return (
    <Rail aria-label={messages.stepInstance.railRegion}>
      <Totals role="status">
        {hostTotals(counts, rows[0]?.executeObject.kind ?? 'host', messages, format)}
      </Totals>
      <SearchField
        label={hosts.filter}
        hint={hosts.filterHint}
        value={text}
        onChange={(filter) => onFilter({ filter })}
      />
      {counts.length > 1 ? (
        <FilterChips
          label={hosts.statusFilter}
          chips={statusChips(counts, messages, format)}
          value={status}
          onChange={(value) => onFilter({ status: value })}
        />
      ) : null}
      <List onKeyDown={handleKeyDown}>
        <VirtualListbox
          label={hosts.name}
          options={shown}
          optionKey={optionKey}
          optionLabel={(row) => hostOptionLabel(row, messages, format)}
          renderOption={renderOption}
          selectedKey={selectedKey}
          onSelect={onSelect}
          selectionFollowsFocus
          rowHeight={hostOptionHeight}
          empty={<NoneMatch onClear={() => onFilter({ filter: '', status: '' })} />}
        />
      </List>
      <Foot>
        {shown === rows ? null : (
          <span role="status">{hosts.shown(format.number(shown.length), format.number(rows.length))}</span>
        )}
        <CopyButton
          text={() => shown.map((row) => row.address).join('\n')}
          label={hosts.copy(shown.length)}
          copiedLabel={messages.common.copied}
          failedLabel={messages.common.copyFailed}
        />
      </Foot>
    </Rail>
  )
}

const optionKey = (row: HostRow) => row.key
const renderOption = (row: HostRow) => <HostOption row={row} />

function NoneMatch({ onClear }: { readonly onClear: () => void }) {
  const { hosts } = useMessages().stepInstance
  return (
    <EmptyState title={hosts.noneMatch} actions={<Button onClick={onClear}>{hosts.clearFilter}</Button>} />
  )
}

/** All, all failures when there are several kinds of them, then each status. */
function statusChips(
  counts: readonly StatusCount[],
  { status, stepInstance: { hosts } }: Messages,
  { number }: Format,
): readonly FilterChip[] {
  const sum = (some: readonly StatusCount[]) => some.reduce((total, { count }) => total + count, 0)
  const failures = counts.filter((one) => one.status !== null && isResultFailed(one.status))
  const allFailures: FilterChip = { value: 'failed', tone: 'bad', label: hosts.failed(number(sum(failures))) }
  return [
    { value: '', tone: null, label: hosts.all(number(sum(counts))) },
    ...(failures.length > 1 ? [allFailures] : []),
    ...counts.flatMap(({ status: code, count }) =>
      code === null
        ? []
        : [
            {
              value: `${code}`,
              tone: resultTone(code),
              label: `${status.hostStatusWord(code)} ${number(count)}`,
            },
          ],
    ),
  ]
}

const Rail = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  minHeight: 0,
  minWidth: 0,
  flex: 1,
})

const Totals = styled('p')({ margin: 0, fontWeight: 600 })

/** The list fills what is left, whatever the height of the parts around it. */
const List = styled('div')(({ theme }) => ({
  position: 'relative',
  flex: '1 1 0',
  minHeight: 140,
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  overflow: 'hidden',
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  '& > *': { position: 'absolute !important', inset: 0 },
}))

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 4,
  fontSize: '0.8125rem',
})
