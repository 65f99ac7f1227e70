import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { useFormat, useTransferWords } from '#i18n'
import { saveFile } from '#ui'
import { runInSlices } from './slices.ts'
import { csvOfTransfers } from './transfer-csv.ts'
import type { TransferMessages } from './transfer-messages.ts'
import type { TransferRow } from './transfer-row.ts'

interface TransferExportProps {
  /** What is shown, in its order. */
  readonly rows: readonly TransferRow[]
  readonly messages: TransferMessages
  /** The step has ended. */
  readonly isOver: boolean
}

/** Writes the shown transfers as CSV once all their last messages have been read; pressed again it gives up. */
export function TransferExport({ rows, messages, isOver }: TransferExportProps) {
  const texts = useTransferWords()
  const { number } = useFormat()
  const { stepInstanceId } = useParams()
  const { csv: words } = texts.transfer
  const [left, setLeft] = useState<number | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const end = () => {
    stop.current?.()
    stop.current = null
    setLeft(null)
  }
  const write = () => {
    const work = csvOfTransfers(rows, (row) => messages.get(row) ?? '', texts, isOver)
    stop.current = runInSlices(work, (blob) => {
      saveFile(stepInstanceId === undefined ? 'transfers.csv' : `step-${stepInstanceId}-transfers.csv`, blob)
      end()
    })
  }
  const start = () => {
    const wait = () => {
      const unread = rows.reduce((count, row) => count + (messages.get(row) === undefined ? 1 : 0), 0)
      setLeft(unread)
      if (unread > 0) return
      stop.current?.()
      write()
    }
    stop.current = messages.subscribe(wait)
    messages.want(rows)
    wait()
  }
  return (
    <Button size="small" disabled={rows.length === 0} onClick={left === null ? start : end}>
      <span aria-live="polite">
        {left === null ? words.label(number(rows.length)) : words.preparing(number(left))}
      </span>
    </Button>
  )
}
