import { styled } from '@mui/material/styles'
import { nodeManTone, type Problem } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, monospace } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { Callout } from './callout.tsx'
import { CurrentStepNotice } from './current-step-notice.tsx'
import { type Cause, firstCause } from './first-error.ts'
import { areAllCleanedUp } from './step-state.ts'
import type { InstanceData } from './use-instance.ts'

export interface InstanceNoticesProps {
  readonly data: InstanceData
  /** Address of the line that says why the host failed. */
  readonly addressOf: (cause: Cause) => string
}

/** What has to be said before the steps: failures of asking, a new attempt, logs gone, the first error. */
export function InstanceNotices({ data, addressOf }: InstanceNoticesProps) {
  const { nodeMan: words, jobInstance } = useMessages()
  const { steps, outcome, attempt, attempts } = data
  const cause = firstCause(steps)
  return (
    <>
      <Problems data={data} />
      {attempt === null ? null : (
        <AttemptNotice beganAt={attempt.beganAt} isOlderKept={attempts.length > 1} />
      )}
      {areAllCleanedUp(steps, outcome) ? (
        <Callout tone="odd" title={words.allCleanedUp}>
          {words.allCleanedUpMeaning}
        </Callout>
      ) : null}
      <CurrentStepNotice data={data} />
      {cause === null && isCauseAwaited(data) ? (
        <Callout tone="bad" title={jobInstance.lookingForError}>
          <CauseRoom />
        </Callout>
      ) : null}
      {cause === null ? null : <CauseNotice cause={cause} to={addressOf(cause)} />}
    </>
  )
}

/** The host failed, and logs that may say why are still to come or to be looked through. */
function isCauseAwaited({ outcome, steps, session: { state } }: InstanceData): boolean {
  if (outcome === null || nodeManTone(outcome) !== 'bad' || state.problem !== null) return false
  return !state.completedOnce || steps.some(({ isLookedThrough }) => !isLookedThrough)
}

/** A log that failed to load stands above what was loaded before; the job's facts are only a complement. */
function Problems({ data: { session, steps, problem, refetch } }: { readonly data: InstanceData }) {
  const { state, reload } = session
  const waiting = state.problem?.kind === 'not-ready'
  return (
    <>
      {state.problem === null || waiting ? null : (
        <ProblemNotice
          problem={state.problem}
          onRetry={() => reload()}
          severity={steps.length === 0 ? 'error' : 'warning'}
        />
      )}
      {state.failures.map((failure) => (
        <ProblemNotice
          key={failure.problem.requestId}
          problem={failure.problem}
          onRetry={() => reload()}
          severity="warning"
        />
      ))}
      {problem === null || (state.problem !== null && !waiting) ? null : (
        <NoFacts problem={problem} onRetry={refetch} />
      )}
    </>
  )
}

/** Where only the log call is offered (spec 3), nothing is wrong: the steps below are all there is. */
function NoFacts({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) {
  const { nodeMan: words } = useMessages()
  if (problem.kind !== 'not-offered') {
    return <ProblemNotice problem={problem} onRetry={onRetry} severity="warning" compact />
  }
  return (
    <Callout tone="idle" title={words.factsNotOffered}>
      {words.factsNotOfferedMeaning}
    </Callout>
  )
}

interface AttemptNoticeProps {
  readonly beganAt: number | null
  /** The attempt before can be chosen above. */
  readonly isOlderKept: boolean
}

function AttemptNotice({ beganAt, isOlderKept }: AttemptNoticeProps) {
  const { nodeMan: words } = useMessages()
  const { dateTime } = useFormat()
  const title = beganAt === null ? words.newAttemptUntimed : words.newAttempt(dateTime(beganAt))
  return (
    <Callout tone="busy" title={title}>
      {words.newAttemptMeaning} {isOlderKept ? words.attemptBefore : words.attemptGone}
    </Callout>
  )
}

function CauseNotice({ cause, to }: { readonly cause: Cause; readonly to: string }) {
  const { nodeMan: words } = useMessages()
  const { number } = useFormat()
  const { kind, stepIndex, line } = cause
  const title = words.causes[kind](stepIndex + 1)
  return (
    <Callout tone={kind === 'stopped' ? 'odd' : 'bad'} title={title}>
      <CauseRoom>
        <Quote>{line.text}</Quote> <AppLink to={to}>{words.goToLine(number(line.lineNumber))}</AppLink>
      </CauseRoom>
    </Callout>
  )
}

/** What is found must not push down the timeline: there is room for a line of it from the start, on a phone three. */
const CauseRoom = styled('div')({ minHeight: '1lh', '@media (max-width: 600px)': { minHeight: '3lh' } })

const Quote = styled('q')({ fontFamily: monospace, fontSize: '0.8125rem', '& + a': { whiteSpace: 'nowrap' } })
