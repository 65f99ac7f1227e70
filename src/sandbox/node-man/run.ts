/**
 * One attempt on one host: a plan made of steps with durations and messages, and what of it can be seen at a moment.
 * Nothing is stored; every answer is computed from the plan and the clock.
 */
import { naiveTime } from './time.ts'

/** One message of a step: `[time LEVEL] text`; a text may hold line breaks, they belong to the message (D1). */
export type Message = {
  /** When it is appended, after the step's start. */
  readonly afterMs: number
  readonly level: 'INFO' | 'WARNING' | 'ERROR' | 'DEBUG'
  readonly text: string
}

export type PlannedStep = {
  readonly name: string
  readonly code: string
  /** Infinity = it never ends by itself. */
  readonly lastsMs: number
  readonly result: 'SUCCESS' | 'FAILED'
  /** All messages in order; called only when the log is asked for. */
  readonly write: () => readonly Message[]
}

export type Run = {
  /** The record exists from here on; before, the instance is unknown (3800007). */
  readonly recordedAt: number
  /** The pipeline has steps from here on; before, the list is empty. */
  readonly laidOutAt: number
  /** The first step starts here; before, all steps are PENDING. */
  readonly startAt: number
  readonly steps: readonly PlannedStep[]
  /** Step rows were cleaned up after 30 days; only those of failed steps are kept (A7). */
  readonly isCleanedUp: boolean
}

export type StepStatus = 'PENDING' | 'RUNNING' | 'SUCCESS' | 'FAILED'

export type StepView = {
  readonly name: string
  readonly code: string
  readonly status: StepStatus
  readonly startAt: number | null
  /** While running: the time of the newest message, null until the second one (A5). */
  readonly finishAt: number | null
  readonly log: () => string
}

/** The engine needs about a second between two steps: `[SUCCESS, PENDING]` can be seen (A6). */
const GAP_MS = 1000

/** The steps as they look at `now`. */
export function viewSteps(run: Run, now: number): readonly StepView[] {
  if (now < run.laidOutAt) return []
  const views: StepView[] = []
  let startAt = run.startAt
  for (const step of run.steps) {
    views.push(viewStep(step, startAt, now))
    startAt = step.result === 'FAILED' ? Number.POSITIVE_INFINITY : startAt + step.lastsMs + GAP_MS
  }
  return run.isCleanedUp ? cleanUp(views) : views
}

/** The record's own status: it hides the gaps between steps and survives the clean-up. */
export function runStatus(run: Run, now: number): StepStatus {
  const { finishAt, result } = runEnd(run)
  if (now < run.startAt) return 'PENDING'
  return now < finishAt ? 'RUNNING' : result
}

/** When and how the whole attempt ends; Infinity for one that waits for ever. */
export function runEnd(run: Run): { readonly finishAt: number; readonly result: 'SUCCESS' | 'FAILED' } {
  let finishAt = run.startAt - GAP_MS
  for (const step of run.steps) {
    finishAt += GAP_MS + step.lastsMs
    if (step.result === 'FAILED') return { finishAt, result: 'FAILED' }
  }
  return { finishAt, result: 'SUCCESS' }
}

function viewStep(step: PlannedStep, startAt: number, now: number): StepView {
  const { name, code } = step
  if (now < startAt) return { name, code, status: 'PENDING', startAt: null, finishAt: null, log: () => '' }
  const isOver = now >= startAt + step.lastsMs
  const seen = (): readonly Message[] =>
    step.write().filter(({ afterMs }) => isOver || startAt + afterMs <= now)
  const log = (): string =>
    seen()
      .map((message) => writeLine(message, startAt))
      .join('\n')
  if (isOver) return { name, code, status: step.result, startAt, finishAt: startAt + step.lastsMs, log }
  const newest = seen().slice(1).at(-1)
  const finishAt = newest === undefined ? null : startAt + newest.afterMs
  return { name, code, status: 'RUNNING', startAt, finishAt, log }
}

/** A leading line break of a message stands before its prefix, as the zombie sweep writes it (A6). */
function writeLine({ afterMs, level, text }: Message, startAt: number): string {
  const lead = text.startsWith('\n') ? '\n' : ''
  return `${lead}[${naiveTime(startAt + afterMs)} ${level}] ${text.slice(lead.length)}`
}

/** After the clean-up everything looks PENDING, except that a failed step makes the ones before it SUCCESS (A6, A7). */
function cleanUp(views: readonly StepView[]): readonly StepView[] {
  const failedIndex = views.findIndex(({ status }) => status === 'FAILED')
  return views.map((view, index) => {
    if (index === failedIndex) return view
    const status = index < failedIndex ? 'SUCCESS' : 'PENDING'
    return { ...view, status, startAt: null, finishAt: null, log: () => '' }
  })
}
