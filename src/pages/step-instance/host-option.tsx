import { styled } from '@mui/material/styles'
import { resultTone } from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { monospace, type Tone, ToneIcon } from '#ui'
import type { HostRow } from './host-rows.ts'

/** Height of one option of the rail, px: two lines. */
export const hostOptionHeight = 46

/** One host in the rail: address and duration above, status, exit code and tag below. */
export function HostOption({ row }: { readonly row: HostRow }) {
  const messages = useMessages()
  const format = useFormat()
  return (
    <Option>
      <ToneIcon tone={rowTone(row)} size={16} />
      <Address title={row.names}>{row.address}</Address>
      <Duration>{row.durationMs === null ? null : format.duration(row.durationMs)}</Duration>
      <Words>{rowWords(row, messages, format).join(' · ')}</Words>
    </Option>
  )
}

/** The same as a sentence, for assistive technology. */
export function hostOptionLabel(row: HostRow, messages: Messages, format: Format): string {
  const duration = row.durationMs === null ? [] : [format.duration(row.durationMs)]
  return [row.address, ...rowWords(row, messages, format), ...duration].join(', ')
}

/** Tone of a host: of its result, or of what is known of its log where results are not offered. */
export function rowTone({ status, logState }: HostRow): Tone {
  if (status !== null) return resultTone(status)
  return logTones[logState ?? 'unknown']
}
const logTones = { here: 'idle', missing: 'odd', failed: 'bad', unknown: 'idle' } as const

/** The word of a host's state. */
export function rowStatusWord({ status, logState }: HostRow, messages: Messages): string {
  if (status !== null) return messages.status.hostStatusWord(status)
  return messages.stepInstance.log.states[logState ?? 'unknown']
}

function rowWords(row: HostRow, messages: Messages, { number }: Format): readonly string[] {
  const { exit } = messages.stepInstance.hosts
  const exitWords = row.exitCode === null ? [] : [exit(number(row.exitCode))]
  return [rowStatusWord(row, messages), ...exitWords, ...(row.tag === null ? [] : [row.tag])]
}

const Option = styled('div')({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr) auto',
  gridTemplateRows: '1fr 1fr',
  alignItems: 'center',
  columnGap: 8,
  width: '100%',
  height: '100%',
  padding: '3px 0',
  '& > svg': { gridRow: '1 / span 2' },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', lineHeight: 1.3 },
})

const Address = styled('span')({ fontFamily: monospace, fontSize: '0.8125rem' })

const Duration = styled('span')(({ theme }) => ({
  fontSize: '0.75rem',
  color: (theme.vars ?? theme).palette.text.secondary,
  fontVariantNumeric: 'tabular-nums',
}))

const Words = styled('span')(({ theme }) => ({
  gridColumn: '2 / span 2',
  fontSize: '0.75rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
