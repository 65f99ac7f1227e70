import type { StepAddress } from '#api'
import { isFileStep, type StepInstanceDetail, stepInstancePath } from '#contract'
import type { LineSelection } from '#viewer'
import type { HostQuote } from '../use-host-quote.ts'
import { attemptOf } from './shown-attempt.ts'
import { changeView } from './url.ts'

/**
 * The lines a shared host leads to: those that are chosen, else the quoted one. A quote from elsewhere would stand over a
 * link that does not lead to it.
 */
export function sharedLines(
  chosen: LineSelection | null,
  quoted: LineSelection | null,
): { readonly lines: LineSelection | null; readonly isQuoted: boolean } {
  if (chosen === null) return { lines: quoted, isQuoted: true }
  return {
    lines: chosen,
    isQuoted: quoted !== null && chosen.first <= quoted.first && quoted.last <= chosen.last,
  }
}

/** The line a link can lead to: those of a transfer have no address. */
export function quotedLine(
  { step }: Pick<StepInstanceDetail, 'step'>,
  { line }: Pick<HostQuote, 'line'>,
): LineSelection | null {
  if (isFileStep(step) || line === null) return null
  return { first: line.lineNumber, last: line.lineNumber }
}

/**
 * An in-app address for somebody else. It names the attempt, and the batch where there is one: what is told of one
 * must not lead to the next.
 */
export function stepLink(
  { scope, jobInstanceId, stepInstanceId }: StepAddress,
  detail: Pick<StepInstanceDetail, 'part' | 'step'>,
  host: string | null = null,
  line: LineSelection | null = null,
): string {
  const batch = detail.part?.batch ?? 0
  const part = `?executeCount=${attemptOf(detail)}${batch === 0 ? '' : `&batch=${batch}`}`
  const path = stepInstancePath(scope, jobInstanceId, stepInstanceId)
  return `${path}${changeView(part, { host, line })}`
}
