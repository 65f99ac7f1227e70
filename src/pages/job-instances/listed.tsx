import useMediaQuery from '@mui/material/useMediaQuery'
import { useRef } from 'react'
import { isRunFinished, type JobInstancePage, type Scope } from '#contract'
import { useFormat, useHistoryMessages } from '#i18n'
import { SelectField, type Sort, type TableHandle } from '#ui'
import type { Compared } from '../compared-run.ts'
import { PagedRows, Pager, PagerRow, RowsNote } from '../pager.tsx'
import { HistoryEmpty, useLastReachable } from './history-empty.tsx'
import { hasNextPage } from './history-query.ts'
import { HistoryTable } from './history-table.tsx'
import { LookMenu } from './look-menu.tsx'
import { RefineBar } from './refine-bar.tsx'
import { RunsPanel } from './runs-panel.tsx'
import { SortChoice } from './sort-choice.tsx'
import { useTableLook } from './table-look.ts'
import { rangeBounds } from './time-range.ts'
import { type HistoryUrl, pageSizes } from './url.ts'
import { useFilterKey } from './use-filter-key.ts'
import { useRefinedRows } from './use-refined-rows.ts'

/** What the generation in force allows (bk-job A.2, A.6); `null` is no limit. */
interface HistoryLimits {
  readonly maxSpanDays: number | null
  readonly maxStart: number | null
}

export interface ListedProps {
  readonly scope: Scope
  readonly page: JobInstancePage
  readonly url: HistoryUrl
  readonly asOf: number
  /** The rows still belong to the filters before these. */
  readonly changing: boolean
  readonly limits: HistoryLimits
  readonly addressOf: (change: Partial<HistoryUrl>) => string
  /** Changes the address without asking anew, and without a step for the back button. */
  readonly onRefine: (change: Partial<HistoryUrl>) => void
  /** Asks anew, with a step for the back button. */
  readonly onFilter: (change: Partial<HistoryUrl>) => void
}

/** One page of history, and what is done to its rows here. */
export function Listed(props: ListedProps) {
  const { page, url, changing, limits, addressOf } = props
  if (page.items.length === 0 && !changing)
    return <HistoryEmpty url={url} maxSpanDays={limits.maxSpanDays} addressOf={addressOf} />
  return <Rows {...props} />
}

function Rows(props: ListedProps) {
  const { scope, page, url, asOf, changing, onRefine } = props
  const { items } = page
  const rows = useRefinedRows(items, url)
  const [look, changeLook] = useTableLook()
  const field = useRef<HTMLInputElement>(null)
  const table = useRef<TableHandle>(null)
  const isNarrow = useMediaQuery('(max-width: 600px)')
  useFilterKey(field)
  const setSort = (sort: Sort | null) => onRefine({ sort })
  const runs = url.runsOf
  const setCompared = (compared: Compared | null) => onRefine({ compared })
  return (
    <PagedRows aria-busy={changing}>
      <RefineBar
        items={items}
        shownCount={rows.length}
        refinement={url}
        onChange={onRefine}
        inputRef={field}
        onEnterRows={() => table.current?.focusFirst()}
      >
        {isNarrow ? <SortChoice columns={look.columns} sort={url.sort} onSort={setSort} /> : null}
        <LookMenu look={look} onChange={changeLook} />
      </RefineBar>
      <HistoryTable
        items={items}
        rows={rows}
        asOf={asOf}
        look={look}
        isNarrow={isNarrow}
        sort={url.sort}
        onSort={setSort}
        runsOf={runs}
        onRuns={(runsOf) => onRefine({ runsOf, compared: null })}
        tableRef={table}
      />
      <HistoryFooter {...props} />
      {runs === null ? null : (
        <RunsPanel
          scope={scope}
          id={runs}
          row={items.find(({ id }) => id === runs) ?? null}
          span={rangeBounds(url.range, asOf)}
          compared={url.compared}
          onCompare={setCompared}
          onClose={() => onRefine({ runsOf: null, compared: null })}
        />
      )}
    </PagedRows>
  )
}

function HistoryFooter(props: ListedProps) {
  const { page, url, asOf, limits, addressOf, onFilter } = props
  const words = useHistoryMessages()
  const sayLast = useLastReachable()
  const { number, dateTime } = useFormat()
  const { items, total, start, length } = page
  const { maxSpanDays, maxStart } = limits
  const from = number(items.length === 0 ? 0 : start + 1)
  const to = number(start + items.length)
  const live = items.some(({ status }) => !isRunFinished(status))
  const isLast = maxStart !== null && start + length > maxStart && items.length >= length
  return (
    <>
      <PagerRow>
        <Pager
          label={words.pages}
          text={total === null ? words.rowsWithoutTotal(from, to) : words.rows(from, to, total)}
          hasNext={hasNextPage(page, maxStart)}
          pageNumber={url.pageNumber}
          addressOf={addressOf}
        />
        <SelectField
          label={words.pageSize}
          value={`${url.pageSize}`}
          options={pageSizes.map((size) => ({ value: `${size}`, label: `${size}` }))}
          onChange={(value) => onFilter({ pageSize: Number(value) })}
        />
      </PagerRow>
      {isLast ? <RowsNote role="status">{sayLast(maxStart, length)}</RowsNote> : null}
      <RowsNote>
        {words.asOf(dateTime(asOf))}
        {live ? ` · ${words.live}` : null} · {words.keys}
      </RowsNote>
      <RowsNote>{maxSpanDays === null ? words.limitsWithoutSpan : words.limits(maxSpanDays)}</RowsNote>
    </>
  )
}
