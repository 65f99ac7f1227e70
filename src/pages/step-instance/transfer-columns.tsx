import { styled } from '@mui/material/styles'
import { useEffect, useSyncExternalStore } from 'react'
import { transferTone } from '#contract'
import type { Messages } from '#i18n'
import { type Column, StatusChip } from '#ui'
import { reportedText } from './transfer-figures.ts'
import { rankTexts } from './transfer-filter.ts'
import type { MessagesSnapshot, TransferMessages } from './transfer-messages.ts'
import type { TransferRow } from './transfer-row.ts'
import type { TransferColumn } from './url.ts'

type TransferTableColumn = Column<TransferRow> & { readonly id: TransferColumn }

interface TransferColumnsSource {
  /** All rows, filtered or not: texts sort by their place among all of them. */
  readonly rows: readonly TransferRow[]
  readonly messages: TransferMessages
  /** The messages to sort by; null while nothing is sorted by them. */
  readonly sortedBy: MessagesSnapshot | null
}

/**
 * The columns of the transfer table. Sizes, speeds and progress are shown as upstream wrote them and sort by the
 * numbers in them. Statuses sort by code, which is their order of progress, with failed last.
 */
export function transferColumns(
  { rows, messages: transferMessages, sortedBy }: TransferColumnsSource,
  { transfer: words, status, common }: Messages,
): readonly TransferTableColumn[] {
  const place = (text: (row: TransferRow) => string) => lazyRank(rows, text)
  const { columns } = words
  return [
    {
      id: 'status',
      header: columns.status,
      width: 124,
      cell: (row) => (
        <StatusChip
          tone={transferTone(row.status)}
          label={status.transferStatusWord(row.status)}
          meaning={status.transferStatusMeaning(row.status)}
        />
      ),
      sortValue: (row) => row.status,
    },
    {
      id: 'direction',
      header: columns.direction,
      width: 104,
      cell: (row) => words.direction[row.direction],
      sortValue: (row) => (row.direction === 'upload' ? 0 : 1),
    },
    {
      id: 'sourceHost',
      header: columns.sourceHost,
      width: 112,
      grow: 1,
      cell: (row) =>
        row.sourceHost || <Faint>{row.source === null ? words.thirdPartySource : common.unknown}</Faint>,
      sortValue: place((row) => row.sourceHost),
    },
    {
      id: 'sourcePath',
      header: columns.sourcePath,
      width: 164,
      grow: 2,
      cell: (row) => <Whole text={row.sourcePath} />,
      sortValue: place((row) => row.sourcePath),
    },
    {
      id: 'destinationHost',
      header: columns.destinationHost,
      width: 140,
      grow: 1,
      cell: (row) =>
        row.destinationHost || <NoDestination row={row} words={words} absent={common.notGiven} />,
      sortValue: place((row) => row.destinationHost),
    },
    {
      id: 'destinationPath',
      header: columns.destinationPath,
      width: 164,
      grow: 2,
      cell: (row) => (row.destinationPath === '' ? common.notGiven : <Whole text={row.destinationPath} />),
      sortValue: place((row) => row.destinationPath),
    },
    {
      id: 'size',
      header: columns.size,
      width: 84,
      align: 'end',
      cell: (row) => <Reported text={row.size} absent={common.notGiven} />,
      sortValue: (row) => row.sizeBytes,
    },
    {
      id: 'speed',
      header: columns.speed,
      width: 106,
      align: 'end',
      cell: (row) => <Reported text={row.speed} absent={common.notGiven} />,
      sortValue: (row) => row.speedBytesPerSecond,
    },
    {
      id: 'progress',
      header: columns.progress,
      width: 90,
      align: 'end',
      cell: (row) => <Reported text={row.progress} absent={common.notGiven} />,
      sortValue: (row) => row.progressShare,
    },
    {
      id: 'message',
      header: columns.message,
      width: 160,
      grow: 3,
      cell: (row) => (
        <Message row={row} messages={transferMessages} reading={words.reading} absent={common.notGiven} />
      ),
      sortValue: place((row) => sortedBy?.searched.get(row.documentId) ?? ''),
    },
  ]
}

/** Ranks are computed when a column is first sorted by; an empty text is "nothing known" and goes last. */
function lazyRank(rows: readonly TransferRow[], text: (row: TransferRow) => string) {
  let ranks: ReadonlyMap<string, number> | undefined
  return (row: TransferRow): number | null => {
    const own = text(row)
    if (own === '') return null
    ranks ??= rankTexts(rows.map(text))
    return ranks.get(own) ?? null
  }
}

/** A text that may be cut by its column, whole when pointed at. */
function Whole({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>
}

/** A figure as upstream wrote it; `absent` for the many ways of saying nothing. */
function Reported({ text, absent }: { readonly text: string | null; readonly absent: string }) {
  const reported = reportedText(text)
  return reported === null ? absent : <Whole text={reported} />
}

interface NoDestinationProps {
  readonly row: TransferRow
  readonly words: Messages['transfer']
  readonly absent: string
}

/** An upload has no destination by nature; a download without one is worth a word. */
function NoDestination({ row, words, absent }: NoDestinationProps) {
  return row.direction === 'upload' ? absent : <Faint>{words.noHost}</Faint>
}

interface MessageProps {
  readonly row: TransferRow
  readonly messages: TransferMessages
  readonly reading: string
  readonly absent: string
}

/** Being mounted means being on screen: only then is the message read. */
function Message({ row, messages, reading, absent }: MessageProps) {
  const text = useSyncExternalStore(messages.subscribe, () => messages.get(row))
  useEffect(() => messages.want([row]), [messages, row])
  if (text === undefined) return <Faint>{reading}</Faint>
  return text === '' ? absent : <span title={text}>{text}</span>
}

const Faint = styled('span')(({ theme }) => ({ color: (theme.vars ?? theme).palette.text.secondary }))
