import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useTransferWords } from '#i18n'
import { ToneIcon } from '#ui'
import { feedingUpload } from './transfer-pairing.ts'
import type { TransferRow } from './transfer-row.ts'
import { transferState } from './transfer-state.ts'
import { legKey, type TransferTable } from './transfer-table.ts'

interface TransferPairLineProps {
  readonly row: TransferRow
  readonly table: TransferTable
  /** The step has ended. */
  readonly isOver: boolean
  readonly onOpen: (row: TransferRow) => void
}

/** The other side of a transfer: the upload that feeds a download, or how many downloads an upload feeds. */
export function TransferPairLine({ row, table, isOver, onOpen }: TransferPairLineProps) {
  const texts = useTransferWords()
  const { pair: words } = texts.transfer
  if (row.direction === 'upload') {
    const leg = legKey(row)
    const fed = table.rows.filter((one) => one.direction === 'download' && legKey(one) === leg)
    return <Line>{words.feeds(fed.length)}</Line>
  }
  const upload = feedingUpload(table.uploads, row)
  if (upload === undefined) return null
  if (upload === null) return <Line>{words.notKnown}</Line>
  const { tone, word } = transferState(upload.status, isOver, texts)
  return (
    <Line>
      <ToneIcon tone={tone} />
      {words.fedBy(upload.sourceHost, word)}
      <Button size="small" onClick={() => onOpen(upload)}>
        {words.open}
      </Button>
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
