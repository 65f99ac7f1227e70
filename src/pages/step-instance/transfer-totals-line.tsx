import { styled } from '@mui/material/styles'
import { memo, useState } from 'react'
import { type Format, type TransferWords, useFormat, useTransferWords } from '#i18n'
import { tallyWords } from './transfer-group-cells.tsx'
import type { TransferRow } from './transfer-row.ts'
import type { TransferFigures, TransferTable } from './transfer-table.ts'

interface TransferTotalsProps {
  readonly table: TransferTable
  readonly isOver: boolean
  /** Hosts without any transfer so far. */
  readonly notBegun?: number
  readonly onOpen: (row: TransferRow) => void
}

/** Counts by status, bytes, speed now or on average, and the slowest transfer, as text. */
export const TransferTotals = memo(function TransferTotals({
  table,
  isOver,
  notBegun = 0,
  onOpen,
}: TransferTotalsProps) {
  const texts = useTransferWords()
  const format = useFormat()
  const { figures, counts } = table
  const { slowest } = figures
  const [wasLive] = useState(!isOver)
  const { figures: words, total } = texts.transfer
  return (
    <div>
      <Line role="status" data-live={wasLive || undefined}>
        {[total(figures.count), tallyWords(counts, isOver, texts, format)].join(' · ')}
      </Line>
      <Small data-live={wasLive || undefined}>
        {[
          ...figureWords(figures, isOver, texts, format),
          ...(notBegun > 0 ? [words.notBegun(notBegun)] : []),
        ].join(' · ')}
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
  isOver: boolean,
  { transfer: { figures: words } }: TransferWords,
  { bytes, number }: Format,
): readonly string[] {
  const { downloads, totalBytes, unsized, moving, movingBytesPerSecond, meanBytesPerSecond } = figures
  return [
    ...(downloads > unsized ? [words.bytes(bytes(totalBytes))] : []),
    ...(unsized > 0 ? [words.unsized(number(unsized))] : []),
    ...(moving > 0 && isOver ? [words.left(moving)] : []),
    ...(moving > 0 && !isOver ? [words.now(words.speed(bytes(movingBytesPerSecond)), moving)] : []),
    ...(meanBytesPerSecond === null ? [] : [words.mean(words.speed(bytes(meanBytesPerSecond)))]),
  ]
}

const Line = styled('p')(({ theme }) => ({
  margin: 0,
  fontWeight: 600,
  [theme.breakpoints.down('sm')]: { '&[data-live]': { minHeight: '3lh' } },
}))

const Small = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.8125rem',
  // As high with the button as without it.
  lineHeight: '24px',
  minHeight: 24,
  // What comes in while it is read must not move what stands below.
  [theme.breakpoints.down('sm')]: { '&[data-live]': { minHeight: 96 } },
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
