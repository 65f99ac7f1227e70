import { isNodeManUnfinished, type NodeManStep } from '#contract'

/** A retry seen between two looks at the same host; `beganAt` is epoch ms, `null` until its first step begins. */
export interface NewAttempt {
  readonly beganAt: number | null
}

/**
 * Node-man answers only the newest attempt, and a retry runs the whole flow again from its first step (bk-nodeman A8):
 * so a first step that began at another time, or any step gone back, is a new attempt. Steps gone back on a host
 * that is over were cleaned up instead.
 */
export function newAttempt(
  before: readonly NodeManStep[],
  after: readonly NodeManStep[],
  outcome: string | null,
): NewAttempt | null {
  const [first] = after
  if (first === undefined || before.length === 0) return null
  const over = outcome !== null && !isNodeManUnfinished(outcome)
  const regressed = !over && after.some((step, stepIndex) => isBehind(step, before[stepIndex]))
  return beganAgain(before[0], first) || regressed ? { beganAt: first.startedAt.at } : null
}

function beganAgain(before: NodeManStep | undefined, after: NodeManStep): boolean {
  const from = before?.startedAt.at ?? null
  return from !== null && after.startedAt.at !== null && after.startedAt.at > from
}

function isBehind(after: NodeManStep, before: NodeManStep | undefined): boolean {
  return before !== undefined && progress(after.status) < progress(before.status)
}

function progress(status: string): number {
  if (status === 'PENDING') return 0
  return status === 'RUNNING' ? 1 : 2
}

/**
 * The newest attempt seen while a page is open: a further one, or the known one with its time filled in once its
 * first step has begun.
 */
export function followAttempt(
  known: NewAttempt | null,
  looks: {
    readonly before: readonly NodeManStep[]
    readonly after: readonly NodeManStep[]
    readonly outcome: string | null
  },
): NewAttempt | null {
  const seen = newAttempt(looks.before, looks.after, looks.outcome)
  if (seen !== null || known === null || known.beganAt !== null) return seen ?? known
  return { beganAt: looks.after[0]?.startedAt.at ?? null }
}
