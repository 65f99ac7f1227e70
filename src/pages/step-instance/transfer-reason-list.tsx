import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { memo, useId, useState } from 'react'
import { type Format, type TransferWords, useFormat, useTransferWords } from '#i18n'
import { CopyButton, ToneIcon, toneColour } from '#ui'
import { useHeldOrder } from '../use-held-order.ts'
import type { FailureReason, FailureReasons } from './transfer-reasons.ts'
import { visibleText } from './visible-text.ts'

interface TransferReasonListProps {
  readonly found: FailureReasons
  /** Key of the reason that is filtered by, `''` for none. */
  readonly chosen: string
  readonly onChoose: (key: string) => void
  /** It is watched: reasons keep their order, and that there is none is said. */
  readonly live?: boolean
}

/** So many stand there without asking. */
const shownAtFirst = 3
/** More than this nobody reads, and thousands of them would freeze the page; what is left out is said. */
const mostShown = 100

/** Why transfers failed, gathered: each reason with its counts, a filter to its transfers, its hosts to copy. */
export const TransferReasonList = memo(function TransferReasonList({
  found,
  chosen,
  onChoose,
  live = false,
}: TransferReasonListProps) {
  const texts = useTransferWords()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const id = useId()
  const { reasons: words } = texts.transfer
  const { unread } = found
  const reasons = useHeldOrder(found.reasons, placeOf, live)
  if (reasons.length === 0 && unread === 0) return live ? <Nothing>{words.none}</Nothing> : null
  const room = all ? mostShown : shownAtFirst
  const shown = reasons.filter(({ key }, index) => index < room || key === chosen)
  return (
    <Region aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <ul data-all={all || undefined}>
        {shown.map((reason) => (
          <li key={reason.place}>
            <Reason
              reason={reason}
              pressed={reason.key === chosen}
              onPress={() => onChoose(reason.key === chosen ? '' : reason.key)}
              texts={texts}
              format={format}
            />
            <CopyButton
              text={() => [...reason.hosts.values()].join('\n')}
              label={texts.transfer.copyHosts}
              copiedLabel={texts.common.copied}
              failedLabel={texts.common.copyFailed}
            />
          </li>
        ))}
      </ul>
      <Foot>
        {reasons.length > shown.length || all ? (
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? words.fewer
              : words.more(format.number(Math.min(mostShown, reasons.length)), format.number(reasons.length))}
          </Button>
        ) : null}
        {all && reasons.length > shown.length ? (
          <span>{words.rest(format.number(reasons.length - shown.length))}</span>
        ) : null}
        {unread === 0 ? null : <span role="status">{words.unread(format.number(unread))}</span>}
      </Foot>
    </Region>
  )
})

const placeOf = ({ place }: FailureReason) => place

interface ReasonProps {
  readonly reason: FailureReason
  readonly pressed: boolean
  readonly onPress: () => void
  readonly texts: TransferWords
  readonly format: Format
}

/** A reason without transfers has nothing to filter to: it is only said. */
function Reason({ reason, pressed, onPress, texts, format }: ReasonProps) {
  const { reasons: words } = texts.transfer
  const counted = words.counted(reason.transfers, reason.hosts.size)
  const content = (
    <>
      <ToneIcon tone="bad" size={14} />
      <span>
        <strong>{counted}</strong> {reasonWords(reason, texts)}
      </span>
    </>
  )
  if (reason.transfers === 0)
    return <Said title={format.list([...reason.hosts.values()].slice(0, 20))}>{content}</Said>
  return (
    <Press type="button" aria-pressed={pressed} onClick={onPress}>
      {content}
    </Press>
  )
}

/** "203 Source file missing · File … does not exist" */
export function reasonWords(
  { code, message }: FailureReason,
  { transfer: words, status }: TransferWords,
): string {
  const coded = code === null ? null : `${code} ${status.hostStatusWord(code)}`
  const parts = [coded, message === '' ? null : visibleText(message)].filter((part) => part !== null)
  return parts.length === 0 ? words.reasons.unsaid : parts.join(' · ')
}

const Nothing = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

const Region = styled('section')(({ theme }) => ({
  flex: '0 0 auto',
  padding: '6px 10px',
  borderRadius: 8,
  border: '1px solid',
  borderColor: toneColour('bad', 'mark'),
  '& > h2': { ...theme.typography.h3, fontSize: '0.875rem', margin: 0 },
  '& > ul': { margin: 0, padding: 0, listStyle: 'none' },
  '& > ul[data-all]': { maxHeight: 172, overflowY: 'auto' },
  '& > ul > li': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
}))

const reasonLine = {
  font: 'inherit',
  fontSize: '0.8125rem',
  display: 'inline-flex',
  alignItems: 'baseline',
  gap: 6,
  minHeight: 26,
  minWidth: 0,
  padding: '2px 6px',
  textAlign: 'start',
  color: 'inherit',
  overflowWrap: 'anywhere',
  '& > svg': { flex: 'none', alignSelf: 'center' },
} as const

const Said = styled('span')(reasonLine)

const Press = styled('button')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    ...reasonLine,
    border: '1px solid transparent',
    borderRadius: 6,
    background: 'none',
    cursor: 'pointer',
    '&:hover': { backgroundColor: palette.action.hover },
    '&[aria-pressed="true"]': { borderColor: palette.primary.main, backgroundColor: palette.action.selected },
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -1 },
  }
})

const Foot = styled('div')({ display: 'flex', gap: 12, alignItems: 'center', fontSize: '0.8125rem' })
