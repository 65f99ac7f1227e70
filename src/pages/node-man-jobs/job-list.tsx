import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { nodeManJobsQuery, toProblem, useApi } from '#api'
import { isNodeManUnfinished, type NodeManJobPage, type NodeManJobQuery, nodeManJobsPath } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, EmptyState } from '#ui'
import { addressFilter } from '../address-filter.ts'
import { Awaited } from '../awaited.tsx'
import { AwaitedRows } from '../awaited-rows.tsx'
import { PagedRows, Pager, RowsNote } from '../pager.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { queryWait } from '../wait.ts'
import { JobFilterBar } from './job-filter-bar.tsx'
import { JobTable } from './job-table.tsx'
import { isFiltered, type NodeManJobsUrl, readNodeManJobsUrl, writeNodeManJobsUrl } from './url.ts'

const pageSize = 50

/** The list with its filters; what it shows is in the address. */
export function JobList() {
  const [search, setSearch] = useSearchParams()
  const url = useMemo(() => readNodeManJobsUrl(search), [search])
  const [isRefused, setRefused] = useState(false)
  const options = nodeManJobsQuery(useApi(), jobsQuery(url))
  const query = useQuery({
    ...options,
    // The start page offers no list that was refused in this visit, however long ago.
    ...(isRefused && { gcTime: Number.POSITIVE_INFINITY }),
  })
  const changed = (change: Partial<NodeManJobsUrl>) =>
    writeNodeManJobsUrl(search, { ...url, pageNumber: 1, ...change })
  const problem = query.error === null ? null : toProblem(query.error)
  if (!isRefused && problem?.kind === 'not-offered') setRefused(true)
  const addressOf = (change: Partial<NodeManJobsUrl>) => `${nodeManJobsPath}?${changed(change)}`
  return (
    <>
      {problem?.kind === 'not-offered' ? null : (
        <JobFilterBar url={url} onChange={(change) => setSearch(changed(change))} />
      )}
      {problem === null ? null : (
        <ProblemNotice
          problem={problem}
          onRetry={() => void query.refetch()}
          severity={query.data === undefined && problem.kind !== 'not-offered' ? 'error' : 'warning'}
          compact={problem.kind === 'not-offered'}
        />
      )}
      {query.isPending ? (
        <Awaited
          wait={queryWait(query, options.queryKey)}
          what={({ nodeManJobs }) => nodeManJobs}
          lines={10}
        />
      ) : null}
      {query.data === undefined ? null : (
        <Listed page={query.data} url={url} changing={query.isPlaceholderData} addressOf={addressOf} />
      )}
      <AwaitedRows query={query} queryKey={options.queryKey} />
    </>
  )
}

interface ListedProps {
  readonly page: NodeManJobPage
  readonly url: NodeManJobsUrl
  /** The rows still belong to the filters before these. */
  readonly changing: boolean
  readonly addressOf: (change: Partial<NodeManJobsUrl>) => string
}

function Listed({ page, url, changing, addressOf }: ListedProps) {
  const { nodeMan: words } = useMessages()
  const { number } = useFormat()
  const { items, total } = page
  const { pageNumber } = url
  if (items.length === 0 && !changing) return <NoJobs url={url} addressOf={addressOf} />
  const start = (pageNumber - 1) * pageSize
  const live = items.some(({ status }) => isNodeManUnfinished(status))
  return (
    <PagedRows aria-busy={changing}>
      <JobTable items={items} />
      <Pager
        label={words.pages}
        text={words.rows(number(start + 1), number(start + items.length), total)}
        hasNext={start + items.length < total}
        {...{ pageNumber, addressOf }}
      />
      {live ? <RowsNote>{words.live}</RowsNote> : null}
    </PagedRows>
  )
}

function NoJobs({ url, addressOf }: Pick<ListedProps, 'url' | 'addressOf'>) {
  const { nodeMan: words } = useMessages()
  const cleared = { status: null, operator: null, ip: null, id: null }
  if (url.pageNumber > 1)
    return (
      <EmptyState title={words.pastEnd} actions={<AppLink to={addressOf({})}>{words.firstPage}</AppLink>} />
    )
  if (isFiltered(url))
    return (
      <EmptyState
        title={words.emptyFiltered}
        actions={<AppLink to={addressOf(cleared)}>{words.clearFilters}</AppLink>}
      />
    )
  return <EmptyState title={words.empty} meaning={words.emptyMeaning} />
}

function jobsQuery({ pageNumber, status, operator, ip, id }: NodeManJobsUrl): Partial<NodeManJobQuery> {
  return {
    page: pageNumber,
    pageSize,
    ...(status === null ? {} : { status }),
    ...(operator === null ? {} : { operator }),
    ...(ip === null ? {} : { ip: addressFilter(ip) ?? ip }),
    ...(id === null ? {} : { jobId: id }),
  }
}
