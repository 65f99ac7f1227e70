import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { useAwaitedMessages } from '#i18n'
import { WaitLine } from './long-wait.tsx'
import { useElapsedMs } from './use-elapsed.ts'
import { useLasting } from './use-lasting.ts'
import { type AwaitedQuery, queryWait, type Wait } from './wait.ts'

interface AwaitedRowsProps {
  readonly query: AwaitedQuery
  readonly queryKey: QueryKey
}

const wordsAfterMs = 1000

/**
 * While rows of another filter or page stand in for those asked for: after a second for how long, with a way to stop it; and
 * after that, whose rows these still are. At the lower edge, where it moves nothing.
 */
export function AwaitedRows({ query, queryKey }: AwaitedRowsProps) {
  if (!query.isPlaceholderData) return null
  const wait = queryWait(query, queryKey)
  if (wait.isStopped) return <StoppedRows wait={wait} />
  return <LateRows key={JSON.stringify(queryKey)} wait={wait} />
}

function LateRows({ wait }: { readonly wait: Wait }) {
  const words = useAwaitedMessages()
  const [beganAt] = useState(() => performance.now())
  const elapsedMs = useElapsedMs(beganAt)
  const isLong = useLasting(true, wordsAfterMs)
  if (!isLong) return null
  return (
    <Edge>
      <WaitLine wait={wait} sentence={words.what.otherRows} elapsedMs={elapsedMs} />
    </Edge>
  )
}

function StoppedRows({ wait }: { readonly wait: Wait }) {
  const words = useAwaitedMessages()
  return (
    <Edge>
      <span role="status">{words.stoppedRows}</span>
      <Button size="small" onClick={wait.again}>
        {words.again}
      </Button>
    </Edge>
  )
}

const Edge = styled('div')(({ theme }) => ({
  position: 'fixed',
  insetBlockEnd: 12,
  insetInline: 12,
  zIndex: theme.zIndex.snackbar,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'center',
  gap: '0 10px',
  width: 'fit-content',
  maxWidth: 'calc(100vw - 24px)',
  boxSizing: 'border-box',
  marginInline: 'auto',
  padding: '2px 14px',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  boxShadow: theme.shadows[4],
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
}))
