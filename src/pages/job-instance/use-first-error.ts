import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type StepAddress, stepInstanceQuery, useApi } from '#api'
import type { StepInstance } from '#contract'
import { hostToQuote } from '../host-to-quote.ts'
import { type HostQuote, useHostQuote } from '../use-host-quote.ts'

/**
 * Asks about one target of each group and reads the log of one out of the largest that failed. `undefined` until that
 * is done, `null` where nobody can be asked.
 */
export function useFirstError(address: StepAddress, step: StepInstance): HostQuote | null | undefined {
  const { data, isError } = useQuery(stepInstanceQuery(useApi(), address, { perGroup: 1 }))
  const counts = step.resultCounts
  const target = useMemo(
    () => (data === undefined ? undefined : hostToQuote(data.results, counts ?? [])),
    [data, counts],
  )
  const quote = useHostQuote(address, target)
  return isError ? null : quote
}
