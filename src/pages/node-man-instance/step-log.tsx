import { styled } from '@mui/material/styles'
import { useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { useLogStore } from '#api'
import { type NodeManInstanceId, type NodeManJobId, nodeManInstancePath, nodeManJobPath } from '#contract'
import { useAdvice, useMessages } from '#i18n'
import { AppLink, EmptyState } from '#ui'
import { type LineSelection, LogViewer } from '#viewer'
import { logFileName } from '../log-file-name.ts'
import type { ReaderAddress } from '../reader-address.ts'
import { StatusHelp } from '../status-help.tsx'
import { useReaderProps } from '../use-reader-props.ts'
import type { LogFindings } from './log-findings.ts'
import type { StepState } from './step-state.ts'
import type { InstanceStep } from './use-instance.ts'

export interface StepLogProps {
  readonly step: InstanceStep
  /** How the host is called. */
  readonly host: string
  /** What the page's address asks of the reader. */
  readonly asked: ReaderAddress
  readonly onAskedChange: (change: Partial<ReaderAddress>) => void
  /** The host is not over. */
  readonly live: boolean
  readonly receiving: boolean
  readonly lineHref: (line: LineSelection) => string
  /** The keyboard is to go to this log. */
  readonly wantsFocus: boolean
  readonly onFocused: () => void
  /** The reader reads here: another step beginning must not take it away. */
  readonly onHold: () => void
}

/** The log of one step, or the words for why it has none, and what it links to on the job platform. */
export function StepLog(props: StepLogProps) {
  const { step, host, asked, live, receiving, lineHref, onAskedChange, onHold } = props
  const { nodeMan: words } = useMessages()
  const store = useLogStore()
  const { jobId } = useParams()
  const growing = live && step.step.status === 'RUNNING'
  const [wantsFollow, setWantsFollow] = useState<boolean | null>(null)
  // Until the reader decides, a running log is followed, also when it began after the page was opened.
  const follow = wantsFollow ?? (growing && asked.line === null)
  const readerProps = useReaderProps(asked, onAskedChange)
  const paneRef = useRef<HTMLDivElement>(null)
  const { wantsFocus, onFocused } = props
  useEffect(() => {
    if (!wantsFocus) return
    const log = paneRef.current?.querySelector<HTMLElement>('[role="log"]')
    const target = log ?? paneRef.current
    target?.focus()
    onFocused()
  }, [wantsFocus, onFocused])
  if (step.logBytes === 0)
    return (
      <Pane ref={paneRef} tabIndex={-1}>
        <StepHelp step={step} />
        <NoLog step={step} />
      </Pane>
    )
  const handleFollow = (following: boolean) => {
    setWantsFollow(following)
    if (!following) onHold()
  }
  return (
    <Pane ref={paneRef} tabIndex={-1}>
      <StepHelp step={step} />
      <JobLinks ids={step.findings.jobInstanceIds} />
      <NodeManLinks links={step.findings.nodeManLinks} />
      <Reader data-region="log">
        <LogViewer
          store={store()}
          documentId={step.documentId}
          label={words.logOf(host, step.step.name)}
          follow={follow}
          onFollowChange={handleFollow}
          live={growing}
          receiving={receiving}
          downloadName={logFileName(jobId, host, `step-${step.step.index + 1}`, step.step.name)}
          lineHref={lineHref}
          {...readerProps}
        />
      </Reader>
    </Pane>
  )
}

/** What the state of the step means and what to do; of one that went well, or goes on, there is nothing to say. */
function StepHelp({ step: { state } }: { readonly step: InstanceStep }) {
  const { nodeMan: words } = useMessages()
  const advice = useAdvice()
  const nextStep = advice('nodeManStep', state)
  if (nextStep === null) return null
  return <StatusHelp meaning={words.stepStates[state].meaning} nextStep={nextStep} />
}

/** States that say by themselves why there is no log. */
const wordsWithoutLog: ReadonlySet<StepState> = new Set([
  'waiting',
  'waiting-or-cleaned-up',
  'not-reached',
  'cleaned-up',
])

function NoLog({ step: { state } }: { readonly step: InstanceStep }) {
  const { nodeMan: words } = useMessages()
  const { word, meaning } = words.stepStates[state]
  if (state === 'running' || state === 'waiting-for-person')
    return <EmptyState title={words.noLogYet} meaning={meaning} />
  const told = wordsWithoutLog.has(state)
  return <EmptyState title={told ? word : words.noLog} meaning={told ? meaning : words.noLogMeaning} />
}

/**
 * Built from the id in the log, never from its address: that is upstream text, and its host was wrong before
 * (bk-nodeman D2).
 */
function JobLinks({ ids }: { readonly ids: readonly string[] }) {
  const { nodeMan: words } = useMessages()
  if (ids.length === 0) return null
  return (
    <Links>
      <span>{words.jobLinks}:</span>
      {ids.map((id) => (
        <AppLink key={id} to={`/api_execute/${id}`}>
          {words.jobLink(id)}
        </AppLink>
      ))}
    </Links>
  )
}

/** What node-man's own links lead to, inside Joblens. */
function NodeManLinks({ links }: { readonly links: LogFindings['nodeManLinks'] }) {
  const { nodeMan: words } = useMessages()
  if (links.length === 0) return null
  return (
    <Links>
      <span>{words.nodeManLinks}:</span>
      {links.map(({ nodeManJobId, instanceId }) => (
        <AppLink
          key={`${nodeManJobId} ${instanceId}`}
          to={
            instanceId === null
              ? nodeManJobPath(nodeManJobId as NodeManJobId)
              : nodeManInstancePath(nodeManJobId as NodeManJobId, instanceId as NodeManInstanceId)
          }
        >
          {instanceId === null ? words.jobTitle(nodeManJobId) : words.hostOfJob(instanceId, nodeManJobId)}
        </AppLink>
      ))}
    </Links>
  )
}

const Pane = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  minWidth: 0,
  // A long list of steps is scrolled past its log.
  '@media (min-width: 901px)': { position: 'sticky', top: 12 },
})

const Reader = styled('div')({
  height: 'max(320px, calc(100dvh - 230px))',
  minWidth: 0,
  '@media (max-width: 900px)': { height: '75dvh' },
})

const Links = styled('p')({ display: 'flex', flexWrap: 'wrap', gap: '0 12px', margin: 0 })
