import { useMemo } from 'react'
import { isNodeManUnfinished, type NodeManJobDetail } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, EmptyState, lazyPart, PopoverButton, SelectField, type Sort } from '#ui'
import { byAddress } from '../node-man-host-order.ts'
import { PagedRows, Pager, PagerRow, RowsNote } from '../pager.tsx'
import { AllHostsLine } from './all-hosts-line.tsx'
import { HostTable } from './host-table.tsx'
import { IgnoredHosts } from './ignored-hosts.tsx'
import { passesFilter } from './passing-filter.ts'
import { type NodeManJobUrl, type PageSize, pageSizes } from './url.ts'
import { useAllHosts } from './use-all-hosts.ts'

const CopyHosts = lazyPart(async () => (await import('./copy-hosts.tsx')).CopyHosts)

export interface HostsProps {
  readonly detail: NodeManJobDetail
  readonly url: NodeManJobUrl
  readonly onPageSize: (pageSize: PageSize) => void
  readonly onSort: (sort: Sort | null) => void
  /** The rows still belong to the filters before these. */
  readonly changing: boolean
  readonly addressOf: (change: Partial<NodeManJobUrl>) => string
}

/** The hosts of one page, and those node-man left out, which it repeats on every page (bk-nodeman B3). */
export function Hosts(props: HostsProps) {
  const { detail, changing, url, onSort } = props
  const { nodeMan: words } = useMessages()
  const { instances, job } = detail
  const worked = useMemo(() => instances.filter(({ ignored }) => !ignored).sort(byAddress), [instances])
  const { status, ip, sort } = url
  const ignored = useMemo(
    () => instances.filter((instance) => instance.ignored && passesFilter(instance, { status, ip })),
    [instances, status, ip],
  )
  // Whoever sorts wants the first of all hosts, not those of this page.
  const isPart = detail.total > worked.length && !changing
  const all = useAllHosts(job.id, { status, ip }, sort !== null && isPart)
  const listed = sort === null || !isPart ? null : all.hosts
  return (
    <PagedRows aria-busy={changing}>
      {worked.length === 0 ? (
        <NoHosts {...props} someIgnored={ignored.length > 0} />
      ) : (
        <>
          <PagerRow>
            <PopoverButton label={words.copyHosts}>
              {() => (
                <CopyHosts
                  {...{ job, filter: { status, ip }, total: detail.total }}
                  shown={listed === null ? worked : null}
                />
              )}
            </PopoverButton>
            {sort !== null && isPart ? (
              <AllHostsLine
                all={all}
                pageCount={worked.length}
                total={detail.total}
                onPages={() => onSort(null)}
              />
            ) : null}
          </PagerRow>
          <HostTable jobId={job.id} hosts={listed ?? worked} filter={url} sort={sort} onSort={onSort} />
          {listed === null ? <HostPager {...props} count={worked.length} /> : null}
        </>
      )}
      {ignored.length === 0 ? null : <IgnoredHosts hosts={ignored} />}
      {isNodeManUnfinished(job.status) ? <RowsNote>{words.live}</RowsNote> : null}
    </PagedRows>
  )
}

function HostPager(props: HostsProps & { readonly count: number }) {
  const { detail, url, addressOf, count, onPageSize } = props
  const { nodeMan: words } = useMessages()
  const { number } = useFormat()
  const { pageNumber, pageSize } = url
  const start = (pageNumber - 1) * pageSize
  const sizes = pageSizes.map((size) => ({ value: `${size}`, label: words.perPage(size) }))
  return (
    <PagerRow>
      <Pager
        label={words.hostPages}
        text={words.hostRows(number(start + 1), number(start + count), detail.total)}
        hasNext={start + count < detail.total}
        {...{ pageNumber, addressOf }}
      />
      {detail.total <= pageSizes[0] ? null : (
        <SelectField
          label={words.pageSize}
          labelHidden
          value={`${pageSize}`}
          options={sizes}
          onChange={(value) => onPageSize(pageSizes.find((size) => `${size}` === value) ?? pageSizes[0])}
        />
      )}
    </PagerRow>
  )
}

function NoHosts({ url, addressOf, someIgnored }: HostsProps & { readonly someIgnored: boolean }) {
  const { nodeMan: words } = useMessages()
  if (url.pageNumber > 1)
    return (
      <EmptyState title={words.pastEnd} actions={<AppLink to={addressOf({})}>{words.firstPage}</AppLink>} />
    )
  // All that are wanted were ignored: an answer by itself, said below.
  if (someIgnored) return null
  if (url.status !== null || url.ip !== null)
    return (
      <EmptyState
        title={words.noHostsMatch}
        actions={<AppLink to={addressOf({ status: null, ip: null })}>{words.clearFilters}</AppLink>}
      />
    )
  return <EmptyState title={words.noHosts} meaning={words.noHostsMeaning} />
}
