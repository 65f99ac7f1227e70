import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { LogSessionState } from '#api'
import { useFormat, useTransferWords } from '#i18n'

interface LoadingProgressProps {
  readonly state: LogSessionState
  readonly transferCount: number
  /** Hosts of which transfers have come. */
  readonly answeredHosts: number
  /** Hosts asked for. */
  readonly hostCount: number
  readonly onStop: () => void
}

/** How far loading has come, as text, and a way to stop it. */
export function LoadingProgress(props: LoadingProgressProps) {
  const { state, transferCount, answeredHosts, hostCount, onStop } = props
  const { transfer: words } = useTransferWords()
  const { number } = useFormat()
  const failed = state.failures.reduce((sum, { keys }) => sum + keys.length, 0)
  const answered = Math.min(hostCount, answeredHosts + state.missing.size + failed)
  return (
    <Line role="status" aria-busy="true">
      {words.progress(number(answered), number(hostCount), words.total(transferCount))}
      <progress max={hostCount} value={answered} aria-label={words.loading} />
      <Button onClick={onStop}>{words.stop}</Button>
    </Line>
  )
}

/** It comes and goes: at the lower edge, where nothing that is read stands below it. */
const Line = styled('div')(({ theme }) => ({
  order: 1,
  position: 'sticky',
  bottom: 0,
  zIndex: theme.zIndex.mobileStepper,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  backgroundColor: (theme.vars ?? theme).palette.background.default,
}))
