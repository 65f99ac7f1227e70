import { styled } from '@mui/material/styles'
import { useFormat, useMessages } from '#i18n'
import { monospace, StatusChip } from '#ui'
import { rowStatusWord } from './host-option.tsx'
import { type HostRow, rowTone } from './host-rows.ts'

/** Whose log this is and how it went there: on a narrow screen the rail is out of sight. */
export function HostHeading({ row }: { readonly row: HostRow }) {
  const messages = useMessages()
  const { number, duration } = useFormat()
  const { hosts } = messages.stepInstance
  const details = [
    ...(row.exitCode === null ? [] : [hosts.exit(number(row.exitCode))]),
    ...(row.durationMs === null ? [] : [duration(row.durationMs)]),
    ...(row.tag === null ? [] : [row.tag]),
  ]
  return (
    <Line>
      <h2>{row.address}</h2>
      {row.status === null ? null : (
        <StatusChip
          tone={rowTone(row)}
          label={rowStatusWord(row, messages)}
          meaning={messages.status.hostStatusMeaning(row.status)}
        />
      )}
      <span>{details.join(' · ')}</span>
    </Line>
  )
}

const Line = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 10px',
  paddingBottom: 6,
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& > h2': {
    margin: 0,
    fontFamily: monospace,
    fontSize: '0.9375rem',
    color: (theme.vars ?? theme).palette.text.primary,
    overflowWrap: 'anywhere',
  },
}))
