import type { JobInstancePage, JobInstanceQuery } from '#contract'
import { rangeBounds } from './time-range.ts'
import type { HistoryUrl } from './url.ts'

/** What to ask the gateway for. `now` is epoch ms, see {@link rangeBounds}. */
export function historyQuery(url: HistoryUrl, now: number): Partial<JobInstanceQuery> {
  const { status, type, launchMode, operator, name, ip, id, pageNumber, pageSize } = url
  return {
    ...rangeBounds(url.range, now),
    start: (pageNumber - 1) * pageSize,
    length: pageSize,
    ...(status === null ? {} : { status }),
    ...(type === null ? {} : { type }),
    ...(launchMode === null ? {} : { launchMode }),
    ...(operator === null ? {} : { operator }),
    ...(name === null ? {} : { name }),
    ...(ip === null ? {} : { ip }),
    ...(id === null ? {} : { jobInstanceId: id }),
  }
}

/**
 * True when there is, or, without a total (v4), may be another page: a full page hints at one (bk-job A.6). Never where
 * upstream would refuse to begin: at more than `maxStart` rows from the top (v4, bk-job A.2).
 */
export function hasNextPage(
  { items, total, start, length }: JobInstancePage,
  maxStart: number | null,
): boolean {
  if (maxStart !== null && start + length > maxStart) return false
  return total === null ? items.length >= length : start + items.length < total
}
