import type { QueryClient, QueryKey, UseQueryResult } from '@tanstack/react-query'

/** Something asked for, and how the reader ends that. */
export interface Wait {
  /** The reader ended it; nothing is under way. */
  readonly isStopped: boolean
  /** Ends the request, up to the upstream call made for it. */
  readonly stop: (client: QueryClient) => void
  readonly again: () => void
}

/** What of a query tells how the wait for it stands. */
export type AwaitedQuery = Pick<
  UseQueryResult,
  'isPending' | 'isPlaceholderData' | 'fetchStatus' | 'isEnabled' | 'refetch'
>

/** The wait for a query; of one that is not enabled nothing is under way that could be stopped. */
export function queryWait(query: AwaitedQuery, queryKey: QueryKey): Wait {
  const { isPending, isPlaceholderData, fetchStatus, isEnabled, refetch } = query
  return {
    isStopped: (isPending || isPlaceholderData) && isEnabled && fetchStatus === 'idle',
    stop: (client) => void client.cancelQueries({ queryKey, exact: true }),
    again: () => void refetch(),
  }
}

/** The wait for logs, of which what came is kept. */
export function logWait({ state, stop, loadRest }: AwaitedLogs): Wait {
  return { isStopped: state.isStopped, stop, again: loadRest }
}

interface AwaitedLogs {
  readonly state: { readonly isStopped: boolean }
  readonly stop: () => void
  readonly loadRest: () => void
}
