import { Fragment } from 'react'
import type { NodeManCounts } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink } from '#ui'

type CountName = 'success' | 'failed' | 'running' | 'pending' | 'ignored'

const parts: readonly { readonly name: CountName; readonly status: string }[] = [
  { name: 'failed', status: 'FAILED' },
  { name: 'running', status: 'RUNNING' },
  { name: 'pending', status: 'PENDING' },
  { name: 'success', status: 'SUCCESS' },
  { name: 'ignored', status: 'IGNORED' },
]

export interface NodeManCountsTextProps {
  readonly counts: NodeManCounts | null
  /** Address of the hosts with one status; no links when not given. Ignored hosts are never paged, so not linked. */
  readonly addressOf?: (status: string) => string
}

/** "20 hosts: 2 failed · 1 running · 17 succeeded", without the zeros. */
export function NodeManCountsText({ counts, addressOf }: NodeManCountsTextProps) {
  const { nodeMan: words } = useMessages()
  const { number } = useFormat()
  if (counts === null) return <>{words.notCounted}</>
  const shown = parts.filter(({ name }) => counts[name] > 0)
  return (
    <span>
      {words.hosts(counts.total)}
      {shown.map(({ name, status }, position) => {
        const text = words.countParts[name](number(counts[name]))
        return (
          <Fragment key={name}>
            {position === 0 ? ': ' : ' · '}
            {addressOf === undefined || name === 'ignored' ? (
              text
            ) : (
              <AppLink to={addressOf(status)}>{text}</AppLink>
            )}
          </Fragment>
        )
      })}
    </span>
  )
}
