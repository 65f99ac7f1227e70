import { useFormat, useMessages } from '#i18n'
import { useNow } from '../use-now.ts'
import { Callout } from './callout.tsx'
import { currentStep } from './current-step.ts'
import type { InstanceData } from './use-instance.ts'

/** Which step the host is stuck in and since when; nothing while it takes no longer than usual. */
export function CurrentStepNotice({ data: { steps } }: { readonly data: InstanceData }) {
  const { nodeMan: words } = useMessages()
  const { duration, dateTime, time } = useFormat()
  const plain = steps.map(({ step }) => step)
  const now = useNow(plain.some(({ status }) => status === 'RUNNING'))
  const current = currentStep(plain, now)
  if (current === null) return null
  const { stepIndex, name, runningMs, typical, lastOutputAt } = current
  const state = steps[stepIndex]?.state
  const since = words.since(dateTime(current.since), duration(runningMs))
  if (state === 'waiting-for-person')
    return (
      <Callout ticking tone="odd" title={words.waitsForPerson(stepIndex + 1, name)}>
        <p>{since}</p>
        <p>{words.waitsForPersonMeaning}</p>
      </Callout>
    )
  if (!current.farOver || typical === null) return null
  const usual = words.usually(words.secondsRange(typical.least, typical.most))
  return (
    <Callout ticking tone="odd" title={words.stuck(stepIndex + 1, name)}>
      <p>{since}</p>
      <p>{usual}</p>
      <p>{lastOutputAt === null ? words.noOutputYet : words.lastOutputAt(time(lastOutputAt))}</p>
    </Callout>
  )
}
