import { useFormat, useMessages } from '#i18n'
import type { UsedJobHosts } from './use-job-hosts.ts'

interface HostPlaceProps {
  readonly used: UsedJobHosts
  /** Of the open host in the list; -1 when it is not in it. */
  readonly index: number
  /** The filter's. */
  readonly status: string | null
}

/** Which of how many hosts the open one is, e.g. "3 of 40 failed hosts". */
export function HostPlace({ used: { hosts, total }, index, status }: HostPlaceProps) {
  const { list } = useMessages().nodeMan
  const { number } = useFormat()
  if (hosts === null) return <>{list.region}</>
  if (total === null) return <>{list.known}</>
  const all = list.hosts(status, total)
  return <>{index < 0 ? all : list.place(number(index + 1), all)}</>
}
