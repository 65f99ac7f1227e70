import { isNodeManUnfinished, type NodeManStep, type Tone } from '#contract'
import type { LogFindings } from './log-findings.ts'

/**
 * What a step really is. Node-man itself only says PENDING, RUNNING, SUCCESS or FAILED, and means several things
 * with each (bk-nodeman A6, A7); these words tell them apart.
 */
export type StepState =
  | 'waiting'
  /** Node-man answers the same for both, and nobody tells how the host stands. */
  | 'waiting-or-cleaned-up'
  | 'running'
  | 'running-with-errors'
  | 'waiting-for-person'
  | 'succeeded'
  | 'failed'
  | 'stopped'
  | 'given-up'
  | 'not-reached'
  | 'cleaned-up'
  | 'unknown'

/** A step, how many bytes its log has, and what was found in it (nothing also while it is unread). */
export interface ReadStep {
  readonly step: NodeManStep
  readonly logBytes: number
  readonly findings: Pick<LogFindings, 'hasError' | 'closing' | 'waitsForPerson'>
}

/** How a step's state is painted. */
export const stateTones: Readonly<Record<StepState, Tone>> = {
  waiting: 'idle',
  'waiting-or-cleaned-up': 'odd',
  running: 'busy',
  'running-with-errors': 'bad',
  'waiting-for-person': 'odd',
  succeeded: 'good',
  failed: 'bad',
  stopped: 'odd',
  'given-up': 'bad',
  'not-reached': 'idle',
  'cleaned-up': 'odd',
  unknown: 'odd',
}

/**
 * The state of every step, in order. `outcome` is the status of the host, or of the whole job when the host's is
 * not known; `null` when neither is known. `isUntold`: this deployment will never tell it.
 */
export function stepStates(
  steps: readonly ReadStep[],
  outcome: string | null,
  isUntold = false,
): readonly StepState[] {
  const whole: Whole = {
    mayBeCleanedUp: isUntold && haveAllNothing(steps),
    cleanedUp: areAllCleanedUp(steps, outcome),
    over: isOver(outcome),
    running: steps.some(({ step }) => step.status === 'RUNNING'),
    firstFailedIndex: steps.findIndex(({ step }) => step.status === 'FAILED'),
  }
  return steps.map((read, stepIndex) => stepState(read, stepIndex, whole))
}

/**
 * The outcome that can be told of a host: that of the job says nothing of one that is not among its hosts and left no
 * step.
 */
export function toldOutcome(outcome: string | null, isListed: boolean, stepCount: number): string | null {
  return isListed || stepCount > 0 ? outcome : null
}

/**
 * True when every log of a host that had succeeded is gone: all steps are back to PENDING although the host is
 * done. A failed host keeps its FAILED step, so "PART_FAILED" of the job can only mean another host.
 */
export function areAllCleanedUp(steps: readonly ReadStep[], outcome: string | null): boolean {
  if (outcome !== 'SUCCESS' && outcome !== 'PART_FAILED') return false
  const gone = steps.every((read) => isBare(read) && ['PENDING', 'SUCCESS'].includes(read.step.status))
  return steps.length > 0 && gone
}

/**
 * True when no step has begun, or all of a host that succeeded long ago were cleaned up: node-man answers the same for
 * both (bk-nodeman A7), only the outcome tells them apart.
 */
export function haveAllNothing(steps: readonly ReadStep[]): boolean {
  return steps.length > 0 && steps.every((read) => read.step.status === 'PENDING' && isBare(read))
}

/**
 * True while asking again can bring something new. The outcome decides when it is known, except that a step still
 * RUNNING is about to be written; else the steps decide. Node-man's own page polls for ever on a failed,
 * stopped or cleaned-up host (bk-nodeman C6).
 */
export function isUnfinished(steps: readonly NodeManStep[], outcome: string | null): boolean {
  if (outcome !== null) return isNodeManUnfinished(outcome) || some(steps, 'RUNNING')
  if (some(steps, 'FAILED')) return false
  return steps.length === 0 || steps.some(({ status }) => isNodeManUnfinished(status))
}

/** Where to look first: the first failed step, else the running one, else the last with a log, else the first. */
export function chooseStepIndex(steps: readonly ReadStep[]): number {
  const indexOf = (status: string) => steps.findIndex(({ step }) => step.status === status)
  const lastLogged = steps.findLastIndex(({ logBytes }) => logBytes > 0)
  return [indexOf('FAILED'), indexOf('RUNNING'), lastLogged].find((index) => index >= 0) ?? 0
}

interface Whole {
  readonly mayBeCleanedUp: boolean
  readonly cleanedUp: boolean
  readonly over: boolean
  readonly running: boolean
  readonly firstFailedIndex: number
}

function stepState(read: ReadStep, stepIndex: number, whole: Whole): StepState {
  switch (read.step.status) {
    case 'SUCCESS':
      // Also back-filled in passing while a later step runs; then it is simply done (bk-nodeman A6).
      return isBare(read) && !whole.running ? 'cleaned-up' : 'succeeded'
    case 'FAILED':
      return read.findings.closing?.kind ?? 'failed'
    case 'RUNNING':
      if (read.findings.hasError) return 'running-with-errors'
      return read.findings.waitsForPerson ? 'waiting-for-person' : 'running'
    case 'PENDING':
      return pendingState(stepIndex, whole)
    default:
      return 'unknown'
  }
}

function pendingState(stepIndex: number, whole: Whole): StepState {
  const { cleanedUp, mayBeCleanedUp, over, firstFailedIndex } = whole
  if (cleanedUp) return 'cleaned-up'
  if (mayBeCleanedUp) return 'waiting-or-cleaned-up'
  const afterFailure = firstFailedIndex >= 0 && firstFailedIndex < stepIndex
  return afterFailure || over ? 'not-reached' : 'waiting'
}

function isOver(outcome: string | null): boolean {
  return outcome !== null && !isNodeManUnfinished(outcome) && outcome !== 'SUCCESS'
}

/** No log and no times: nobody ever wrote to this step, or what was written is gone. */
function isBare({ step, logBytes }: ReadStep): boolean {
  return logBytes === 0 && step.startedAt.text === null && step.finishedAt.text === null
}

function some(steps: readonly NodeManStep[], status: string): boolean {
  return steps.some((step) => step.status === status)
}
