import { type NodeManJobId, nodeManJobPath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState } from '#ui'
import { Awaited } from '../awaited.tsx'
import { NodeManGone } from '../node-man-gone.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { logWait } from '../wait.ts'
import type { InstanceData } from './use-instance.ts'

interface NoStepsProps {
  readonly jobId: NodeManJobId
  /** Shown name of the host. */
  readonly name: string
  readonly data: InstanceData
}

/** Instead of the timeline while there is none: still loading, not laid out yet, never, or no such host. */
export function NoSteps({ jobId, name, data: { session, isComing, live } }: NoStepsProps) {
  const { nodeMan: words } = useMessages()
  const { state, reload } = session
  const { problem } = state
  if (problem?.kind === 'not-ready' && live)
    return (
      <>
        <EmptyState title={words.notLaidOut} meaning={words.notLaidOutMeaning} />
        <ProblemNotice problem={problem} onRetry={() => reload()} severity="warning" compact />
      </>
    )
  // Node-man says the same of a host that is not there yet as of one that never was (bk-nodeman A9).
  if (problem?.kind === 'not-ready')
    return (
      <>
        <EmptyState
          title={words.unknownHost}
          meaning={words.unknownHostMeaning}
          actions={<AppLink to={nodeManJobPath(jobId)}>{words.hostsOfJob}</AppLink>}
        />
        <ProblemNotice problem={problem} onRetry={() => reload()} severity="warning" compact />
      </>
    )
  if (problem !== null) return <NodeManGone jobId={jobId} problem={problem} />
  if (state.failures.length > 0) return null
  if (isComing || state.isStopped)
    return <Awaited wait={logWait(session)} what={({ nodeManSteps }) => nodeManSteps(name)} lines={8} />
  return live ? (
    <EmptyState title={words.notLaidOut} meaning={words.notLaidOutMeaning} />
  ) : (
    <EmptyState title={words.noSteps} meaning={words.noStepsMeaning} />
  )
}
