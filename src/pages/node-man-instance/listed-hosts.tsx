import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useFormat, useMessages } from '#i18n'
import { EmptyState, SmallButton } from '#ui'
import { Awaited } from '../awaited.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import type { UsedJobHosts } from './use-job-hosts.ts'

interface ListedHostsProps {
  readonly used: UsedJobHosts
  /** Name of the open host, where the list is without it. */
  readonly hidden: string | null
  readonly onShowAll: () => void
  readonly children: ReactNode
}

/** The list, and in words what it lacks. */
export function ListedHosts({ used, hidden, onShowAll, children }: ListedHostsProps) {
  const { hosts, total, isChanging, wait, problem, retry } = used
  const { nodeMan: words } = useMessages()
  const { list } = words
  const { number } = useFormat()
  const showAll = (
    <SmallButton type="button" onClick={onShowAll}>
      {list.showAll}
    </SmallButton>
  )
  return (
    <>
      {problem === null ? null : (
        <ProblemNotice problem={problem} onRetry={retry} severity="warning" compact />
      )}
      {hosts === null && problem === null ? (
        <Awaited wait={wait} what={({ nodeManHosts }) => nodeManHosts} lines={8} />
      ) : null}
      {hosts === null ? null : hosts.length === 0 ? (
        <EmptyState title={words.noHostsMatch} actions={showAll} />
      ) : (
        <Faint aria-busy={isChanging}>
          {hidden === null || isChanging ? null : (
            <HostNote role="status">
              {list.hidden(hidden)} {showAll}
            </HostNote>
          )}
          {children}
          {total === null || total <= hosts.length ? null : (
            <HostNote>{list.cut(number(hosts.length), number(total))}</HostNote>
          )}
        </Faint>
      )}
    </>
  )
}

/** A sentence beside the list. */
export const HostNote = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.75rem',
  lineHeight: 1.35,
  overflowWrap: 'anywhere',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

const Faint = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  minHeight: 0,
  '&[aria-busy="true"]': { opacity: 0.6 },
})
