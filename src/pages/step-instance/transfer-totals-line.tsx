import { styled } from '@mui/material/styles'
import { memo } from 'react'
import { type Format, type TransferWords, useFormat, useTransferWords } from '#i18n'
import { tallyWords } from './transfer-group-cells.tsx'
import type { TransferRow } from './transfer-row.ts'
import type { TransferFigures, TransferTable } from './transfer-table.ts'

interface TransferTotalsProps {
  readonly table: TransferTable
  readonly onOpen: (row: TransferRow) => void
}

/** Counts by status, bytes, speed now or on average, and the slowest transfer, as text. */
export const TransferTotals = memo(function TransferTotals({ table, onOpen }: TransferTotalsProps) {
  const texts = useTransferWords()
  const format = useFormat()
  const { figures, counts } = table
  const { slowest } = figures
  const { figures: words, total } = texts.transfer
  return (
    <div>
      <Line role="status">{[total(figures.count), tallyWords(counts, texts, format)].join(' · ')}</Line>
      <Small>
        {figureWords(figures, texts, format).join(' · ')}
        {slowest === null ? null : (
          <>
            {' · '}
            <button type="button" onClick={() => onOpen(slowest)}>
              {words.slowest(words.speed(format.bytes(slowest.speedBytesPerSecond)), slowest.destinationHost)}
            </button>
          </>
        )}
      </Small>
    </div>
  )
})

function figureWords(
  figures: TransferFigures,
  { transfer: { figures: words } }: TransferWords,
  { bytes, number }: Format,
): readonly string[] {
  const { downloads, totalBytes, unsized, moving, movingBytesPerSecond, meanBytesPerSecond } = figures
  return [
    ...(downloads > unsized ? [words.bytes(bytes(totalBytes))] : []),
    ...(unsized > 0 ? [words.unsized(number(unsized))] : []),
    ...(moving > 0 ? [words.now(words.speed(bytes(movingBytesPerSecond)), moving)] : []),
    ...(meanBytesPerSecond === null ? [] : [words.mean(words.speed(bytes(meanBytesPerSecond)))]),
  ]
}

const Line = styled('p')({ margin: 0, fontWeight: 600 })

const Small = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& > button': {
    font: 'inherit',
    color: 'inherit',
    minHeight: 24,
    padding: 0,
    border: 0,
    background: 'none',
    textDecoration: 'underline',
    cursor: 'pointer',
  },
}))
