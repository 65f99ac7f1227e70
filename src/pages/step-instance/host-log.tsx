import { styled } from '@mui/material/styles'
import { useParams } from 'react-router'
import { type UsedLogSession, useLogStore } from '#api'
import { useMessages } from '#i18n'
import { EmptyState } from '#ui'
import type { LineSelection } from '#viewer'
import { Awaited, AwaitedRest } from '../awaited.tsx'
import { logFileName } from '../log-file-name.ts'
import { ProblemNotice } from '../problem-notice.tsx'
import type { ReaderAddress } from '../reader-address.ts'
import { useHostShortcuts } from '../use-host-shortcuts.ts'
import { logWait } from '../wait.ts'
import { wasEmptied } from '../was-emptied.ts'
import { type HostLogState, readHostLog } from './host-log-state.ts'
import { LogReader } from './log-reader.tsx'
import { Notice } from './notice.tsx'

export interface HostLogProps {
  readonly session: UsedLogSession
  /** Key and shown address of the host. */
  readonly hostKey: string
  readonly address: string
  /** Host and step may still print something. */
  readonly unfinished: boolean
  /** What the page's address asks of the reader. */
  readonly asked: ReaderAddress
  readonly onAskedChange: (change: Partial<ReaderAddress>) => void
  /** Address of lines of this host's log. */
  readonly lineHref: (line: LineSelection) => string
}

/** One host's log, or the words for why there is none. */
export function HostLog(props: HostLogProps) {
  const { session, hostKey, address, unfinished, asked, onAskedChange, lineHref } = props
  const { log } = useMessages().stepInstance
  const { jobInstanceId, stepInstanceId } = useParams()
  const shortcuts = useHostShortcuts()
  const store = useLogStore()
  const state = readHostLog(session.state, hostKey, unfinished, (documentId) =>
    wasEmptied(store(), documentId),
  )
  const retry = () => session.loadRest()
  return (
    <Column>
      {session.state.unreadableFrames === 0 ? null : (
        <Notice>{log.unreadable(session.state.unreadableFrames)}</Notice>
      )}
      {state.kind === 'text' ? (
        <>
          <AwaitedRest wait={logWait(session)} />
          {state.problem === null ? null : (
            <ProblemNotice problem={state.problem} onRetry={retry} severity="warning" compact />
          )}
          <LogReader
            documentId={state.documentId}
            label={log.name(address)}
            asked={asked}
            onAskedChange={onAskedChange}
            live={unfinished}
            receiving={session.state.phase === 'loading'}
            downloadName={logFileName(jobInstanceId, stepInstanceId, address)}
            lineHref={lineHref}
            pageShortcuts={shortcuts}
          />
        </>
      ) : (
        <WithoutText session={session} state={state} address={address} onRetry={retry} />
      )}
    </Column>
  )
}

interface WithoutTextProps extends Pick<HostLogProps, 'session'> {
  readonly state: Exclude<HostLogState, { readonly kind: 'text' }>
  readonly address: string
  readonly onRetry: () => void
}

function WithoutText({ session, state, address, onRetry }: WithoutTextProps) {
  const { log } = useMessages().stepInstance
  if (state.kind === 'loading' || state.kind === 'stopped')
    return <Awaited wait={logWait(session)} what={(words) => words.log(address)} lines={8} />
  if (state.kind === 'problem') return <ProblemNotice problem={state.problem} onRetry={onRetry} />
  const words = {
    empty: log.empty,
    null: log.nullLog,
    'not-yet': log.notYet,
    none: log.none,
    confirmation: log.confirmation,
  }[state.kind]
  return <EmptyState title={words.title} meaning={words.meaning} />
}

const Column = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  flex: '1 1 0',
  minHeight: 0,
  minWidth: 0,
})
