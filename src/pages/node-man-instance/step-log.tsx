import { styled } from '@mui/material/styles'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { useLogStore } from '#api'
import type { ScopeId } from '#contract'
import { useAdvice, useMessages } from '#i18n'
import { AppLink, EmptyState } from '#ui'
import { type LineSelection, LogViewer, OwnLinks } from '#viewer'
import { logFileName } from '../log-file-name.ts'
import type { ReaderAddress } from '../reader-address.ts'
import { StatusHelp } from '../status-help.tsx'
import { useHostShortcuts } from '../use-host-shortcuts.ts'
import { useReaderProps } from '../use-reader-props.ts'
import { wasEmptied } from '../was-emptied.ts'
import type { LogFindings } from './log-findings.ts'
import { jobLinkPath, nodeManLinkPath, ownPathOf } from './own-path.ts'
import type { StepState } from './step-state.ts'
import type { InstanceStep } from './use-instance.ts'

export interface StepLogProps {
  readonly step: InstanceStep
  /** How the host is called. */
  readonly host: string
  /** The business of the host, where node-man says it. */
  readonly businessId: ScopeId | null
  /** What the page's address asks of the reader. */
  readonly asked: ReaderAddress
  readonly onAskedChange: (change: Partial<ReaderAddress>) => void
  /** The host is not over. */
  readonly live: boolean
  readonly receiving: boolean
  readonly lineHref: (line: LineSelection) => string
  /** There are keys to go to other hosts of the job. */
  readonly hasOthers: boolean
  /** The keyboard is to go to this log. */
  readonly wantsFocus: boolean
  readonly onFocused: () => void
  /** The reader reads here: another step beginning must not take it away. */
  readonly onHold: () => void
}

/** The log of one step, or the words for why it has none, and what it links to on the job platform. */
export function StepLog(props: StepLogProps) {
  const { step, host, businessId, asked, live, receiving, lineHref, onAskedChange, onHold } = props
  const { nodeMan: words } = useMessages()
  const store = useLogStore()
  const { jobId } = useParams()
  const growing = live && step.step.status === 'RUNNING'
  const [wantsFollow, setWantsFollow] = useState<boolean | null>(null)
  // Until the reader decides, a running log is followed, also when it began after the page was opened.
  const follow = wantsFollow ?? (growing && asked.line === null)
  const readerProps = useReaderProps(asked, onAskedChange)
  const hostShortcuts = useHostShortcuts()
  const ownLink = useCallback((href: string) => ownPathOf(href, businessId), [businessId])
  const paneRef = useRef<HTMLDivElement>(null)
  const { wantsFocus, onFocused } = props
  useEffect(() => {
    if (!wantsFocus) return
    const log = paneRef.current?.querySelector<HTMLElement>('[role="log"]')
    const target = log ?? paneRef.current
    target?.focus()
    onFocused()
  }, [wantsFocus, onFocused])
  // A step that is to run again begins anew: its state says so.
  const isEmptied = !wordsWithoutLog.has(step.state) && wasEmptied(store(), step.documentId)
  if (step.logBytes === 0 && !isEmptied)
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
      <Reader data-region="log">
        <OwnLinks value={ownLink}>
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
            pageShortcuts={props.hasOthers ? hostShortcuts : undefined}
            {...readerProps}
          />
        </OwnLinks>
      </Reader>
      {/* Found in the log when it is there: above it they would push it down. */}
      <JobLinks links={step.findings.jobLinks} businessId={businessId} />
      <NodeManLinks links={step.findings.nodeManLinks} />
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

interface JobLinksProps extends Pick<StepLogProps, 'businessId'> {
  readonly links: LogFindings['jobLinks']
}

function JobLinks({ links, businessId }: JobLinksProps) {
  const { nodeMan: words } = useMessages()
  if (links.length === 0) return null
  return (
    <Links>
      <span>{words.jobLinks}:</span>
      {links.map((link) => (
        <AppLink key={link.jobInstanceId} to={jobLinkPath(link, businessId)}>
          {words.jobLink(link.jobInstanceId)}
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
      {links.map((link) => {
        const { nodeManJobId, instanceId } = link
        return (
          <AppLink key={`${nodeManJobId} ${instanceId}`} to={nodeManLinkPath(link)}>
            {instanceId === null ? words.jobTitle(nodeManJobId) : words.hostOfJob(instanceId, nodeManJobId)}
          </AppLink>
        )
      })}
    </Links>
  )
}

const Pane = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  minWidth: 0,
  // A long list of steps is scrolled past its log.
  '@media (min-width: 901px)': { position: 'sticky', top: 12, height: 'max(320px, calc(100dvh - 230px))' },
})

const Reader = styled('div')({
  flex: '1 1 0',
  minHeight: 240,
  minWidth: 0,
  '@media (max-width: 900px)': { flex: 'none', height: '75dvh' },
})

const Links = styled('p')({ display: 'flex', flexWrap: 'wrap', gap: '0 12px', margin: 0 })
