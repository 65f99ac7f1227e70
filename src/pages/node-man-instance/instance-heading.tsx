import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { capabilitiesQuery, useApi } from '#api'
import { type NodeManLogParams, nodeManJobPath, nodeManJobsPath } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { type Fact, lazyPart, OutLink, PageHeading, PopoverButton } from '#ui'
import { NodeManChip } from '../node-man-chip.tsx'
import { hostFilterQuery, type NodeManHostFilter } from '../node-man-host-filter.ts'
import { useNow } from '../use-now.ts'
import { currentStep } from './current-step.ts'
import type { InstanceData } from './use-instance.ts'
import { instanceDurationMs } from './whole-duration.ts'

const ShareInstance = lazyPart(async () => (await import('./share-instance.tsx')).ShareInstance)

export interface InstanceHeadingProps {
  readonly address: NodeManLogParams
  readonly data: InstanceData
  readonly name: string
  /** The hosts it is one of: the way up leads to them. */
  readonly filter: NodeManHostFilter
  readonly attempts: ReactNode
}

/** Which host, of which job, how it stands, and how long it took from first start to last end. */
export function InstanceHeading({ address, data, name, filter, attempts }: InstanceHeadingProps) {
  const { nodeMan: words, common } = useMessages()
  const { job, outcome, session, refetch } = data
  const { nodeManJobId } = address
  const handleRefresh = () => {
    session.reload()
    refetch()
  }
  return (
    <PageHeading
      title={name}
      status={outcome === null ? null : <NodeManChip size="medium" status={outcome} />}
      breadcrumbs={[
        { label: words.allJobs, to: nodeManJobsPath },
        {
          label: job === null ? words.jobTitle(nodeManJobId) : words.jobName(job.name, nodeManJobId),
          to: `${nodeManJobPath(nodeManJobId)}${hostFilterQuery(filter)}`,
        },
      ]}
      breadcrumbsLabel={common.breadcrumbs}
      facts={useFacts(data)}
      actions={
        <>
          {attempts}
          <PopoverButton label={common.share}>
            {() => <ShareInstance address={address} data={data} name={name} />}
          </PopoverButton>
          <OutsideLink {...address} />
          <Button onClick={handleRefresh}>{words.refresh}</Button>
        </>
      }
    />
  )
}

function useFacts(data: InstanceData): readonly Fact[] {
  const { host, steps, live } = data
  const { nodeMan: words } = useMessages()
  const { duration, dateTime, number } = useFormat()
  const plain = steps.map(({ step }) => step)
  const now = useNow(live)
  const wholeMs = instanceDurationMs(data, now)
  const current = currentStep(plain, now)
  const took = duration(wholeMs)
  const given = [
    { label: words.operation, value: host?.operation },
    { label: words.business, value: host?.scopeName },
    { label: words.cloudArea, value: host?.cloudName ?? host?.cloudId },
    { label: words.ipv6, value: host?.ip === host?.ipv6 ? null : host?.ipv6 },
    { label: words.statusText, value: host?.statusText },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []))
  // Those that come with the steps stand first, and have their places: others come after them.
  const place = (label: string, room: string) => ({ label, value: '…', room })
  return [
    ...(data.isComing
      ? [place(words.steps, '1.2em'), place(words.wholeDuration, '5.5em')]
      : [
          ...(steps.length === 0 ? [] : [{ label: words.steps, value: number(steps.length), room: '1.2em' }]),
          ...(wholeMs === null
            ? []
            : [
                {
                  label: words.wholeDuration,
                  value: live ? words.soFar(took) : took,
                  room: live ? '15ch' : '5.5em',
                },
              ]),
        ]),
    ...given,
    ...(current === null
      ? []
      : [
          {
            label: words.nowAt,
            value: words.nowAtStep(current.stepIndex + 1, current.name, dateTime(current.since)),
          },
        ]),
  ]
}

/** The same host on node-man's own page, where one is configured (bk-nodeman C1). */
function OutsideLink({ nodeManJobId, instanceId }: NodeManLogParams) {
  const { nodeMan: words } = useMessages()
  const { data } = useQuery(capabilitiesQuery(useApi()))
  const base = data?.links.nodeManWeb ?? null
  if (base === null) return null
  const path = `/#/task-list/${nodeManJobId}/log/${encodeURIComponent(instanceId)}`
  return <OutLink href={`${base.replace(/\/+$/, '')}${path}`}>{words.openInNodeMan}</OutLink>
}
