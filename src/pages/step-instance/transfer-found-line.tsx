import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useFormat, useTransferWords } from '#i18n'
import type { LogSearchState } from './transfer-log-search.ts'
import type { TransferColumn } from './url.ts'

interface TransferFoundProps {
  /** Transfers that pass the filters; `null` until that is known. */
  readonly shown: number | null
  readonly all: number
  /** `null` when no text is looked for. */
  readonly search: Pick<LogSearchState, 'complete' | 'searched' | 'total'> | null
  /** Rows that would stand elsewhere if they were sorted anew. */
  readonly outOfPlace: number
  readonly onAgain: () => void
  /** Columns left out because nothing stands in them. */
  readonly folded: ReadonlySet<TransferColumn>
  /** The step is watched. */
  readonly live: boolean
  /** What else stands in the line. */
  readonly children: ReactNode
}

/** What the table shows of all there is, and what of it has moved on. */
export function TransferFound(props: TransferFoundProps) {
  const { shown, all, search, outOfPlace, onAgain, folded, live, children } = props
  const { transfer: words } = useTransferWords()
  const { number, list } = useFormat()
  return (
    <Line data-live={live || undefined}>
      <span role="status">
        {shown === null || shown === all ? null : words.shown(number(shown), number(all))}
        {search === null || shown === null
          ? null
          : ` · ${search.complete ? words.searched : words.searching(number(search.searched), number(search.total))}`}
      </span>
      {children}
      {outOfPlace === 0 ? null : (
        <span>
          {words.hold.outOfPlace(outOfPlace)}{' '}
          <Button size="small" onClick={onAgain}>
            {words.hold.again}
          </Button>
        </span>
      )}
      {folded.size === 0 ? null : (
        <span>{words.notReported(list([...folded].map((id) => words.columns[id])))}</span>
      )}
    </Line>
  )
}

const Line = styled('div')({
  '& > span:empty': { marginInlineEnd: -16 },
  '& > .MuiButton-root': { marginInlineStart: -5 },
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 16px',
  minHeight: 32,
  fontSize: '0.8125rem',
  // What is said when rows have moved on has its place from the start.
  '@media (max-width: 600px)': { '&[data-live]': { minHeight: 88, alignContent: 'flex-start' } },
})
