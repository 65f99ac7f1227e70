import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { type LogSessionState, type StepAddress, useLogStore } from '#api'
import { useTransferWords } from '#i18n'
import { EmptyState, Loading } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { useLasting } from '../use-lasting.ts'
import { addressOfKey } from './address-of-key.ts'
import type { HostRow } from './host-rows.ts'
import { LoadingProgress } from './loading-progress.tsx'
import { PageTitle, type StepTitle } from './page-title.tsx'
import { PastAttempt } from './past-attempt.tsx'
import { putFirst } from './pasted-rows.ts'
import { TransferLog } from './transfer-log.tsx'
import type { SearchLogs } from './transfer-log-search.ts'
import { createTransferMessages } from './transfer-messages.ts'
import { TransferPanel } from './transfer-panel.tsx'
import type { TransferRow } from './transfer-row.ts'
import type { TransferTable } from './transfer-table.ts'
import { createTableMaker } from './transfer-table-maker.ts'
import { createTally } from './transfer-tally.ts'
import { type MissingHosts, TransferTroubles } from './transfer-trouble-list.tsx'
import { TransferUploads } from './transfer-uploads.tsx'
import { sameAddress, withoutTransfers } from './transfer-without.ts'
import { readQuery, type StepInstanceView } from './url.ts'
import { useHeld } from './use-held.ts'
import { useInSlices } from './use-in-slices.ts'
import { useKept } from './use-kept.ts'
import type { ChangeView } from './use-step-view.ts'
import { useThrottled } from './use-throttled.ts'
import { type UsedTransfers, useTransfers } from './use-transfers.ts'

interface FileStepProps {
  readonly address: StepAddress
  /** In rail order: failed hosts are asked for first, after the one of the link. */
  readonly rows: readonly HostRow[]
  readonly finished: boolean
  /** The step is known to have ended: whatever it says, nothing of it is under way. */
  readonly isOver?: boolean
  readonly view: StepInstanceView
  readonly onChange: ChangeView
  /** Window title, without the host. */
  readonly title: StepTitle
}

/** While frames come in, the table is renewed this often: sorting 100,000 rows per frame would freeze it. */
function renewMs({ transfers }: LogSessionState): number {
  return transfers.length > 20_000 ? 1500 : 700
}

/** What comes in before is shown at once, when it is whole: each part of it would move the ones below. */
const partlyAfterMs = 2000

/** A file step; of an earlier attempt only what became of its hosts, since transfers are kept of the newest alone (bk-job B.4). */
export function FileStep({ isNewest = true, ...props }: FileStepProps & { readonly isNewest?: boolean }) {
  return isNewest ? <Transfers {...props} /> : <PastAttempt rows={props.rows} title={props.title} />
}

/** All transfers in one table, and the log of the chosen one. */
function Transfers({ address, rows: hosts, finished, isOver = false, view, onChange, title }: FileStepProps) {
  const { transfer: words, stepInstance } = useTransferWords()
  // The host of the link is asked for before the others; filtering by another later loads nothing again.
  const [firstKey] = useState(view.host)
  const asked = useMemo(() => putFirst(hosts, firstKey), [hosts, firstKey])
  const session = useTransfers(address, asked, !finished)
  const { state } = session
  const loading = state.phase === 'loading'
  const transfers = useThrottled(state.transfers, loading ? renewMs(state) : 0)
  const [maker] = useState(createTableMaker)
  const { completedOnce } = state
  const isLong = useLasting(loading, partlyAfterMs)
  // Known with the table, since that takes a while: rows of a table that was not whole are not to be held in place.
  const { table, whole } =
    useInSlices(
      useMemo(
        () =>
          function* make() {
            return { table: yield* maker.tableOf(transfers), whole: completedOnce }
          },
        [maker, transfers, completedOnce],
      ),
    ).value ?? nothingYet
  const { rows } = table
  const missing = useHeld(useMissing(state.missing, rows), loading && completedOnce)
  const messages = useTransferMessages()
  const searchLogs = useSearchLogs()
  const notes = useNotes(session, table, hosts, missing, !finished)
  const { search } = useLocation()
  const choice = useKept(readQuery(search).transfers)
  const opened = useMemo(
    () => (view.transfer === null ? null : (rows.find((row) => row.key === view.transfer) ?? null)),
    [rows, view.transfer],
  )
  const hostAddress = useMemo(
    () => (view.host === null ? null : addressOfKey(view.host, hosts, rows)),
    [view.host, hosts, rows],
  )
  if (hosts.length === 0) {
    return <EmptyState title={stepInstance.hosts.none.title} meaning={stepInstance.hosts.none.meaning} />
  }
  const nothing = rows.length === 0
  const isEarly = loading && !completedOnce && !isLong
  return (
    <Column>
      <PageTitle title={title} host={hostAddress} />
      {loading && !state.completedOnce ? (
        <LoadingProgress
          state={state}
          transferCount={rows.length}
          answeredHosts={table.hostCount}
          hostCount={hosts.length}
          onStop={session.stop}
        />
      ) : null}
      {!loading && !state.completedOnce && state.problem === null && !nothing ? (
        <div role="status">
          {words.stopped} <Button onClick={() => session.loadRest()}>{words.loadRest}</Button>
        </div>
      ) : null}
      {nothing || isEarly ? (
        <>
          {notes}
          <Nothing loading={loading} finished={finished} failed={state.problem !== null} />
        </>
      ) : (
        <TransferPanel
          notes={notes}
          notBegun={finished ? 0 : missing.keys.length}
          table={table}
          hosts={hosts}
          messages={messages}
          searchLogs={searchLogs}
          view={view}
          choice={choice}
          onChange={onChange}
          hostAddress={hostAddress}
          holding={whole}
          isOver={isOver}
        />
      )}
      {opened === null ? null : (
        <TransferLog
          row={opened}
          table={table}
          view={view}
          onChange={onChange}
          live={!finished}
          receiving={loading}
        />
      )}
    </Column>
  )
}

/**
 * What there is to say of the answers as a whole. While a step runs they come every few seconds: until the next is
 * whole, what was said of the one before stays.
 */
function useNotes(
  { state, sources, fetchSources, stop, loadRest, reloadHosts }: UsedTransfers,
  table: TransferTable,
  hosts: readonly HostRow[],
  missing: MissingHosts,
  live: boolean,
): ReactNode {
  const { phase, completedOnce } = state
  const isHeld = phase === 'loading' && completedOnce
  const problem = useHeld(state.problem, isHeld)
  const failures = useHeld(state.failures, isHeld)
  const nothing = table.rows.length === 0
  return useMemo(
    () => (
      <>
        {problem === null ? null : (
          <ProblemNotice
            problem={problem}
            onRetry={loadRest}
            {...(nothing ? {} : { severity: 'warning' as const, compact: true })}
          />
        )}
        <TransferTroubles
          failures={failures}
          missing={missing}
          hosts={hosts}
          settled={phase !== 'loading' || completedOnce}
          live={live}
          onRetry={reloadHosts}
        />
        {nothing ? null : <TransferUploads {...{ table, phase, live, sources, fetchSources, stop }} />}
      </>
    ),
    [
      problem,
      failures,
      missing,
      hosts,
      live,
      phase,
      completedOnce,
      nothing,
      table,
      sources,
      fetchSources,
      stop,
      loadRest,
      reloadHosts,
    ],
  )
}

interface NothingProps {
  readonly loading: boolean
  readonly finished: boolean
  readonly failed: boolean
}

function Nothing({ loading, finished, failed }: NothingProps) {
  const { transfer: words } = useTransferWords()
  if (loading) return <Loading label={words.loading} lines={8} />
  if (failed) return null
  return finished ? <EmptyState {...words.none} /> : <EmptyState {...words.noneYet} />
}

/** A host the platform lists nothing under may still be the source that others name, or its address be one of another area. */
function useMissing(keys: ReadonlySet<string>, rows: readonly TransferRow[]): MissingHosts {
  const work = useMemo(
    () =>
      function* find() {
        const missing = yield* withoutTransfers(rows, keys)
        return { keys: missing, elsewhere: yield* sameAddress(rows, missing) }
      },
    [rows, keys],
  )
  return useInSlices(work).value ?? noneMissing
}

const noneMissing: MissingHosts = { keys: [], elsewhere: [] }

const nothingYet = { table: createTally().table(), whole: false }

function useSearchLogs(): SearchLogs {
  const store = useLogStore()
  return useCallback((besideId, text, tell) => store().searchMany(besideId, text, tell), [store])
}

function useTransferMessages() {
  const store = useLogStore()
  const [messages] = useState(() => createTransferMessages((documentIds) => store().lastLines(documentIds)))
  useEffect(() => messages.stop, [messages])
  return messages
}

const Column = styled('div')({
  flex: '1 1 0',
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
})
