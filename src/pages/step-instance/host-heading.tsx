import { styled } from '@mui/material/styles'
import { memo, useContext } from 'react'
import type { StepAddress } from '#api'
import { isResultFailed } from '#contract'
import { useAdvice, useAdviceAwaited, useFormat, useMessages } from '#i18n'
import { lazyPart, monospace, PopoverButton, StatusChip } from '#ui'
import { StatusHelp } from '../status-help.tsx'
import { type HostRow, rowTone } from './host-rows.ts'
import { rowStatusWord } from './row-status-word.ts'
import { ReadContext } from './use-is-read.ts'

const ShareHost = lazyPart(async () => (await import('./share-host.tsx')).ShareHost)

/** bk-job A.14. */
const succeededBefore = 3

export interface HostHeadingProps {
  /** Undefined where the step cannot be told of. */
  readonly address?: StepAddress | undefined
  readonly row: HostRow
  /** The step has ended. */
  readonly isOver: boolean
}

/** Whose log this is and how it went there: on a narrow screen the rail is out of sight. */
export const HostHeading = memo(function HostHeading(props: HostHeadingProps) {
  const { address, row, isOver } = props
  const messages = useMessages()
  const { number, duration } = useFormat()
  const { hosts } = messages.stepInstance
  const isRead = useContext(ReadContext)
  const details = [
    ...(row.exitCode === null ? [] : [hosts.exit(number(row.exitCode))]),
    ...(row.durationMs === null ? [] : [duration(row.durationMs)]),
    ...(row.tag === null ? [] : [row.tag]),
    // The one success whose word does not say what it means.
    ...(row.status === succeededBefore ? [messages.status.hostStatusMeaning(row.status)] : []),
  ]
  return (
    <Line>
      <h2>{row.address}</h2>
      {row.status === null ? null : (
        <StatusChip
          tone={rowTone(row)}
          label={rowStatusWord(row, messages, isOver)}
          {...(isOver && rowTone(row) === 'busy'
            ? {}
            : { meaning: messages.status.hostStatusMeaning(row.status) })}
        />
      )}
      <span>{details.join(' · ')}</span>
      {row.status === null || !isRead ? null : <HostHelp status={row.status} />}
      {address === undefined ? null : (
        <PopoverButton label={messages.common.share}>
          {() => <ShareHost address={address} row={row} />}
        </PopoverButton>
      )}
    </Line>
  )
})

/** Folded: the log is what the room is for, and a tooltip is out of reach of fingers and keys. */
function HostHelp({ status }: { readonly status: number }) {
  const { common, status: words } = useMessages()
  const isAwaited = useAdviceAwaited()
  const nextStep = useAdvice()('hostStatus', status)
  if (nextStep === null && !(isAwaited && isResultFailed(status))) return null
  return (
    // Of what is still to come the place is kept: it would push Share into a line of its own, and the log down.
    <details style={nextStep === null ? { visibility: 'hidden' } : undefined}>
      <summary>{common.whatToDoTitle}</summary>
      <StatusHelp meaning={words.hostStatusMeaning(status)} nextStep={nextStep} />
    </details>
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
  '& summary': { minHeight: 24, alignContent: 'center' },
  '& > h2': {
    margin: 0,
    fontFamily: monospace,
    fontSize: '0.9375rem',
    color: (theme.vars ?? theme).palette.text.primary,
    overflowWrap: 'anywhere',
  },
}))
