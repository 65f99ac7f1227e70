import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { jobInstancesQuery, scopesQuery, toProblem, useApi } from '#api'
import {
  type Capabilities,
  isDecimalId,
  isRunFinished,
  type JobInstanceId,
  type JobInstancePage,
  jobInstancePath,
  jobInstancesPath,
  type Scope,
  sameScope,
} from '#contract'
import { useFormat, useMessages } from '#i18n'
import { Loading, PageHeading, useTitle } from '#ui'
import { OpenById } from '../open-by-id.tsx'
import { Pager } from '../pager.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { HistoryEmpty, RangeTooLong } from './history-empty.tsx'
import { HistoryFilterBar } from './history-filter-bar.tsx'
import { hasNextPage, historyQuery } from './history-query.ts'
import { HistoryTable } from './history-table.tsx'
import { isTooLong } from './time-range.ts'
import { type HistoryUrl, readHistoryUrl, writeHistoryUrl } from './url.ts'

interface HistoryProps {
  readonly scope: Scope
  /** What the job platform offers; `null` while that is not known yet. */
  readonly job: Capabilities['job']
  /** `job` has been asked for, whatever came of it. */
  readonly limitsKnown: boolean
}

export function History({ scope, job, limitsKnown }: HistoryProps) {
  const { jobInstances: words, common } = useMessages()
  const [search, setSearch] = useSearchParams()
  const url = useMemo(() => readHistoryUrl(search), [search])
  const [asOf, setAsOf] = useState(Date.now)
  const name = useScopeName(scope, job?.scopes === true)
  const maxSpanDays = job?.jobInstanceList.maxSpanDays ?? null
  const tooLong = isTooLong(url.range, maxSpanDays)
  const query = useQuery({
    ...jobInstancesQuery(useApi(), scope, historyQuery(url, asOf)),
    // Presets are within every limit; two days may not be, so those wait until the limit is known.
    enabled: !tooLong && (limitsKnown || url.range.kind === 'preset'),
  })
  useTitle([words.titleOf(name)])
  const addressOf = (change: Partial<HistoryUrl>) =>
    `${jobInstancesPath(scope)}?${writeHistoryUrl(search, { ...url, pageNumber: 1, ...change })}`
  const handleChange = (change: Partial<HistoryUrl>) =>
    setSearch(writeHistoryUrl(search, { ...url, pageNumber: 1, ...change }))
  const problem = query.error === null ? null : toProblem(query.error)
  const notOffered = problem?.kind === 'not-offered' && query.data === undefined
  const retry = () => void query.refetch()
  return (
    <>
      <PageHeading
        title={words.titleOf(name)}
        actions={<Button onClick={() => setAsOf(Date.now())}>{common.refresh}</Button>}
      />
      {notOffered ? null : <HistoryFilterBar url={url} maxSpanDays={maxSpanDays} onChange={handleChange} />}
      {problem === null ? null : (
        <ProblemNotice
          problem={problem}
          onRetry={retry}
          severity={query.data === undefined && !notOffered ? 'error' : 'warning'}
        />
      )}
      {notOffered ? <JobInstanceById scope={scope} /> : null}
      {tooLong ? <RangeTooLong maxSpanDays={maxSpanDays ?? 0} addressOf={addressOf} /> : null}
      {!tooLong && query.isPending ? <Loading label={common.loading} lines={10} /> : null}
      {tooLong || query.data === undefined ? null : (
        <Listed
          page={query.data}
          url={url}
          asOf={asOf}
          changing={query.isPlaceholderData}
          maxSpanDays={maxSpanDays}
          addressOf={addressOf}
        />
      )}
    </>
  )
}

/** The way on where job instances cannot be listed, as with the log calls of the specifications alone. */
function JobInstanceById({ scope }: { readonly scope: Scope }) {
  const { jobInstances: words, jobInstance } = useMessages()
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

interface ListedProps {
  readonly page: JobInstancePage
  readonly url: HistoryUrl
  readonly asOf: number
  /** The rows still belong to the filters before these. */
  readonly changing: boolean
  readonly maxSpanDays: number | null
  readonly addressOf: (change: Partial<HistoryUrl>) => string
}

function Listed(props: ListedProps) {
  const { page, url, changing, maxSpanDays, addressOf } = props
  if (page.items.length === 0 && !changing)
    return <HistoryEmpty url={url} maxSpanDays={maxSpanDays} addressOf={addressOf} />
  return (
    <Rows aria-busy={changing}>
      <HistoryTable items={page.items} />
      <HistoryFooter {...props} />
    </Rows>
  )
}

function HistoryFooter({ page, url: { pageNumber }, asOf, addressOf }: ListedProps) {
  const { jobInstances: words } = useMessages()
  const { number, dateTime } = useFormat()
  const { items, total, start } = page
  const from = number(items.length === 0 ? 0 : start + 1)
  const to = number(start + items.length)
  const live = items.some(({ status }) => !isRunFinished(status))
  return (
    <>
      <Pager
        label={words.pages}
        text={total === null ? words.rowsWithoutTotal(from, to) : words.rows(from, to, total)}
        previous={pageNumber > 1 ? addressOf({ pageNumber: pageNumber - 1 }) : null}
        next={hasNextPage(page) ? addressOf({ pageNumber: pageNumber + 1 }) : null}
      />
      <Note>
        {words.asOf(dateTime(asOf))}
        {live ? ` · ${words.live}` : null}
      </Note>
    </>
  )
}

/** The scope's name where the deployment lists scopes, else its kind and number. */
function useScopeName(scope: Scope, offered: boolean): string {
  const { common } = useMessages()
  const { data } = useQuery({ ...scopesQuery(useApi()), enabled: offered })
  const named = data?.scopes?.find((candidate) => sameScope(candidate, scope))
  return named?.name ?? common.scopeName(common.scopeType[scope.type], scope.id)
}

const Rows = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  minWidth: 0,
  '&[aria-busy="true"]': { opacity: 0.6 },
})

const Note = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
