import { styled } from '@mui/material/styles'
import { useTransferWords } from '#i18n'
import { StatusChip } from '#ui'
import { reportedText } from './transfer-figures.ts'
import { staleProgress, type TransferRow } from './transfer-row.ts'
import { transferState } from './transfer-state.ts'

interface TransferFactsProps {
  readonly row: TransferRow
  /** The step has ended. */
  readonly isOver: boolean
}

/** What is known of a transfer beside its log: its state, its figures, and upstream's last word on its progress. */
export function TransferFacts({ row, isOver }: TransferFactsProps) {
  const texts = useTransferWords()
  const { transfer: words } = texts
  const { tone, word, meaning } = transferState(row.status, isOver, texts)
  const stale = staleProgress(row)
  const progress = stale === null ? reportedText(row.progress) : words.lastReport(stale)
  const figures = [reportedText(row.size), reportedText(row.speed), progress]
  return (
    <Line>
      <StatusChip tone={tone} label={word} meaning={meaning} />
      {figures.filter((figure) => figure !== null).join(' · ')}
    </Line>
  )
}

const Line = styled('p')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  margin: 0,
  fontSize: '0.8125rem',
})
