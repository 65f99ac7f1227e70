import { styled } from '@mui/material/styles'
import type { Format, TransferWords } from '#i18n'
import { ToneIcon } from '#ui'
import type { TransferGroup } from './transfer-groups.ts'
import { transferState } from './transfer-state.ts'
import type { StatusTally } from './transfer-table.ts'
import type { TransferColumn } from './url.ts'
import { visibleText } from './visible-text.ts'

interface GroupCellProps {
  readonly group: TransferGroup
  readonly column: TransferColumn
  /** This column holds what the rows are gathered by. */
  readonly named: boolean
  readonly open: boolean
  /** The step has ended. */
  readonly isOver: boolean
  readonly onToggle: (groupKey: string) => void
  readonly texts: TransferWords
  readonly format: Format
}

/** One cell of a group's head: its name, how many of which status, their bytes, and the button that opens it. */
export function GroupCell({ group, column, named, open, isOver, onToggle, texts, format }: GroupCellProps) {
  const name = visibleText(group.name) || texts.transfer.groups.noName
  if (named) return <strong title={name}>{name}</strong>
  if (column === 'status') {
    return <Toggle {...{ group, name, open, isOver, onToggle, texts, format }} />
  }
  if (column === 'size') return <Size group={group} texts={texts} format={format} />
  if (column === 'message') return tallyWords(group.counts, isOver, texts, format)
  return null
}

/** "2 failed · 48 finished" */
export function tallyWords(
  counts: readonly StatusTally[],
  isOver: boolean,
  texts: TransferWords,
  { number }: Format,
): string {
  return counts
    .map(({ status: code, count }) =>
      texts.transfer.byStatus(number(count), transferState(code, isOver, texts).word),
    )
    .join(' · ')
}

/** A sum that leaves some out says so. */
function Size({
  group: { bytes, unsized },
  texts,
  format,
}: Pick<GroupCellProps, 'group' | 'texts' | 'format'>) {
  if (bytes === null || unsized === 0) return format.bytes(bytes)
  return (
    <span title={texts.transfer.figures.unsized(format.number(unsized))}>{`≥ ${format.bytes(bytes)}`}</span>
  )
}

interface ToggleProps extends Omit<GroupCellProps, 'column' | 'named'> {
  readonly name: string
}

function Toggle({ group, name, open, isOver, onToggle, texts, format }: ToggleProps) {
  const worst = group.counts[0]?.status ?? null
  return (
    <ToggleButton
      type="button"
      aria-expanded={open}
      aria-label={`${name}: ${format.number(group.members.length)}`}
      onClick={() => onToggle(group.key)}
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span>
      <ToneIcon tone={transferState(worst, isOver, texts).tone} size={14} />
      {format.number(group.members.length)}
    </ToggleButton>
  )
}

const ToggleButton = styled('button')(({ theme }) => ({
  all: 'unset',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minHeight: 28,
  paddingInline: 4,
  borderRadius: 6,
  fontWeight: 600,
  cursor: 'pointer',
  '&:focus-visible': { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}` },
}))
