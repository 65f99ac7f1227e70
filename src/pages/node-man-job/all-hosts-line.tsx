import { useFormat, useMessages } from '#i18n'
import { SmallButton } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { ReadingLine } from './reading-line.tsx'
import type { AllHosts } from './use-all-hosts.ts'

interface AllHostsLineProps {
  readonly all: AllHosts
  /** Hosts of the page at hand. */
  readonly pageCount: number
  /** Hosts that pass the filters. */
  readonly total: number
  /** Takes the order away. */
  readonly onPages: () => void
}

/** What is sorted: all hosts, those that could be read, or only those of this page. */
export function AllHostsLine({ all, pageCount, total, onPages }: AllHostsLineProps) {
  const { nodeMan: words } = useMessages()
  const { number } = useFormat()
  const { hosts, wait, progress, problem } = all
  if (hosts !== null)
    return (
      <>
        <span role="status">
          {hosts.length < total
            ? words.sortedFirst(number(hosts.length), total)
            : words.sortedAll(hosts.length)}
        </span>
        <SmallButton type="button" onClick={onPages}>
          {words.inPages}
        </SmallButton>
      </>
    )
  if (problem !== null)
    return (
      <>
        <span role="status">{words.sortedPage(pageCount)}</span>
        <ProblemNotice problem={problem} onRetry={wait.again} severity="warning" compact />
      </>
    )
  if (wait.isStopped)
    return (
      <>
        <span role="status">{words.sortedPage(pageCount)}</span>
        <SmallButton type="button" onClick={wait.again}>
          {words.sortAll(total)}
        </SmallButton>
      </>
    )
  const sentence = words.readingAll(number(progress?.read ?? 0), total)
  return <ReadingLine {...{ wait, progress, sentence }} />
}
