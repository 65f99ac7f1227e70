import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  capabilitiesQuery,
  type LogEntry,
  nodeManAttemptsQuery,
  nodeManLogSource,
  type UsedLogSession,
  useApi,
  useLogSession,
} from '#api'
import type {
  NodeManAttempt,
  NodeManLogParams,
  NodeManStep,
  NodeManStepFrame,
  NodeManTaskId,
} from '#contract'
import { useAdviceAwaited } from '#i18n'
import { useLasting } from '../use-lasting.ts'
import { followAttempt, type NewAttempt } from './attempt.ts'
import type { LogFindings } from './log-findings.ts'
import { isUnfinished, type ReadStep, type StepState, stepStates, toldOutcome } from './step-state.ts'
import { type Findings, findingsOf, isLookedThrough, useFindings } from './use-findings.ts'
import { type NodeManHost, useNodeManHost } from './use-node-man-host.ts'
import { usePolling, useReadAgain } from './use-polling.ts'

/** One step with everything the page knows of it. */
export interface InstanceStep extends ReadStep {
  readonly state: StepState
  readonly findings: LogFindings
  /** Whether its log was looked through; one without a word needs no look. */
  readonly isLookedThrough: boolean
  /** Where its log is in the log store. */
  readonly documentId: string
}

/** Everything about one host of a node-man job. */
export interface InstanceData extends NodeManHost {
  readonly session: UsedLogSession
  /** None while they are coming, so that all come at once. */
  readonly steps: readonly InstanceStep[]
  readonly isComing: boolean
  /** It may still change, and is looked at again. */
  readonly live: boolean
  /** It is no longer looked at, since nothing has begun for long and nobody tells whether anything will. */
  readonly isGivenUp: boolean
  /** A retry that began while this was open. */
  readonly attempt: NewAttempt | null
  /** All attempts there are, oldest first; empty when there is only one, or nobody knows. */
  readonly attempts: readonly NodeManAttempt[]
}

/** Steps of which nobody tells whether they wait or were cleaned up are asked for this long (bk-nodeman C6.5). */
const longestWaitMs = 120_000

/** Steps that come in before are shown at once, with the last of them: each would move what stands below. */
const partlyAfterMs = 1000

const noEntries: readonly LogEntry<NodeManStepFrame>[] = []

/** Reads the steps and the state of a host, and keeps reading while it is not over. */
export function useInstance(address: NodeManLogParams, taskId: NodeManTaskId | null): InstanceData {
  const newest = useNodeManHost(address)
  const session = useLogSession(nodeManLogSource(address, taskId), false)
  const { state } = session
  const findings = useFindings(state)
  const [marker, setMarker] = useState<number | null>(null)
  const attempts = useAttempts(address, marker, newest.outcome)
  const older = taskId === null ? null : (attempts.find((one) => one.taskId === taskId) ?? null)
  const outcome = taskId === null ? newest.outcome : (older?.status ?? null)
  // What node-man says of the host in its own words is about the newest attempt.
  const host = useMemo(
    () => ({
      ...newest,
      outcome,
      host: taskId === null || newest.host === null ? newest.host : { ...newest.host, statusText: null },
    }),
    [newest, outcome, taskId],
  )
  const isLong = useLasting(state.phase === 'loading' && state.steps.length > 0, partlyAfterMs)
  const isEarly = state.phase === 'loading' && !state.completedOnce && !isLong
  const isHeld = useHeld(newest.isAwaited, state.completedOnce)
  const entries = isEarly || isHeld ? noEntries : state.steps
  const isComing =
    isEarly || isHeld || (entries.length === 0 && !state.completedOnce && state.problem === null)
  const steps = useMemo(() => examine(entries, findings, host), [entries, findings, host])
  const isUnclear = steps.some(({ state }) => state === 'waiting-or-cleaned-up')
  const isGivenUp = useLasting(isUnclear, longestWaitMs)
  const plainSteps = useMemo(() => entries.map(({ frame }) => frame.step), [entries])
  // An earlier attempt is over by the fact that there is a later one.
  const live = taskId === null && !isGivenUp && isUnfinished(plainSteps, outcome)
  usePolling(session, live)
  useReadAgain(outcome, session.reload)
  const attempt = useAttempt(taskId === null && state.phase === 'settled' ? plainSteps : null, outcome)
  const noticedAt = attempt?.beganAt ?? null
  useEffect(() => setMarker(noticedAt), [noticedAt])
  const told = toldOutcome(outcome, host.host !== null, steps.length)
  return { ...host, outcome: told, session, steps, isComing, live, isGivenUp, attempt, attempts }
}

/**
 * Whether steps that are here wait for what will stand above them: what the job says of the host, and what to do about a
 * failed step. Both were asked for with the steps, and come at about the same time.
 */
function useHeld(isHostAwaited: boolean, isHere: boolean): boolean {
  const isAdviceAwaited = useAdviceAwaited()
  const isLate = useLasting(isHere, partlyAfterMs)
  return (isHostAwaited || isAdviceAwaited) && !isLate
}

function examine(
  entries: readonly LogEntry<NodeManStepFrame>[],
  findings: Findings,
  { outcome, host, problem }: NodeManHost,
): readonly InstanceStep[] {
  const manual = host?.manual ?? false
  const read = entries.map(({ frame, documentId }) => {
    const { step, bytes: logBytes } = frame
    const found = findingsOf(findings, frame)
    const waitsForPerson = found.waitsForPerson || (manual && isInstallation(step.name))
    return {
      step,
      logBytes,
      findings: { ...found, waitsForPerson },
      isLookedThrough: isLookedThrough(findings, frame),
      documentId,
    }
  })
  const states = stepStates(read, outcome, problem?.kind === 'not-offered')
  return read.map((step, stepIndex) => ({ ...step, state: states[stepIndex] ?? 'unknown' }))
}

/** Only a deployment that lists jobs knows their attempts (bk-nodeman A8); nothing is missing without. */
function useAttempts(
  address: NodeManLogParams,
  marker: number | null,
  outcome: string | null,
): readonly NodeManAttempt[] {
  const api = useApi()
  const offered = useQuery(capabilitiesQuery(api)).data?.nodeMan?.jobList ?? false
  const { data, refetch } = useQuery({ ...nodeManAttemptsQuery(api, address, marker), enabled: offered })
  const readAgain = useCallback(() => {
    if (offered) void refetch()
  }, [offered, refetch])
  useReadAgain(outcome, readAgain)
  return data?.attempts ?? noAttempts
}

const noAttempts: readonly NodeManAttempt[] = []

/** The step that a person carries out where the host is installed by hand. */
function isInstallation(stepName: string): boolean {
  return stepName === '安装' || stepName === 'Install'
}

/** Compares each whole answer with the one before it; `null` = no whole answer at the moment. */
function useAttempt(steps: readonly NodeManStep[] | null, outcome: string | null): NewAttempt | null {
  const [seen, setSeen] = useState<{
    readonly steps: readonly NodeManStep[]
    readonly attempt: NewAttempt | null
  }>({ steps: [], attempt: null })
  // An empty answer in between (the retry is not laid out yet) must not wipe out what to compare with.
  if (steps !== null && steps.length > 0 && steps !== seen.steps) {
    const attempt = followAttempt(seen.attempt, { before: seen.steps, after: steps, outcome })
    setSeen({ steps, attempt })
  }
  return seen.attempt
}
