import { useQuery } from '@tanstack/react-query'
import { type StepAddress, stepInstanceQuery, useApi } from '#api'
import { useFormat, useMessages, useShareMessages } from '#i18n'
import { SharePanel } from '../share-panel.tsx'
import { useShareUrl } from '../use-share-url.ts'
import { rowStatusWord } from './host-option.tsx'
import { type HostRow, rowTone } from './host-rows.ts'
import { attemptOf, stepLink } from './share-link.ts'
import { useStepPart } from './step-part.tsx'

export interface ShareHostProps {
  readonly address: StepAddress
  readonly row: HostRow
}

/** How the step went on one host. */
export function ShareHost({ address, row }: ShareHostProps) {
  const { data: detail } = useQuery(stepInstanceQuery(useApi(), address, useStepPart()))
  const words = useShareMessages()
  const messages = useMessages()
  const { number, dateTime, duration } = useFormat()
  const urlOf = useShareUrl()
  if (detail === undefined) return null
  const { step, jobInstance } = detail
  const { facts } = words
  const shared = {
    title: row.address,
    state: row.status === null ? null : { tone: rowTone(row), word: rowStatusWord(row, messages) },
    facts: [
      { label: facts.step, value: step.name || messages.stepInstance.stepNumber(step.id) },
      ...(jobInstance === null ? [] : [{ label: facts.job, value: jobInstance.name }]),
      { label: facts.attempt, value: number(attemptOf(detail) + 1) },
      ...(row.exitCode === null ? [] : [{ label: facts.exit, value: number(row.exitCode) }]),
      { label: facts.began, value: dateTime(row.startedAt ?? step.startedAt) },
      ...(row.durationMs === null ? [] : [{ label: facts.took, value: duration(row.durationMs) }]),
    ],
    quote: null,
    url: urlOf(stepLink(address, detail, row.key)),
  }
  return <SharePanel subjects={[{ label: words.host(row.address), shared }]} />
}
