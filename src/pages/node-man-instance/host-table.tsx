import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import { type NodeManInstanceId, nodeManTone } from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { AppLink, type Column, monospace, ToneIcon, VirtualTable } from '#ui'
import type { ListedHost } from './host-roster.ts'

interface HostTableProps {
  /** Keep the identity while nothing changed. */
  readonly hosts: readonly ListedHost[]
  readonly openedId: NodeManInstanceId
  readonly hrefOf: (host: ListedHost) => string
  /** A click beside the link, Enter or Space. */
  readonly onOpen: (host: ListedHost) => void
}

const headerHeight = 37
const rowHeight = 46

/** The hosts, each a link to its steps: state and address, and below it the step it is at or failed in. */
export function HostTable({ hosts, openedId, hrefOf, onOpen }: HostTableProps) {
  const messages = useMessages()
  const format = useFormat()
  const columns = useMemo<readonly Column<ListedHost>[]>(
    () => [
      {
        id: 'host',
        header: messages.nodeMan.address,
        width: 160,
        grow: 1,
        cell: (host) => (
          <Host>
            {host.status === null ? null : <ToneIcon tone={nodeManTone(host.status)} size={16} />}
            <AppLink to={hrefOf(host)} aria-current={host.id === openedId ? 'page' : undefined}>
              {host.name}
            </AppLink>
            <small>{wordsOf(host, messages, format)}</small>
          </Host>
        ),
      },
    ],
    [messages, format, hrefOf, openedId],
  )
  return (
    <VirtualTable
      label={messages.nodeMan.hostsTable}
      rows={hosts}
      columns={columns}
      rowKey={({ id }) => id}
      selectedKey={openedId}
      shownKey={openedId}
      onActivate={onOpen}
      rowHeight={rowHeight}
      height={headerHeight + hosts.length * rowHeight}
    />
  )
}

function wordsOf(
  { status, cloudId, stepName, durationMs }: ListedHost,
  { status: words, nodeMan }: Messages,
  { duration }: Format,
): string {
  const parts = [
    status === null ? null : words.nodeManStatusWord(status),
    stepName,
    cloudId === null ? null : nodeMan.cloudAreaNumber(cloudId),
    durationMs === null ? null : duration(durationMs),
  ]
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

const Host = styled('span')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  alignItems: 'center',
  columnGap: 6,
  lineHeight: 1.3,
  '& > svg': { gridRow: '1 / span 2' },
  '& > a, & > small': { gridColumn: 2, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& > a': { fontFamily: monospace, fontSize: '0.8125rem' },
  '& > a[aria-current]': { fontWeight: 700 },
  '& > small': { fontSize: '0.75rem', color: (theme.vars ?? theme).palette.text.secondary },
}))
