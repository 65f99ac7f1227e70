import { useMemo } from 'react'
import type { StepAddress } from '#api'
import { isResultFailed, runTone, type StepInstanceDetail } from '#contract'
import { useFormat, useMessages, useShareMessages } from '#i18n'
import type { Shared } from '#ui'
import { hostToQuote } from '../host-to-quote.ts'
import { quoteOf } from '../quote-of.ts'
import { SharePanel } from '../share-panel.tsx'
import { useHostQuote } from '../use-host-quote.ts'
import { useMaskedLine } from '../use-masked-line.ts'
import { useShareUrl } from '../use-share-url.ts'
import { attemptFacts } from './attempt-facts.ts'
import { quotedLine, stepLink } from './share-link.ts'
import { attemptOf, isNewestAttempt } from './shown-attempt.ts'

export interface ShareStepProps {
  readonly address: StepAddress
  readonly detail: StepInstanceDetail
}

/** The step and, when hosts failed, what failed: how many of them, and the first error of one. */
export function ShareStep({ address, detail }: ShareStepProps) {
  const words = useShareMessages()
  const failedCount = useMemo(
    () => detail.results.filter(({ status }) => isResultFailed(status)).length,
    [detail],
  )
  const step = useSharedStep(address, detail, failedCount)
  const failure = useSharedFailure(address, detail, step)
  return (
    <SharePanel
      subjects={[
        { label: words.step, shared: step },
        ...(failedCount === 0 ? [] : [{ label: words.failure, shared: failure }]),
      ]}
    />
  )
}

function useSharedStep(address: StepAddress, detail: StepInstanceDetail, failedCount: number): Shared {
  const { facts, failedOf } = useShareMessages()
  const { status, stepInstance, common } = useMessages()
  const { number, dateTime, duration } = useFormat()
  const urlOf = useShareUrl()
  const { step, jobInstance, results } = detail
  const went = useMemo(() => attemptFacts(detail), [detail])
  return {
    title: step.name || stepInstance.stepNumber(step.id),
    state:
      went.status === null ? null : { tone: runTone(went.status), word: status.runStatusWord(went.status) },
    facts: [
      { label: facts.job, value: jobInstance?.name || stepInstance.jobInstance(address.jobInstanceId) },
      {
        label: facts.hosts,
        value:
          failedCount === 0
            ? common.executeObjects(results.length)
            : failedOf(number(failedCount), number(results.length)),
      },
      { label: facts.attempt, value: number(attemptOf(detail) + 1) },
      ...(went.startedAt === null ? [] : [{ label: facts.began, value: dateTime(went.startedAt) }]),
      ...(went.durationMs === null ? [] : [{ label: facts.took, value: duration(went.durationMs) }]),
    ],
    quote: null,
    url: urlOf(stepLink(address, detail)),
  }
}

/** `null` while the error is read. */
function useSharedFailure(address: StepAddress, detail: StepInstanceDetail, step: Shared): Shared | null {
  const words = useShareMessages()
  const urlOf = useShareUrl()
  const target = useMemo(
    () => (isNewestAttempt(detail) ? hostToQuote(detail.results, detail.step.resultCounts ?? []) : null),
    [detail],
  )
  const quote = useHostQuote(address, target)
  const text = useMaskedLine(quote === undefined ? undefined : (quote?.line ?? null))
  if (quote === undefined || text === undefined) return null
  if (quote === null) return step
  return {
    ...step,
    quote: quoteOf(quote, text, words),
    url: urlOf(stepLink(address, detail, quote.hostKey, quotedLine(detail, quote))),
  }
}
