import { useQuery } from '@tanstack/react-query'
import { type StepAddress, stepInstanceQuery, useApi } from '#api'
import type { StepInstanceDetail } from '#contract'
import { useMessages } from '#i18n'

export interface BatchWordsProps {
  readonly address: StepAddress
  readonly part: NonNullable<StepInstanceDetail['part']>
  /** Hosts that the batch was answered with. */
  readonly shownCount: number
}

/**
 * What the batch of the address turned out to be: some hosts of the step, none, or all of them. No call tells whether a
 * step rolls (bk-job A.8), and one that does not may answer all its hosts to any number: the whole is counted beside it.
 */
export function BatchWords({ address, part: { executeCount, batch }, shownCount }: BatchWordsProps) {
  const { part: words } = useMessages().stepInstance
  const { data, isPending } = useQuery({
    ...stepInstanceQuery(useApi(), address, { executeCount, perGroup: 1 }),
    enabled: shownCount > 0,
    refetchInterval: false,
  })
  const wholeCount = data?.step.resultCounts?.reduce((sum, { count }) => sum + count, 0)
  if (shownCount === 0) return <span>{words.noBatch(batch)}</span>
  if (isPending) return null
  return <span>{wholeCount === shownCount ? words.notDivided(batch) : words.batch(batch)}</span>
}
