import { useQuery } from '@tanstack/react-query'
import { capabilitiesQuery, useApi } from '#api'
import { type NodeManJob, nodeManJobsPath } from '#contract'
import { useAdvice, useFormat, useMessages } from '#i18n'
import { type Fact, lazyPart, OutLink, PageHeading, PopoverButton } from '#ui'
import { NodeManChip } from '../node-man-chip.tsx'
import { NodeManCountsText } from '../node-man-counts.tsx'
import { NodeManDuration } from '../node-man-duration.tsx'
import { StatusHelp } from '../status-help.tsx'

const ShareNodeManJob = lazyPart(async () => (await import('./share-node-man-job.tsx')).ShareNodeManJob)

export interface JobHeadingProps {
  readonly job: NodeManJob
  /** Address of the hosts with one status. */
  readonly addressOf: (status: string) => string
}

/** What the job is and how it stands, counts as links to the hosts they count. */
export function JobHeading({ job, addressOf }: JobHeadingProps) {
  const { nodeMan: words, common, status } = useMessages()
  const { dateTime, list } = useFormat()
  const facts: readonly Fact[] = [
    { label: common.id, value: job.id },
    { label: words.counts, value: <NodeManCountsText counts={job.counts} addressOf={addressOf} /> },
    ...(job.scopeNames.length === 0 ? [] : [{ label: words.scopes, value: list(job.scopeNames) }]),
    { label: common.operator, value: job.operator ?? common.notGiven },
    { label: common.started, value: dateTime(job.startedAt) },
    { label: common.finished, value: dateTime(job.endedAt) },
    { label: common.duration, value: <NodeManDuration {...job} /> },
  ]
  const nextStep = useAdvice()('nodeMan', job.status)
  return (
    <>
      <PageHeading
        title={job.name}
        status={<NodeManChip size="medium" status={job.status} />}
        breadcrumbs={[{ label: words.allJobs, to: nodeManJobsPath }]}
        breadcrumbsLabel={common.breadcrumbs}
        facts={facts}
        actions={
          <>
            <PopoverButton label={common.share}>{() => <ShareNodeManJob job={job} />}</PopoverButton>
            <OutsideLink job={job} />
          </>
        }
      />
      {nextStep === null ? null : (
        <StatusHelp meaning={status.nodeManStatusMeaning(job.status)} nextStep={nextStep} />
      )}
    </>
  )
}

/** The same job on node-man's own page, where one is configured (bk-nodeman C1). */
function OutsideLink({ job }: Pick<JobHeadingProps, 'job'>) {
  const { nodeMan: words } = useMessages()
  const { data } = useQuery(capabilitiesQuery(useApi()))
  const base = data?.links.nodeManWeb ?? null
  if (base === null) return null
  return (
    <OutLink href={`${base.replace(/\/+$/, '')}/#/task-list/detail/${job.id}`}>{words.openInNodeMan}</OutLink>
  )
}
