import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { jobInstancesQuery, toProblem, upstreamNow, useApi } from '#api'
import {
  type Capabilities,
  isDecimalId,
  type JobInstanceId,
  jobInstancePath,
  jobInstancesPath,
  type Scope,
} from '#contract'
import { useHistoryMessages, useMessages } from '#i18n'
import { PageHeading, useTitle } from '#ui'
import { Awaited } from '../awaited.tsx'
import { AwaitedRows } from '../awaited-rows.tsx'
import { OpenById } from '../open-by-id.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { useScopeName } from '../scope-name.ts'
import { usePageQuery } from '../use-page-query.ts'
import { queryWait } from '../wait.ts'
import { PageTooFar, RangeTooLong } from './history-empty.tsx'
import { HistoryFilterBar } from './history-filter-bar.tsx'
import { historyQuery } from './history-query.ts'
import { Listed } from './listed.tsx'
import { NewerNotice } from './newer-notice.tsx'
import { isTooLong } from './time-range.ts'
import { type HistoryUrl, readHistoryUrl, unreadFilters, writeHistoryUrl } from './url.ts'

interface HistoryProps {
  readonly scope: Scope
  /** What the job platform offers; `null` while that is not known yet. */
  readonly job: Capabilities['job']
  /** `job` has been asked for, whatever came of it. */
  readonly limitsKnown: boolean
}

export function History({ scope, job, limitsKnown }: HistoryProps) {
  const { common, jobInstances } = useMessages()
  const [query, changeQuery] = usePageQuery()
  const search = useMemo(() => new URLSearchParams(query), [query])
  const url = useMemo(() => readHistoryUrl(search), [search])
  const unread = useMemo(() => unreadFilters(search), [search])
  const [asOf, setAsOf] = useState(upstreamNow)
  const title = jobInstances.titleOf(useScopeName(scope))
  const { maxSpanDays = null, maxStart = null } = job?.jobInstanceList ?? {}
  const addressOf = (change: Partial<HistoryUrl>) =>
    `${jobInstancesPath(scope)}?${writeHistoryUrl(search, { ...url, ...noRuns, pageNumber: 1, ...change })}`
  const beyond = beyondLimits(url, { maxSpanDays, maxStart }, addressOf)
  const asked = historyQuery(url, asOf)
  const options = jobInstancesQuery(useApi(), scope, asked)
  const answer = useQuery({
    ...options,
    // Presets and first pages are within every limit; others may not be, so those wait until the limits are known.
    enabled: beyond === null && (limitsKnown || (url.range.kind === 'preset' && url.pageNumber === 1)),
  })
  const { data, error, isPending, isPlaceholderData, refetch } = answer
  useTitle([title])
  const write = (change: Partial<HistoryUrl>) => (before: string) => {
    const known = new URLSearchParams(before)
    const next = `${writeHistoryUrl(known, { ...readHistoryUrl(known), ...change })}`
    return next === '' ? '' : `?${next}`
  }
  const problem = error === null ? null : toProblem(error)
  const notOffered = problem?.kind === 'not-offered' && data === undefined
  const handleFilter = (change: Partial<HistoryUrl>) =>
    changeQuery(write({ ...noRuns, pageNumber: 1, ...change }), 'push')
  const refresh = () => setAsOf(upstreamNow())
  return (
    <>
      <PageHeading
        title={title}
        actions={
          <>
            {data === undefined || url.pageNumber > 1 || url.range.kind === 'between' ? null : (
              <NewerNotice key={asOf} scope={scope} query={asked} asOf={asOf} onShow={refresh} />
            )}
            <Button onClick={refresh}>{common.refresh}</Button>
          </>
        }
      />
      {notOffered ? null : (
        <HistoryFilterBar url={url} unread={unread} maxSpanDays={maxSpanDays} onChange={handleFilter} />
      )}
      {problem === null ? null : (
        <ProblemNotice
          problem={problem}
          onRetry={() => void refetch()}
          severity={data === undefined && !notOffered ? 'error' : 'warning'}
          compact={notOffered}
        />
      )}
      {notOffered ? <JobInstanceById scope={scope} /> : null}
      {beyond}
      {beyond === null && isPending ? (
        <Awaited wait={queryWait(answer, options.queryKey)} what={({ history }) => history} lines={10} />
      ) : null}
      {beyond !== null || data === undefined ? null : (
        <Listed
          scope={scope}
          page={data}
          url={url}
          asOf={asOf}
          changing={isPlaceholderData}
          limits={{ maxSpanDays, maxStart }}
          addressOf={addressOf}
          onRefine={(change) => changeQuery(write(change))}
          onFilter={handleFilter}
        />
      )}
      <AwaitedRows query={answer} queryKey={options.queryKey} />
    </>
  )
}

/** Said instead of asking for what upstream would refuse; null where it would not. */
function beyondLimits(
  { range, pageNumber, pageSize }: HistoryUrl,
  { maxSpanDays, maxStart }: { readonly maxSpanDays: number | null; readonly maxStart: number | null },
  addressOf: (change: Partial<HistoryUrl>) => string,
): ReactNode {
  if (isTooLong(range, maxSpanDays))
    return <RangeTooLong maxSpanDays={maxSpanDays ?? 0} addressOf={addressOf} />
  if (maxStart === null || (pageNumber - 1) * pageSize <= maxStart) return null
  return <PageTooFar {...{ maxStart, pageSize }} firstPage={addressOf({})} />
}

/** Other rows, another question: whose earlier runs were shown has no place among them. */
const noRuns = { runsOf: null, compared: null } as const

/** The way on where job instances cannot be listed, as with the log calls of the specifications alone. */
function JobInstanceById({ scope }: { readonly scope: Scope }) {
  const words = useHistoryMessages()
  const { jobInstance } = useMessages()
  return (
    <section>
      <p>{words.notOffered}</p>
      <OpenById
        label={words.id}
        buttonLabel={words.open}
        complaint={jobInstance.badIdMeaning}
        pathOf={(text) => (isDecimalId(text) ? jobInstancePath(scope, text as JobInstanceId) : null)}
      />
    </section>
  )
}
