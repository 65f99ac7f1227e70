import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { jobInstancesOnceQuery, useApi } from '#api'
import type { JobInstanceQuery, Scope } from '#contract'
import { useFormat, useHistoryMessages } from '#i18n'

const everyMs = 20_000
const dayMs = 86_400_000

export interface NewerNoticeProps {
  readonly scope: Scope
  /** What the page was asked for; the same filters apply. */
  readonly query: Partial<JobInstanceQuery>
  /** When it was asked, epoch ms. */
  readonly asOf: number
  readonly onShow: () => void
}

/** Says that there is something newer, instead of pushing the rows down while somebody reads them. */
export function NewerNotice({ scope, query, asOf, onShow }: NewerNoticeProps) {
  const words = useHistoryMessages()
  const { number } = useFormat()
  const { data } = useQuery({
    ...jobInstancesOnceQuery(useApi(), scope, {
      ...query,
      from: asOf + 1,
      to: asOf + dayMs,
      start: 0,
      length: 20,
    }),
    refetchInterval: everyMs,
    initialData: { items: [], total: 0, start: 0, length: 20 },
    initialDataUpdatedAt: asOf,
  })
  const count = data.total ?? data.items.length
  if (count === 0) return null
  const isMore = data.total === null && count >= data.length
  return (
    <Button variant="outlined" onClick={onShow}>
      {isMore ? words.moreNewer(number(count)) : words.newer(count)}
    </Button>
  )
}
