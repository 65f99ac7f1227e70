import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import type { LogSessionState } from '#api'
import { useFormat, useMessages } from '#i18n'

interface LoadingProgressProps {
  readonly state: LogSessionState
  readonly transfers: LogSessionState['transfers']
  /** Hosts asked for. */
  readonly hostCount: number
  readonly onStop: () => void
}

/** How far loading has come, as text, and a way to stop it. */
export function LoadingProgress({ state, transfers, hostCount, onStop }: LoadingProgressProps) {
  const { transfer: words } = useMessages()
  const { number } = useFormat()
  const hosts = useMemo(() => new Set(transfers.map(({ frame }) => frame.hostKey)).size, [transfers])
  const failed = state.failures.reduce((sum, { keys }) => sum + keys.length, 0)
  const answered = Math.min(hostCount, hosts + state.missing.size + failed)
  return (
    <Line role="status" aria-busy="true">
      {words.progress(number(answered), number(hostCount), words.total(transfers.length))}
      <progress max={hostCount} value={answered} aria-label={words.loading} />
      <Button onClick={onStop}>{words.stop}</Button>
    </Line>
  )
}

const Line = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' })
