import { styled } from '@mui/material/styles'
import { memo, useEffect, useMemo, useRef } from 'react'
import { type LogSessionState, type StepAddress, stepLogSource, useLogSession } from '#api'
import { useMessages } from '#i18n'
import { EmptyState, Loading, lazyPart } from '#ui'
import type { ReaderAddress } from '../reader-address.ts'
import {
  askedOfHost,
  type ChosenHost,
  chooseRow,
  isUnfinished,
  useChooseHost,
  useHostKey,
  useSettledKey,
} from './chosen-host.ts'
import { HostHeading } from './host-heading.tsx'
import { HostLog } from './host-log.tsx'
import type { HostRow } from './host-rows.ts'
import { logQuestion } from './log-question.ts'
import { Notice } from './notice.tsx'
import { PageTitle, type StepTitle } from './page-title.tsx'
import { Panes } from './panes.tsx'
import { RailPart } from './rail-part.tsx'
import { isFiltered, type StepInstanceView } from './url.ts'
import { useKept } from './use-kept.ts'
import { useLineHref } from './use-line-href.ts'
import { useLogFacts } from './use-log-facts.ts'
import type { ChangeView, RailQuery } from './use-step-view.ts'

const HiddenHere = lazyPart(async () => (await import('./host-rail.tsx')).HiddenHere)

/** What upstream says a step's logs are; decides where the step's type does not. */
export type LogType = 'script' | 'file' | 'none'

interface ScriptStepProps {
  readonly address: StepAddress
  /** In rail order. */
  readonly rows: readonly HostRow[]
  readonly finished: boolean
  /** Of the step, epoch ms. */
  readonly endedAt: number | null
  readonly view: StepInstanceView
  readonly onChange: ChangeView
  readonly rail: RailQuery
  readonly onLogType: (logType: LogType) => void
  /** Window title, without the host. */
  readonly title: StepTitle
}

/** A script or SQL step: the hosts, and the log of the chosen one. */
export function ScriptStep(props: ScriptStepProps) {
  const { address, rows, finished, endedAt, view, onChange, rail, onLogType, title } = props
  const { hosts, loading } = useMessages().stepInstance
  const sought = useHostKey(rows, view.host, rail.view)
  const key = sought ?? null
  const settledKey = useSettledKey(key)
  const chosen = useMemo(() => chooseRow(rows, key), [rows, key])
  const shown = useMemo(() => chooseRow(rows, settledKey), [rows, settledKey]) ?? chosen
  const choose = useChooseHost(onChange)
  const [facts, learn, leave, onFacts] = useLogFacts()
  const asked = useKept<ReaderAddress>({ line: view.line, search: view.search })
  if (sought === undefined) return <Loading label={loading} lines={8} />
  if (chosen === null || shown === null) {
    return (
      <>
        <PageTitle title={title} />
        <EmptyState title={hosts.none.title} meaning={hosts.none.meaning} />
      </>
    )
  }
  return (
    <Panes
      chosen={chosen.row.address}
      notice={
        isFiltered(rail.view) ? <HiddenHere rows={rows} openedKey={chosen.row.key} query={rail} /> : null
      }
      rail={(enterLog) => (
        <RailPart
          rows={rows}
          openedKey={chosen.listed ? chosen.row.key : null}
          query={rail}
          facts={facts}
          logs={{ address, onFacts }}
          {...(finished ? { endedAt } : {})}
          onOpen={(row) => choose(row.key)}
          onEnter={enterLog}
          fileName={`step-${address.stepInstanceId}-hosts`}
        />
      )}
      reader={
        <>
          <PageTitle title={title} host={chosen.row.address} />
          <Seen data-leaving={shown.row.key !== chosen.row.key || undefined}>
            <HostHeading row={shown.row} address={address} isOver={finished} />
            <SingleHost
              // A new host is a new log: nothing of the one before may show under its name.
              key={shown.row.key}
              address={address}
              host={shown}
              chosenKey={chosen.row.key}
              unfinished={isUnfinished(shown.row, finished)}
              asked={asked}
              onChange={onChange}
              onLogType={onLogType}
              onState={learn}
              onLeave={leave}
            />
          </Seen>
        </>
      }
    />
  )
}

interface SingleHostProps extends Pick<ScriptStepProps, 'address' | 'onChange' | 'onLogType'> {
  /** Keep the identity while it says the same. */
  readonly asked: ReaderAddress
  readonly host: ChosenHost
  /** Another one's while this one is about to give way to it. */
  readonly chosenKey: string
  readonly unfinished: boolean
  /** Told whatever the log's stream tells. */
  readonly onState: (state: LogSessionState) => void
  /** Told when the log is asked for no more. */
  readonly onLeave: (key: string) => void
}

/** The log of one host; filtering the hosts beside it does not render it again. */
const SingleHost = memo(function SingleHost(props: SingleHostProps) {
  const { address, host, chosenKey, unfinished, asked, onChange, onLogType, onState, onLeave } = props
  const { hosts } = useMessages().stepInstance
  const { row, listed } = host
  const question = JSON.stringify(logQuestion([row]))
  const source = useMemo(() => stepLogSource(address, JSON.parse(question)), [address, question])
  const session = useLogSession(source, unfinished)
  const lineHref = useLineHref(row.key)
  const { state } = session
  const { logType } = state
  useEffect(() => onState(state), [state, onState])
  useEffect(() => () => onLeave(row.key), [row.key, onLeave])
  useEffect(() => {
    if (logType !== null) onLogType(logType)
  }, [logType, onLogType])
  useReloadAtEnd(unfinished, session.reload)
  return (
    <>
      {listed ? null : <Notice>{hosts.notListed(row.address)}</Notice>}
      <HostLog
        session={session}
        hostKey={row.key}
        address={row.address}
        unfinished={unfinished}
        asked={asked}
        onAskedChange={(change) => onChange(askedOfHost(change, row.key, chosenKey))}
        lineHref={lineHref}
      />
    </>
  )
})

/** One last look when the host has finished: its last lines may have come after the last poll. */
function useReloadAtEnd(unfinished: boolean, reload: () => void): void {
  const before = useRef(unfinished)
  useEffect(() => {
    if (before.current && !unfinished) reload()
    before.current = unfinished
  }, [unfinished, reload])
}

/**
 * Whose log is seen. While it is about to give way to that of the host chosen since, nothing can be pressed in it: lines
 * chosen there would be those of a host that is no longer asked for.
 */
const Seen = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  flex: '1 1 0',
  minWidth: 0,
  minHeight: 0,
  '&[data-leaving]': { cursor: 'progress', opacity: 0.6, '& > *': { pointerEvents: 'none' } },
})
