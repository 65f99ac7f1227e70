import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { nodeManJobQuery, toProblem, useApi } from '#api'
import {
  type NodeManInstanceQuery,
  type NodeManJobId,
  nodeManInstanceIdSchema,
  nodeManInstancePath,
  nodeManJobPath,
  nodeManJobsPath,
  nodeManTone,
} from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { Awaited } from '../awaited.tsx'
import { AwaitedRows } from '../awaited-rows.tsx'
import { NodeManGone } from '../node-man-gone.tsx'
import { askedHosts } from '../node-man-host-filter.ts'
import { HostFilterBar } from '../node-man-host-filter-bar.tsx'
import { OpenById } from '../open-by-id.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { queryWait } from '../wait.ts'
import { Hosts } from './hosts.tsx'
import { JobHeading } from './job-heading.tsx'
import { type NodeManJobUrl, readNodeManJobId, readNodeManJobUrl, writeNodeManJobUrl } from './url.ts'

/** `/node-man/jobs/{jobId}`: one node-man job and its hosts. */
export function NodeManJobPage() {
  const id = readNodeManJobId(useParams())
  return id === null ? <NoSuchJob /> : <Job key={id} id={id} />
}

function NoSuchJob() {
  const { nodeMan: words } = useMessages()
  useTitle([words.title])
  return (
    <>
      <PageHeading title={words.title} />
      <EmptyState
        title={words.badJob}
        meaning={words.badJobId}
        actions={<AppLink to={nodeManJobsPath}>{words.allJobs}</AppLink>}
      />
    </>
  )
}

function Job({ id }: { readonly id: NodeManJobId }) {
  const { nodeMan: words, status } = useMessages()
  const [search, setSearch] = useSearchParams()
  const url = useMemo(() => readNodeManJobUrl(search), [search])
  const options = nodeManJobQuery(useApi(), id, hostsQuery(url))
  const query = useQuery(options)
  const { data, error, isPending, isPlaceholderData, refetch } = query
  const code = data?.job.status
  useTitle(
    [
      data?.job.name,
      code === undefined ? null : { state: status.nodeManStatusWord(code) },
      words.jobTitle(id),
    ],
    code === undefined ? null : nodeManTone(code),
  )
  const problem = error === null ? null : toProblem(error)
  const notOffered = problem?.kind === 'not-offered' && data === undefined
  const changed = (change: Partial<NodeManJobUrl>) =>
    writeNodeManJobUrl(search, { ...url, pageNumber: 1, ...change })
  const addressOf = (change: Partial<NodeManJobUrl>) => `${nodeManJobPath(id)}?${changed(change)}`
  return (
    <>
      {data === undefined ? (
        <PageHeading title={words.jobTitle(id)} />
      ) : (
        <JobHeading job={data.job} addressOf={(status) => addressOf({ status })} />
      )}
      {notOffered ? <HostById jobId={id} /> : null}
      {problem === null ? null : (
        <ProblemNotice
          problem={problem}
          onRetry={() => void refetch()}
          severity={data === undefined && !notOffered ? 'error' : 'warning'}
          compact={notOffered}
          actions={notOffered ? null : <AppLink to={nodeManJobsPath}>{words.allJobs}</AppLink>}
        />
      )}
      {problem === null || data !== undefined ? null : <NodeManGone jobId={id} problem={problem} />}
      {isPending ? (
        <Awaited
          wait={queryWait(query, options.queryKey)}
          what={({ nodeManJob }) => nodeManJob(id)}
          lines={8}
        />
      ) : null}
      <AwaitedRows query={query} queryKey={options.queryKey} />
      {data === undefined ? null : (
        <>
          <HostFilterBar
            filter={url}
            counts={data.job.counts}
            onChange={(change) => setSearch(changed(change))}
          />
          <Hosts
            detail={data}
            url={url}
            changing={isPlaceholderData}
            addressOf={addressOf}
            onPageSize={(pageSize) => setSearch(changed({ pageSize }))}
            onSort={(sort) => setSearch(changed({ sort, pageNumber: url.pageNumber }), { replace: true })}
          />
        </>
      )}
    </>
  )
}

/** The way on where hosts cannot be listed, as with the log call of spec 3 alone. */
function HostById({ jobId }: { readonly jobId: NodeManJobId }) {
  const { nodeMan: words } = useMessages()
  const pathOf = (text: string) => {
    const parsed = nodeManInstanceIdSchema.safeParse(text)
    return parsed.success ? nodeManInstancePath(jobId, parsed.data) : null
  }
  return (
    <section>
      <p>{words.hostsNotOffered}</p>
      <OpenById
        label={words.instanceId}
        buttonLabel={words.openLog}
        complaint={words.badInstanceMeaning}
        pathOf={pathOf}
        numeric={false}
      />
    </section>
  )
}

function hostsQuery(url: NodeManJobUrl): Partial<NodeManInstanceQuery> {
  return { page: url.pageNumber, pageSize: url.pageSize, ...askedHosts(url) }
}
