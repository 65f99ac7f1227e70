import { useMemo } from 'react'
import { useLocation } from 'react-router'
import type { StepAddress } from '#api'
import { isResultFailed, type StepInstanceDetail } from '#contract'
import { useFormat, useMessages, useShareMessages } from '#i18n'
import type { Shared } from '#ui'
import { quoteOf } from '../quote-of.ts'
import { SharePanel } from '../share-panel.tsx'
import { useHostQuote } from '../use-host-quote.ts'
import { useMaskedLine } from '../use-masked-line.ts'
import { useShareUrl } from '../use-share-url.ts'
import { type HostRow, rowTone } from './host-rows.ts'
import { rowStatusWord } from './row-status-word.ts'
import { quotedLine, sharedLines, stepLink } from './share-link.ts'
import { attemptOf, isNewestAttempt } from './shown-attempt.ts'
import { useStepPart } from './step-part.tsx'
import { readQuery } from './url.ts'
import { useStepDetail } from './use-step-detail.ts'

export interface ShareHostProps {
  readonly address: StepAddress
  readonly row: HostRow
}

/** How the step went on one host, and its first error when it failed. */
export function ShareHost({ address, row }: ShareHostProps) {
  const { detail } = useStepDetail(address, useStepPart())
  return detail === null ? null : <Panel address={address} row={row} detail={detail} />
}

interface PanelProps extends ShareHostProps {
  readonly detail: StepInstanceDetail
}

function Panel({ address, row, detail }: PanelProps) {
  const words = useShareMessages()
  const urlOf = useShareUrl()
  const facts = useHostFacts(row, detail)
  const target = useMemo(() => {
    const result = isNewestAttempt(detail) ? detail.results.find(({ key }) => key === row.key) : undefined
    return result !== undefined && isResultFailed(result.status) ? result : null
  }, [detail, row.key])
  const quote = useHostQuote(address, target)
  const text = useMaskedLine(quote === undefined ? undefined : (quote?.line ?? null))
  const isRead = quote !== undefined && text !== undefined
  const { host, line: chosen } = readQuery(useLocation().search).view
  const { lines, isQuoted } = sharedLines(
    host === row.key ? chosen : null,
    quote ? quotedLine(detail, quote) : null,
  )
  const shared = isRead
    ? {
        ...facts,
        quote: isQuoted ? quoteOf(quote, text, words) : null,
        url: urlOf(stepLink(address, detail, row.key, lines)),
      }
    : null
  return <SharePanel subjects={[{ label: words.host(row.address), shared }]} />
}

function useHostFacts(row: HostRow, detail: StepInstanceDetail): Pick<Shared, 'title' | 'state' | 'facts'> {
  const { facts } = useShareMessages()
  const messages = useMessages()
  const { number, dateTime, duration } = useFormat()
  const { step, jobInstance } = detail
  return {
    title: row.address,
    state:
      row.status === null
        ? null
        : { tone: rowTone(row), word: rowStatusWord(row, messages, detail.finished) },
    facts: [
      { label: facts.step, value: step.name || messages.stepInstance.stepNumber(step.id) },
      ...(jobInstance === null ? [] : [{ label: facts.job, value: jobInstance.name }]),
      { label: facts.attempt, value: number(attemptOf(detail) + 1) },
      ...(row.exitCode === null ? [] : [{ label: facts.exit, value: number(row.exitCode) }]),
      { label: facts.began, value: dateTime(row.startedAt ?? step.startedAt) },
      ...(row.durationMs === null ? [] : [{ label: facts.took, value: duration(row.durationMs) }]),
    ],
  }
}
