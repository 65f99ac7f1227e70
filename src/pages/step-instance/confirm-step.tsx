import { useQuery } from '@tanstack/react-query'
import { type StepAddress, stepCourseQuery, useApi } from '#api'
import { isRunFinished, type StepInstance, type StepInstanceDetail } from '#contract'
import { useConfirmMessages, useFormat, useMessages } from '#i18n'
import { EmptyState, Facts } from '#ui'

export interface ConfirmStepProps {
  readonly address: StepAddress
  /** `null` where step facts are not offered. */
  readonly detail: StepInstanceDetail | null
}

/** A step that waits for a person: what is known instead of a log. */
export function ConfirmStep({ address, detail }: ConfirmStepProps) {
  const confirm = useConfirmMessages()
  if (detail === null) return <EmptyState title={confirm.title} />
  return <Confirmation address={address} step={detail.step} />
}

function Confirmation({ address, step }: { readonly address: StepAddress; readonly step: StepInstance }) {
  const confirm = useConfirmMessages()
  const { status } = useMessages()
  const format = useFormat()
  // One more call, for the message alone: without an answer, or where it is not offered, the rest stands.
  const message = useQuery(stepCourseQuery(useApi(), address, String(step.status))).data?.confirmMessage
  // A job instance can end around a confirmation that nobody ever gave: only the step tells (bk-job B.12).
  const decided = isRunFinished(step.status)
  const facts = [
    ...(message ? [{ label: confirm.message, value: message }] : []),
    { label: confirm.state, value: status.runStatusMeaning(step.status) },
    { label: confirm.asked, value: format.dateTime(step.startedAt ?? step.createdAt) },
    ...(decided ? [{ label: confirm.decided, value: format.dateTime(step.endedAt) }] : []),
  ]
  return (
    <EmptyState
      title={confirm.title}
      meaning={decided ? confirm.done : confirm.waiting}
      actions={<Facts facts={facts} />}
    />
  )
}
