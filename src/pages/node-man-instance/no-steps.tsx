import { useMessages } from '#i18n'
import { EmptyState, Loading } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import type { InstanceData } from './use-instance.ts'

/** Instead of the timeline while there is none: still loading, not laid out yet, or never. */
export function NoSteps({ data: { session, live } }: { readonly data: InstanceData }) {
  const { nodeMan: words, common } = useMessages()
  const { state, reload } = session
  const { problem } = state
  if (problem?.kind === 'not-ready' && live)
    return (
      <>
        <EmptyState title={words.notLaidOut} meaning={words.notLaidOutMeaning} />
        <ProblemNotice problem={problem} onRetry={() => reload()} severity="warning" compact />
      </>
    )
  if (problem !== null || state.failures.length > 0) return null
  if (!state.completedOnce) return <Loading label={common.loading} lines={8} />
  return live ? (
    <EmptyState title={words.notLaidOut} meaning={words.notLaidOutMeaning} />
  ) : (
    <EmptyState title={words.noSteps} meaning={words.noStepsMeaning} />
  )
}
