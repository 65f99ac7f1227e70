import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import { type Format, type TransferWords, useFormat, useTransferWords } from '#i18n'
import { type Column, EmptyState, Loading, ToneIcon, VirtualTable } from '#ui'
import { noEnd } from './transfer-filter.ts'
import { type MatrixCell, type MatrixLine, matrixOf, type TransferMatrix } from './transfer-matrix.ts'
import type { TransferRow } from './transfer-row.ts'
import { transferState } from './transfer-state.ts'
import type { TransferChoice } from './url.ts'
import { useInSlices } from './use-in-slices.ts'

interface TransferOverviewProps {
  /** Those that pass the filters. */
  readonly rows: readonly TransferRow[]
  /** The step has ended. */
  readonly isOver: boolean
  /** Shows the transfers of a pair, or of one end. */
  readonly onChoose: (choice: Partial<TransferChoice>) => void
}

/** More columns than this nobody can compare; what is left out is said. */
const mostSources = 12

/** Sources across, destinations down: how many transfers, how many failed, and a press to see them. */
export function TransferOverview({ rows, isOver, onChoose }: TransferOverviewProps) {
  const texts = useTransferWords()
  const format = useFormat()
  const { overview: words } = texts.transfer
  const matrix = useInSlices(useMemo(() => () => matrixOf(rows), [rows])).value
  const columns = useMemo(
    () => (matrix === null ? [] : matrixColumns(matrix, isOver, onChoose, texts, format)),
    [matrix, isOver, onChoose, texts, format],
  )
  if (matrix === null) return <Loading label={words.title} lines={6} />
  const { sources, lines } = matrix
  return (
    <Room>
      {sources.length > mostSources ? (
        <p>{words.limited(format.number(mostSources), format.number(sources.length))}</p>
      ) : null}
      <div>
        <VirtualTable
          label={words.title}
          rows={lines}
          columns={columns}
          rowKey={lineKey}
          onActivate={(line) => onChoose({ to: line.key || noEnd })}
          empty={<EmptyState title={words.none.title} meaning={words.none.meaning} />}
        />
      </div>
    </Room>
  )
}

const lineKey = (line: MatrixLine) => line.key

function matrixColumns(
  { sources }: TransferMatrix,
  isOver: boolean,
  onChoose: TransferOverviewProps['onChoose'],
  texts: TransferWords,
  format: Format,
): readonly Column<MatrixLine>[] {
  const { overview: words, columns, thirdPartySource, noHost } = texts.transfer
  return [
    {
      id: 'destination',
      header: columns.destinationHost,
      width: 150,
      cell: (line) => line.address || noHost,
      sortValue: (line) => line.address,
    },
    {
      id: 'failed',
      header: words.failed,
      width: 90,
      align: 'end',
      cell: (line) => format.number(line.failed),
      sortValue: (line) => line.failed,
    },
    ...sources.slice(0, mostSources).map((source): Column<MatrixLine> => {
      const name = source.address || thirdPartySource
      return {
        id: `source:${source.key}`,
        header: name,
        width: 124,
        grow: 1,
        cell: (line) => (
          <Pair
            cell={line.cells.get(source.key)}
            isOver={isOver}
            label={(counts) => words.pair(name, line.address || noHost, counts)}
            onPress={() => onChoose({ from: source.key || noEnd, to: line.key || noEnd })}
            texts={texts}
            format={format}
          />
        ),
        sortValue: (line) => line.cells.get(source.key)?.failed,
      }
    }),
  ]
}

interface PairProps {
  readonly cell: MatrixCell | undefined
  readonly isOver: boolean
  readonly label: (counts: string) => string
  readonly onPress: () => void
  readonly texts: TransferWords
  readonly format: Format
}

function Pair({ cell, isOver, label, onPress, texts, format }: PairProps) {
  if (cell === undefined) return texts.common.notGiven
  const { overview: words } = texts.transfer
  const { tone, word } = transferState(cell.worst, isOver, texts)
  const [all, worst] = [format.number(cell.count), format.number(cell.worstCount)]
  const counts =
    cell.failed > 0
      ? words.someFailed(format.number(cell.failed), all)
      : cell.worstCount === cell.count
        ? `${all} ${word}`
        : words.someOf(worst, all, word)
  return (
    <Press type="button" aria-label={label(counts)} onClick={onPress}>
      <ToneIcon tone={tone} size={12} />
      {counts}
    </Press>
  )
}

const Press = styled('button')(({ theme }) => ({
  all: 'unset',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 5,
  minHeight: 26,
  paddingInline: 4,
  borderRadius: 6,
  cursor: 'pointer',
  '&:hover': { textDecoration: 'underline' },
  '&:focus-visible': { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}` },
}))

const Room = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  '& > p': { margin: 0, fontSize: '0.8125rem' },
  '& > div': { flex: '1 1 0', minHeight: 0, position: 'relative' },
  '& > div > *': { position: 'absolute !important', inset: 0 },
})
