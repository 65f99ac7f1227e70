import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import {
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { isTransferFailed } from '#contract'
import { useFormat, useTransferWords } from '#i18n'
import { EmptyState, Loading, type Sort, VirtualTable } from '#ui'
import { useLasting } from '../use-lasting.ts'
import { findRow, type HostRow } from './host-rows.ts'
import { TransferAbove } from './transfer-above.tsx'
import { transferCellStyles, transferColumns } from './transfer-columns.tsx'
import { TransferExport } from './transfer-export-button.tsx'
import type { TransferFilter } from './transfer-filter.ts'
import { useFolded } from './transfer-folded.ts'
import { TransferFound } from './transfer-found-line.tsx'
import { type LogSearchState, type SearchLogs, useLogSearch } from './transfer-log-search.ts'
import type { TransferMessages } from './transfer-messages.ts'
import { NotAmong } from './transfer-not-among.tsx'
import type { TransferQuestion } from './transfer-order.ts'
import { TransferOverview } from './transfer-overview.tsx'
import { TransferReasonList } from './transfer-reason-list.tsx'
import { type FailureReasons, gatherReasons, knownReason, noReasons } from './transfer-reasons.ts'
import { type TransferRow, touchesHost } from './transfer-row.ts'
import type { TransferTable } from './transfer-table.ts'
import { readTransferText } from './transfer-text.ts'
import { TransferTools } from './transfer-tools.tsx'
import { TransferTotals } from './transfer-totals-line.tsx'
import { useArranged } from './transfer-use-arranged.ts'
import { useChosenFilters } from './transfer-use-chosen.ts'
import { useLines } from './transfer-use-lines.ts'
import {
  transferColumns as columnIds,
  type FileStepChange,
  noTransferChoice,
  type StepInstanceView,
  type TransferChoice,
  type TransferColumn,
} from './url.ts'
import { useInSlices } from './use-in-slices.ts'

export interface TransferPanelProps {
  /** What there is to say of the answers as a whole; keep the identity while it says the same. */
  readonly notes?: ReactNode
  /** Hosts of a step that runs without any transfer so far. */
  readonly notBegun?: number
  /** All transfers; keep the identity while nothing changed. */
  readonly table: TransferTable
  /** The hosts of the step: their result codes say why transfers failed. */
  readonly hosts: readonly HostRow[]
  readonly messages: TransferMessages
  readonly searchLogs: SearchLogs
  readonly view: StepInstanceView
  readonly choice: TransferChoice
  readonly onChange: (change: FileStepChange, how?: 'push' | 'replace') => void
  /** Shown for the host of the view, when it is filtered by one. */
  readonly hostAddress: string | null
  /** What comes now are new states of these transfers: rows keep their places. */
  readonly holding: boolean
  /** The step has ended: nothing is under way any more. */
  readonly isOver?: boolean
}

/** The transfers of a step: totals, reasons, filters, and the table. Kept as it is while only the loading goes on. */
export const TransferPanel = memo(function TransferPanel(props: TransferPanelProps) {
  const { table, hosts, messages, view, choice, onChange, hostAddress, holding, isOver = false } = props
  // Who watched it end goes on reading where everything stood.
  const [wasLive] = useState(!isOver)
  const folded = useFolded(table, view.sort, !wasLive && holding)
  const texts = useTransferWords()
  const { transfer: words } = texts
  const { sort, q: text } = view
  const snapshot = useReadMessages(messages, table.rows, sort?.columnId === 'message')
  const foundReasons = useReasons(table, hosts, messages, snapshot)
  const reasons = foundReasons ?? noReasons
  const reason = knownReason(reasons.reasons, choice.reason)
  const asked = useMemo(() => readTransferText(text), [text])
  const search = useLogSearch(
    props.searchLogs,
    asked.words,
    table.rows[0]?.documentId ?? null,
    holding ? table : null,
  )
  const [again, setAgain] = useState(0)
  const question = useQuestion(
    view,
    { ...choice, reason },
    {
      found: search.found,
      version: search.version,
      reasonKeys: choice.reason === '' ? noReasons.reasonKeys : reasons.reasonKeys,
      messages,
      snapshot: sort?.columnId === 'message' ? snapshot : null,
      again,
    },
  )
  const arranged = useArranged(table, question, holding, search.found).value
  const chosen = useChosenFilters(choice, table, reasons.reasons, hostAddress, view.hosts)
  const rows = arranged?.rows ?? null
  // The table is laid out in a task of its own, after all that stands above it.
  const hasRoom = useDeferredValue(true, false)
  const openLog = useCallback(
    (row: TransferRow) => onChange({ transfer: row.key, line: null }, 'push'),
    [onChange],
  )
  const choosePair = useCallback(
    (pair: FileStepChange) => onChange({ ...pair, show: '' }, 'push'),
    [onChange],
  )
  const chooseReason = useCallback((reason: string) => onChange({ reason }), [onChange])
  const isReady = useReasonsReady(foundReasons, table.rows.length)
  // What stands below the reasons would be pushed down by them.
  if (!isReady) return <Loading label={words.loading} lines={8} />
  return (
    <>
      <TransferTotals table={table} isOver={isOver} notBegun={props.notBegun ?? 0} onOpen={openLog} />
      <TransferAbove isLive={wasLive} isWhole={holding} notes={props.notes}>
        <TransferReasonList found={reasons} chosen={reason} onChoose={chooseReason} live={wasLive} />
      </TransferAbove>
      <TransferTools counts={table.counts} {...{ view, choice, isOver, chosen, onChange }} />
      <TransferFound
        shown={rows?.length ?? null}
        all={table.rows.length}
        search={asked.words.length === 0 ? null : search}
        outOfPlace={arranged?.outOfPlace ?? 0}
        onAgain={() => setAgain(again + 1)}
        folded={folded}
        live={wasLive}
      >
        <NotAmong table={table} hosts={hosts} asked={`${view.hosts} ${asked.hosts.join(' ')}`.trim()} />
        <TransferExport rows={rows ?? []} isOver={isOver} messages={messages} />
      </TransferFound>
      <Room>
        {rows === null || !hasRoom ? (
          <Loading label={words.loading} lines={8} />
        ) : choice.show === 'overview' ? (
          <TransferOverview rows={rows} isOver={isOver} onChoose={choosePair} />
        ) : (
          <Lines {...props} rows={rows} onOpen={openLog} folded={folded} />
        )}
      </Room>
    </>
  )
})

interface LinesProps extends TransferPanelProps {
  readonly rows: readonly TransferRow[]
  readonly onOpen: (row: TransferRow) => void
  readonly folded: ReadonlySet<TransferColumn>
}

/** The table itself, gathered or plain. */
function Lines(props: LinesProps) {
  const { rows, onOpen, table, messages, view, choice, onChange, folded, isOver = false } = props
  const texts = useTransferWords()
  const format = useFormat()
  const { transfer: words } = texts
  const { items, openGroups, toggle } = useLines(rows, choice.group, view.sort)
  const unknownHost = rows.length === 0 ? hostOfNothing(props) : null
  const { uploads } = table
  const narrow = useMediaQuery('(max-width: 600px)')
  // Nothing of the table but this: cells would be rendered again for every transfer that comes in.
  const columns = useMemo(
    () =>
      transferColumns(
        {
          uploads,
          messages,
          isOver,
          grouping: choice.group,
          narrow,
          folded,
          openGroups,
          onToggle: toggle,
          onOpen,
        },
        texts,
        format,
      ),
    [uploads, messages, isOver, choice.group, narrow, folded, openGroups, toggle, onOpen, texts, format],
  )
  return (
    <VirtualTable
      label={words.title}
      rows={items}
      columns={columns}
      rowKey={itemKey}
      sort={view.sort}
      isSorted
      onSortChange={(sort) => onChange({ sort: knownSort(sort) })}
      selectedKey={view.transfer}
      shownKey={view.transfer}
      onActivate={(item) => ('members' in item ? toggle(item.key) : onOpen(item))}
      empty={
        <EmptyState
          title={words.noneMatch}
          {...(unknownHost === null ? {} : { meaning: words.unknownHost(unknownHost) })}
          actions={
            <Button onClick={() => onChange({ ...noFilters, group: choice.group })}>
              {words.clearFilters}
            </Button>
          }
        />
      }
    />
  )
}

/** The host that is filtered by, where neither the step nor any of its transfers knows it. */
function hostOfNothing({ view: { host }, hosts, table, hostAddress }: LinesProps): string | null {
  if (host === null || findRow(hosts, host) !== undefined) return null
  return table.rows.some((row) => touchesHost(row, host)) ? null : (hostAddress ?? host)
}

const noFilters: FileStepChange = { ...noTransferChoice, q: '', status: '', host: null, hosts: '' }

const itemKey = (item: { readonly key: string }) => item.key

function knownSort(sort: Sort | null): StepInstanceView['sort'] {
  const columnId = columnIds.find((id) => id === sort?.columnId)
  return sort === null || columnId === undefined ? null : { columnId, descending: sort.descending }
}

/** Reads every message once a sort needs them all, and failed ones anyway: they are what people look for. */
function useReadMessages(messages: TransferMessages, rows: readonly TransferRow[], all: boolean) {
  const snapshot = useSyncExternalStore(messages.subscribe, messages.snapshot)
  useEffect(() => {
    const failedEnd = rows.findIndex((row) => !isTransferFailed(row.status))
    messages.want(all || failedEnd === -1 ? rows : rows.slice(0, failedEnd))
    return all ? messages.stop : undefined
  }, [messages, rows, all])
  return snapshot
}

/** Logs that are read for their reasons are waited for so long, and those of a table as large as this not at all. */
const reasonsWithinMs = 500
const largeRows = 2000

/** Whether the reasons have been read, or took long, at least once: what was shown stays. */
function useReasonsReady(found: FailureReasons | null, rowCount: number): boolean {
  const isRead = found !== null && (found.unread === 0 || rowCount >= largeRows)
  const isLong = useLasting(!isRead, reasonsWithinMs)
  const wasReady = useRef(false)
  wasReady.current ||= found !== null && (isRead || isLong)
  return wasReady.current
}

/** `null` until they were gathered for the first time. */
function useReasons(
  { rows }: TransferTable,
  hosts: readonly HostRow[],
  messages: TransferMessages,
  snapshot: unknown,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the snapshot says that messages have been read
  const work = useMemo(
    () => () => gatherReasons(rows, hosts, messages.get),
    [rows, hosts, messages, snapshot],
  )
  return useInSlices(work).value
}

interface QuestionSource {
  readonly found: LogSearchState['found']
  readonly version: number
  readonly reasonKeys: ReadonlyMap<string, string>
  readonly messages: TransferMessages
  /** Only when the answer depends on the messages. */
  readonly snapshot: unknown
  readonly again: number
}

/** A new object only when another order is asked for, not when rows merely have new states. */
function useQuestion(
  view: StepInstanceView,
  choice: TransferChoice,
  source: QuestionSource,
): TransferQuestion {
  const { q: text, status, host, hosts, sort } = view
  const { from, to, file, reason } = choice
  const { found, version, reasonKeys, messages, snapshot, again } = source
  const columnId = sort?.columnId ?? null
  const descending = sort?.descending ?? false
  // Logs that grew and hold the text only now do not make it another question.
  const latest = useRef(found)
  latest.current = found
  const filter = useMemo<TransferFilter>(
    () => ({ text, status, host, hosts, from, to, file, reason }),
    [text, status, host, hosts, from, to, file, reason],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: version, snapshot and again stand for what they count
  return useMemo(
    () => ({
      filter,
      knowledge: {
        inLog: (documentId, word) => latest.current.get(word)?.has(documentId) === true,
        reasonOf: (row) => reasonKeys.get(row.key),
      },
      sort: columnId === null ? null : { columnId, descending },
      messageOf: (row) => messages.get(row) ?? '',
    }),
    [filter, version, reasonKeys, columnId, descending, messages, snapshot, again],
  )
}

const Room = styled('div')(({ theme }) => ({
  position: 'relative',
  flex: '2 1 0',
  minHeight: 280,
  '& > *': { position: 'absolute !important', inset: 0 },
  ...transferCellStyles(theme),
  // On a phone a row is wider than the screen: what became of it stays in view while the rest is scrolled.
  [theme.breakpoints.down('sm')]: {
    '& [role="columnheader"]:first-of-type, & [role="gridcell"]:first-of-type': {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      height: '100%',
      alignItems: 'center',
      boxSizing: 'border-box',
      backgroundColor: (theme.vars ?? theme).palette.background.paper,
      borderInlineEnd: `1px solid ${(theme.vars ?? theme).palette.divider}`,
    },
  },
}))
