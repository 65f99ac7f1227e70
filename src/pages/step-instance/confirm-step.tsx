import { isRunFinished, type StepInstanceDetail } from '#contract'
import { useConfirmMessages, useFormat, useMessages } from '#i18n'
import { EmptyState, Facts } from '#ui'

/** A step that waits for a person: what is known instead of a log. `null` where step facts are not offered. */
export function ConfirmStep({ detail }: { readonly detail: StepInstanceDetail | null }) {
  const confirm = useConfirmMessages()
  const { status } = useMessages()
  const format = useFormat()
  if (detail === null) return <EmptyState title={confirm.title} />
  const { step } = detail
  // A job instance can end around a confirmation that nobody ever gave: only the step tells (bk-job B.12).
  const decided = isRunFinished(step.status)
  const facts = [
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
