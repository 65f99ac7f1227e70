import { styled } from '@mui/material/styles'
import { transferTone } from '#contract'
import { useTransferWords } from '#i18n'
import { StatusChip } from '#ui'
import { reportedText } from './transfer-figures.ts'
import { staleProgress, type TransferRow } from './transfer-row.ts'

/** What is known of a transfer beside its log: its state, its figures, and upstream's last word on its progress. */
export function TransferFacts({ row }: { readonly row: TransferRow }) {
  const { transfer: words, status } = useTransferWords()
  const stale = staleProgress(row)
  const progress = stale === null ? reportedText(row.progress) : words.lastReport(stale)
  const figures = [reportedText(row.size), reportedText(row.speed), progress]
  return (
    <Line>
      <StatusChip
        tone={transferTone(row.status)}
        label={status.transferStatusWord(row.status)}
        meaning={status.transferStatusMeaning(row.status)}
      />
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
