import { useLocation } from 'react-router'
import { type NodeManLogParams, nodeManInstancePath, nodeManTone } from '#contract'
import { useFormat, useMessages, useShareMessages } from '#i18n'
import type { Shared } from '#ui'
import { SharePanel } from '../share-panel.tsx'
import { useMaskedLine } from '../use-masked-line.ts'
import { useShareUrl } from '../use-share-url.ts'
import { firstCause } from './first-error.ts'
import { changeNodeManInstanceUrl, readNodeManInstanceUrl } from './url.ts'
import type { InstanceData } from './use-instance.ts'
import { instanceDurationMs } from './whole-duration.ts'

export interface ShareInstanceProps {
  readonly address: NodeManLogParams
  readonly data: InstanceData
  readonly name: string
}

/** One host of a node-man job and, where it failed, the first line that says why. */
export function ShareInstance({ address, data, name }: ShareInstanceProps) {
  const words = useShareMessages()
  const { nodeMan } = useMessages()
  const urlOf = useLinkOf(address)
  const facts = useFacts(address, data)
  const cause = firstCause(data.steps)
  const step = cause === null ? undefined : data.steps[cause.stepIndex]
  const text = useMaskedLine(
    cause === null || step === undefined
      ? null
      : { documentId: step.documentId, lineNumber: cause.line.lineNumber },
  )
  const state = useSharedState(data)
  const host: Shared = { title: name, state, facts, quote: null, url: urlOf(null, null) }
  const failure =
    cause === null || text == null
      ? null
      : {
          ...host,
          quote: { title: nodeMan.causes[cause.kind](cause.stepIndex + 1), text },
          url: urlOf(cause.stepIndex, cause.line.lineNumber),
        }
  return (
    <SharePanel
      subjects={[
        { label: words.host(name), shared: host },
        ...(cause === null ? [] : [{ label: words.failure, shared: failure }]),
      ]}
    />
  )
}

function useSharedState({ outcome }: InstanceData): Shared['state'] {
  const { status } = useMessages()
  return outcome === null ? null : { tone: nodeManTone(outcome), word: status.nodeManStatusWord(outcome) }
}

function useFacts({ nodeManJobId }: NodeManLogParams, data: InstanceData): Shared['facts'] {
  const { job, steps } = data
  const { facts } = useShareMessages()
  const { nodeMan, common } = useMessages()
  const { dateTime, duration } = useFormat()
  const plain = steps.map(({ step }) => step)
  const tookMs = instanceDurationMs(data, Date.now())
  const startedAt = plain[0]?.startedAt.at ?? null
  return [
    {
      label: facts.job,
      value: job === null ? nodeMan.jobTitle(nodeManJobId) : nodeMan.jobName(job.name, nodeManJobId),
    },
    { label: facts.steps, value: common.steps(steps.length) },
    ...(startedAt === null ? [] : [{ label: facts.began, value: dateTime(startedAt) }]),
    ...(tookMs === null ? [] : [{ label: facts.took, value: duration(tookMs) }]),
  ]
}

/** Names the attempt when it is not the newest: that one is the host's own address. */
function useLinkOf({ nodeManJobId, instanceId }: NodeManLogParams) {
  const urlOf = useShareUrl()
  const { taskId } = readNodeManInstanceUrl(useLocation().search)
  return (stepIndex: number | null, lineNumber: number | null) => {
    const line = lineNumber === null ? null : { first: lineNumber, last: lineNumber }
    const query = changeNodeManInstanceUrl('', { taskId, stepIndex, line })
    return urlOf(`${nodeManInstancePath(nodeManJobId, instanceId)}${query}`)
  }
}
