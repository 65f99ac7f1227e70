import { useMemo } from 'react'
import {
  isFileStep,
  type JobInstanceDetail,
  jobInstancePath,
  runTone,
  type StepInstance,
  stepInstancePath,
} from '#contract'
import { useFormat, useMessages, useShareMessages } from '#i18n'
import type { Shared } from '#ui'
import { quoteOf } from '../quote-of.ts'
import { SharePanel } from '../share-panel.tsx'
import { useMaskedLine } from '../use-masked-line.ts'
import { useShareUrl } from '../use-share-url.ts'
import { countsByTone, firstFailedStep } from './step-summary.ts'
import { useFirstError } from './use-first-error.ts'

/** The execution and, when a step failed, what failed. */
export function ShareJob({ detail }: { readonly detail: JobInstanceDetail }) {
  const words = useShareMessages()
  const shared = useSharedJob(detail)
  const failed = firstFailedStep(detail.steps)
  if (failed === null) return <SharePanel subjects={[{ label: words.jobInstance, shared }]} />
  return <WithFailure detail={detail} step={failed} job={shared} />
}

interface WithFailureProps {
  readonly detail: JobInstanceDetail
  readonly step: StepInstance
  readonly job: Shared
}

function WithFailure({ detail, step, job }: WithFailureProps) {
  const words = useShareMessages()
  const failure = useSharedFailure(detail, step)
  return (
    <SharePanel
      subjects={[
        { label: words.jobInstance, shared: job },
        { label: words.failure, shared: failure },
      ]}
    />
  )
}

function useSharedJob({ jobInstance, steps }: JobInstanceDetail): Shared {
  const { facts } = useShareMessages()
  const { status, jobInstance: words, common } = useMessages()
  const { dateTime, duration } = useFormat()
  const urlOf = useShareUrl()
  const { scope, id, name, startedAt, createdAt, durationMs } = jobInstance
  return {
    title: name === '' ? words.untitled(id) : name,
    state: { tone: runTone(jobInstance.status), word: status.runStatusWord(jobInstance.status) },
    facts: [
      { label: facts.steps, value: common.steps(steps.length) },
      { label: facts.began, value: dateTime(startedAt ?? createdAt) },
      ...(durationMs === null ? [] : [{ label: facts.took, value: duration(durationMs) }]),
    ],
    quote: null,
    url: urlOf(jobInstancePath(scope, id)),
  }
}

/** `null` while the error is read. */
function useSharedFailure({ jobInstance }: JobInstanceDetail, step: StepInstance): Shared | null {
  const words = useShareMessages()
  const { status, jobInstance: jobWords } = useMessages()
  const { number, dateTime } = useFormat()
  const urlOf = useShareUrl()
  const { scope, id } = jobInstance
  const address = useMemo(() => ({ scope, jobInstanceId: id, stepInstanceId: step.id }), [scope, id, step.id])
  const quote = useFirstError(address, step)
  const text = useMaskedLine(quote === undefined ? undefined : (quote?.line ?? null))
  if (quote === undefined || text === undefined) return null
  const counts = countsByTone(step.resultCounts ?? [])
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const bad = counts.find(({ tone }) => tone === 'bad')?.count ?? 0
  const path = stepInstancePath(scope, id, step.id)
  const host = quote === null ? '' : `&host=${encodeURIComponent(quote.hostKey)}`
  const line = quote?.line == null || isFileStep(step) ? '' : `&line=${quote.line.lineNumber}`
  return {
    title: step.name,
    state: { tone: runTone(step.status), word: status.runStatusWord(step.status) },
    facts: [
      { label: words.facts.job, value: jobInstance.name || jobWords.untitled(id) },
      ...(all === 0 ? [] : [{ label: words.facts.hosts, value: words.failedOf(number(bad), number(all)) }]),
      { label: words.facts.attempt, value: number(step.executeCount + 1) },
      { label: words.facts.began, value: dateTime(step.startedAt) },
    ],
    quote: quoteOf(quote, text, words),
    url: urlOf(`${path}?executeCount=${step.executeCount}${host}${line}`),
  }
}
