import type { ProblemKind, ResultCount, StepAttempt, StepBatch, StepCourse, StepPartQuery } from '#contract'
import { ProblemError } from '../problem-error.ts'
import type { JobDialect } from './job-dialect.ts'
import { readResultGroups } from './job-results.ts'
import type { CallContext, StepAddress } from './upstream.ts'
import { numberOf, textOf, wireOf } from './wire.ts'

/*
 * How a step went beyond its newest state: its attempts, its rolling batches, the words of a confirmation. No call tells
 * whether a step rolls, or in how many batches (bk-job A.8): batches are asked for one by one until all targets of
 * the step are accounted for. One host per group is enough, the counts are whole.
 */

const mostAttempts = 20
const mostBatches = 100
/** Batches asked for at once. */
const atOnce = 5

type Ask = (part: StepPartQuery) => Promise<unknown>

/** Never fails for a call that the deployment lacks, or may not make: then only its answer is missing. */
export async function readStepCourse(
  { stepCalls }: JobDialect,
  step: StepAddress,
  context: CallContext,
): Promise<StepCourse> {
  if (stepCalls === null) return unknown
  const ask: Ask = (part) => stepCalls.status(step, { perGroup: 1, ...part }, context)
  try {
    const whole = await ask({})
    const executeCount = numberOf(wireOf(whole), 'execute_count') ?? 0
    const [attempts, batches] = await Promise.all([
      readAttempts(ask, executeCount),
      readBatches(ask, total(countsOf(whole))),
    ])
    return { attempts, batches, confirmMessage: null }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { kind, code } = error.facts
    // What this call answers for a step that waits for a person.
    if (code === '1241003')
      return { attempts: [], batches: [], confirmMessage: messageOf(await stepCalls.plan(step, context)) }
    if (lacking.has(kind)) return unknown
    throw error
  }
}

const unknown: StepCourse = { attempts: null, batches: null, confirmMessage: null }

/** `upstream-down` is also what servers answer for a step on containers (bk-job A.7). */
const lacking: ReadonlySet<ProblemKind> = new Set(['not-offered', 'app-denied', 'upstream-down'])

async function readAttempts(ask: Ask, newest: number): Promise<readonly StepAttempt[]> {
  if (newest === 0) return []
  const first = Math.max(0, newest + 1 - mostAttempts)
  const numbers = Array.from({ length: newest + 1 - first }, (_, index) => first + index)
  return Promise.all(
    numbers.map(async (executeCount) => ({
      executeCount,
      resultCounts: countsOf(await ask({ executeCount })),
    })),
  )
}

/** A step that does not roll answers all its targets, or none, as its first batch. */
async function readBatches(ask: Ask, all: number): Promise<readonly StepBatch[]> {
  const batches: StepBatch[] = []
  const seen = () => batches.reduce((sum, { resultCounts }) => sum + total(resultCounts), 0)
  const read = async (batchNumber: number) => ({
    batchNumber,
    resultCounts: countsOf(await ask({ batch: batchNumber })),
  })
  if (all < 2) return []
  batches.push(await read(1))
  while (seen() > 0 && seen() < all && batches.length < mostBatches) {
    const next = Array.from({ length: atOnce }, (_, offset) => read(batches.length + 1 + offset))
    const found = (await Promise.all(next)).filter(({ resultCounts }) => total(resultCounts) > 0)
    batches.push(...found)
    if (found.length < atOnce) break
  }
  return batches.length < 2 ? [] : batches
}

function countsOf(data: unknown): readonly ResultCount[] {
  return readResultGroups(data).counts
}

function total(counts: readonly ResultCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

function messageOf(plan: unknown): string | null {
  return textOf(wireOf(wireOf(plan)['approval_info']), 'approval_message')
}
