import { isRunFinished, type ResultCount, resultTone, runTone, type StepInstance, type Tone } from '#contract'

/** How many targets of a step ended, or stand, in a way painted alike. */
export interface ToneCount {
  readonly tone: Tone
  readonly count: number
}

/** Failure first, as everywhere (product, section 3); what needs nobody comes last. */
const order: readonly Tone[] = ['bad', 'odd', 'busy', 'idle', 'good']

/** Counts by tone in that order, without zeros. Statuses and tags are told apart on the step's own page. */
export function countsByTone(counts: readonly ResultCount[]): readonly ToneCount[] {
  const sums = new Map<Tone, number>()
  for (const { status, count } of counts) {
    const tone = resultTone(status)
    sums.set(tone, (sums.get(tone) ?? 0) + count)
  }
  return order.flatMap((tone) => {
    const count = sums.get(tone) ?? 0
    return count > 0 ? [{ tone, count }] : []
  })
}

/** Results by status and tag, failures first, larger groups before smaller ones. */
export function sortGroups(counts: readonly ResultCount[]): readonly ResultCount[] {
  const rank = ({ status }: ResultCount) => order.indexOf(resultTone(status))
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => rank(a) - rank(b) || b.count - a.count)
}

/** Words a step's status leaves unsaid: what it waits for, or that it never ran (bk-job A.14). */
export type StateNote = 'confirm' | 'rolling' | 'stopping' | 'notReached'

const notes: Readonly<Record<number, StateNote>> = { 7: 'confirm', 10: 'stopping', 15: 'rolling' }

/** `jobFinished` is upstream's own word; a step still pending after it was never reached. */
export function stateNote(step: StepInstance, jobFinished: boolean): StateNote | null {
  if (step.status === 1 && jobFinished) return 'notReached'
  return notes[step.status] ?? null
}

/** "Error ignored": it failed, and the job went on (bk-job A.14). */
const errorIgnored = 6

/** The first step that failed, else the first whose failure was passed over; the one everybody wants to open. */
export function firstFailedStep(steps: readonly StepInstance[]): StepInstance | null {
  return firstStopped(steps) ?? steps.find(({ status }) => status === errorIgnored) ?? null
}

/** The first step that failed and was not passed over. */
function firstStopped(steps: readonly StepInstance[]): StepInstance | null {
  return steps.find(({ status }) => isFailedStep(status)) ?? null
}

/** True for a status that is over and painted as failure. */
export function isFailedStep(status: number): boolean {
  return isRunFinished(status) && runTone(status) === 'bad'
}

/**
 * The step to look at first: the first that failed, else the one that runs, stops or waits, else one whose failure
 * was passed over; `null` when there is none, because nothing has begun or all went well.
 */
export function stepToWatch(steps: readonly StepInstance[]): StepInstance | null {
  const going = ({ status, startedAt }: StepInstance) => startedAt !== null && !isRunFinished(status)
  return firstStopped(steps) ?? steps.find(going) ?? firstFailedStep(steps)
}

/** A step whose duration still grows: running, being stopped, or waiting for a person or its next batch. */
export function isTicking({ status, startedAt }: StepInstance): boolean {
  return startedAt !== null && !isRunFinished(status)
}

/**
 * Milliseconds a step has taken so far. Upstream's total is null while running (bk-job A.7), so it is counted from
 * the start; never negative when the reader's clock is behind.
 */
export function stepDurationMs(step: StepInstance, now: number): number | null {
  const { durationMs, startedAt, endedAt } = step
  if (isTicking(step) && startedAt !== null) return Math.max(durationMs ?? 0, now - startedAt)
  if (durationMs !== null || startedAt === null || endedAt === null) return durationMs
  return endedAt - startedAt
}
