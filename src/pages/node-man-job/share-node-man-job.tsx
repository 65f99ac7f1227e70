import { type NodeManJob, nodeManJobPath, nodeManTone } from '#contract'
import { useFormat, useMessages, useShareMessages } from '#i18n'
import { SharePanel } from '../share-panel.tsx'
import { useShareUrl } from '../use-share-url.ts'

/** How a node-man job stands and, when hosts failed, which. */
export function ShareNodeManJob({ job }: { readonly job: NodeManJob }) {
  const words = useShareMessages()
  const { status, nodeMan, common } = useMessages()
  const { number, dateTime, duration } = useFormat()
  const urlOf = useShareUrl()
  const { id, name, counts, startedAt, durationMs } = job
  const { facts } = words
  const shared = {
    title: nodeMan.jobName(name, id),
    state: { tone: nodeManTone(job.status), word: status.nodeManStatusWord(job.status) },
    facts: [
      ...(counts === null
        ? []
        : [
            {
              label: facts.hosts,
              value:
                counts.failed === 0
                  ? common.hosts(counts.total)
                  : words.failedOf(number(counts.failed), number(counts.total)),
            },
          ]),
      { label: facts.began, value: dateTime(startedAt) },
      ...(durationMs === null ? [] : [{ label: facts.took, value: duration(durationMs) }]),
    ],
    quote: null,
    url: urlOf(nodeManJobPath(id)),
  }
  const failure = { ...shared, url: urlOf(`${nodeManJobPath(id)}?status=FAILED`) }
  return (
    <SharePanel
      subjects={[
        { label: words.nodeManJob, shared },
        ...(counts === null || counts.failed === 0 ? [] : [{ label: words.failure, shared: failure }]),
      ]}
    />
  )
}
