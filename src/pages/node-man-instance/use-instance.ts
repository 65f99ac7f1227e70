import { useMemo, useState } from 'react'
import { type LogEntry, nodeManLogSource, type UsedLogSession, useLogSession } from '#api'
import type { NodeManLogParams, NodeManStep, NodeManStepFrame } from '#contract'
import { followAttempt, type NewAttempt } from './attempt.ts'
import type { LogFindings } from './log-findings.ts'
import { isUnfinished, type ReadStep, type StepState, stepStates } from './step-state.ts'
import { type Findings, findingsOf, useFindings } from './use-findings.ts'
import { type NodeManHost, useNodeManHost } from './use-node-man-host.ts'
import { usePolling } from './use-polling.ts'

/** One step with everything the page knows of it. */
export interface InstanceStep extends ReadStep {
  readonly state: StepState
  readonly findings: LogFindings
  /** Where its log is in the log store. */
  readonly documentId: string
}

/** Everything about one host of a node-man job. */
export interface InstanceData extends NodeManHost {
  readonly session: UsedLogSession
  readonly steps: readonly InstanceStep[]
  /** It may still change, and is looked at again. */
  readonly live: boolean
  readonly attempt: NewAttempt | null
}

/** Reads the steps and the state of a host, and keeps reading while it is not over. */
export function useInstance(address: NodeManLogParams): InstanceData {
  const host = useNodeManHost(address)
  const session = useLogSession(nodeManLogSource(address.nodeManJobId, address.instanceId), false)
  const { state } = session
  const findings = useFindings(state)
  const { outcome } = host
  const steps = useMemo(() => examine(state.steps, findings, host), [state.steps, findings, host])
  const plainSteps = useMemo(() => state.steps.map(({ frame }) => frame.step), [state.steps])
  const live = isUnfinished(plainSteps, outcome)
  usePolling(session, live)
  const attempt = useAttempt(state.phase === 'settled' ? plainSteps : null, outcome)
  return { ...host, session, steps, live, attempt }
}

function examine(
  entries: readonly LogEntry<NodeManStepFrame>[],
  findings: Findings,
  { outcome, host }: NodeManHost,
): readonly InstanceStep[] {
  const manual = host?.manual ?? false
  const read = entries.map(({ frame, documentId }) => {
    const { step, bytes: logBytes } = frame
    const found = findingsOf(findings, frame)
    const waitsForPerson = found.waitsForPerson || (manual && isInstallation(step.name))
    return { step, logBytes, findings: { ...found, waitsForPerson }, documentId }
  })
  const states = stepStates(read, outcome)
  return read.map((step, stepIndex) => ({ ...step, state: states[stepIndex] ?? 'unknown' }))
}

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
