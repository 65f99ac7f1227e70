import type { Theme } from '@mui/material/styles'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { Format, TransferWords } from '#i18n'
import { type Column, StatusChip, ToneIcon } from '#ui'
import { reportedText } from './transfer-figures.ts'
import { GroupCell } from './transfer-group-cells.tsx'
import { isGroup, type TransferItem } from './transfer-groups.ts'
import type { TransferMessages } from './transfer-messages.ts'
import { feedingUpload } from './transfer-pairing.ts'
import { staleProgress, type TransferRow } from './transfer-row.ts'
import { transferState } from './transfer-state.ts'
import type { TransferTable } from './transfer-table.ts'
import type { TransferColumn, TransferGrouping } from './url.ts'
import { visibleText } from './visible-text.ts'

type TransferTableColumn = Column<TransferItem> & { readonly id: TransferColumn }

interface TransferColumnsSource {
  readonly uploads: TransferTable['uploads']
  readonly messages: TransferMessages
  /** The step has ended. */
  readonly isOver: boolean
  readonly grouping: TransferGrouping | ''
  /** A phone: what arrived where, and why not, comes before the rest. */
  readonly narrow: boolean
  /** Left out: nothing stands in them. */
  readonly folded: ReadonlySet<TransferColumn>
  readonly openGroups: ReadonlySet<string>
  readonly onToggle: (groupKey: string) => void
  /** Opens the log of another transfer than the row's own. */
  readonly onOpen: (row: TransferRow) => void
}

/** A column of transfers; a group's head shows something else in it. */
interface TransferCells extends Omit<TransferTableColumn, 'cell' | 'sortValue'> {
  readonly cell: (row: TransferRow) => ReactNode
}

/** The column that names what rows are gathered by; it moves beside the status then. */
const namedBy: Readonly<Record<TransferGrouping, TransferColumn>> = {
  destination: 'destinationHost',
  source: 'sourceHost',
  file: 'sourcePath',
}

/**
 * The columns of the transfer table, all sortable; rows come sorted (transfer-order.ts). Sizes, speeds and progress
 * are shown as upstream wrote them.
 */
export function transferColumns(
  source: TransferColumnsSource,
  texts: TransferWords,
  format: Format,
): readonly TransferTableColumn[] {
  const { grouping, narrow, folded, openGroups, isOver, onToggle } = source
  const named = grouping === '' ? null : namedBy[grouping]
  const plain = plainColumns(source, texts).filter(({ id }) => !folded.has(id))
  return inOrder(narrow ? inNarrowOrder(plain) : plain, named).map(({ cell, ...column }) => ({
    ...column,
    cell: (item) =>
      isGroup(item) ? (
        <GroupCell
          group={item}
          column={column.id}
          named={column.id === named}
          open={openGroups.has(item.key)}
          isOver={isOver}
          onToggle={onToggle}
          texts={texts}
          format={format}
        />
      ) : (
        cell(item)
      ),
    sortValue: () => null,
  }))
}

function inOrder(columns: readonly TransferCells[], second: TransferColumn | null): readonly TransferCells[] {
  if (second === null) return columns
  const rank = ({ id }: TransferCells) => (id === 'status' ? 0 : id === second ? 1 : 2)
  return columns.toSorted((a, b) => rank(a) - rank(b))
}

const narrowOrder: readonly TransferColumn[] = [
  'status',
  'destinationHost',
  'message',
  'progress',
  'sourcePath',
  'size',
  'speed',
  'sourceHost',
  'destinationPath',
  'direction',
]

function inNarrowOrder(columns: readonly TransferCells[]): readonly TransferCells[] {
  return columns.toSorted((a, b) => narrowOrder.indexOf(a.id) - narrowOrder.indexOf(b.id))
}

function plainColumns(
  { uploads, messages: transferMessages, isOver, onOpen }: TransferColumnsSource,
  texts: TransferWords,
): readonly TransferCells[] {
  const { transfer: words, common } = texts
  const { columns } = words
  return [
    {
      id: 'status',
      header: columns.status,
      width: 142,
      cell: (row) => {
        const { tone, word, meaning } = transferState(row.status, isOver, texts)
        return <StatusChip tone={tone} label={word} meaning={meaning} />
      },
    },
    {
      id: 'direction',
      header: columns.direction,
      width: 92,
      cell: (row) => words.direction[row.direction],
    },
    {
      id: 'sourceHost',
      header: columns.sourceHost,
      width: 110,
      grow: 1,
      cell: (row) =>
        row.sourceHost || (
          <span className="faint">{row.source === null ? words.thirdPartySource : common.unknown}</span>
        ),
    },
    {
      id: 'sourcePath',
      header: columns.sourcePath,
      width: 110,
      grow: 2,
      cell: (row) => (
        <span className="fed">
          <Feed upload={feedingUpload(uploads, row)} isOver={isOver} texts={texts} onOpen={onOpen} />
          <Path path={row.sourcePath} />
        </span>
      ),
    },
    {
      id: 'destinationHost',
      header: columns.destinationHost,
      width: 136,
      grow: 1,
      cell: (row) =>
        row.destinationHost || <NoDestination row={row} words={words} absent={common.notGiven} />,
    },
    {
      id: 'destinationPath',
      header: columns.destinationPath,
      width: 136,
      grow: 2,
      cell: (row) => (row.destinationPath === '' ? common.notGiven : <Path path={row.destinationPath} />),
    },
    {
      id: 'size',
      header: columns.size,
      width: 106,
      align: 'end',
      cell: (row) => <Reported text={row.size} absent={common.notGiven} />,
    },
    {
      id: 'speed',
      header: columns.speed,
      width: 112,
      align: 'end',
      cell: (row) => <Reported text={row.speed} absent={common.notGiven} />,
    },
    {
      id: 'progress',
      header: columns.progress,
      width: 86,
      align: 'end',
      cell: (row) => <Progress row={row} words={words} absent={common.notGiven} />,
    },
    {
      id: 'message',
      header: columns.message,
      width: 200,
      grow: 3,
      cell: (row) => (
        <Message row={row} messages={transferMessages} reading={words.reading} absent={common.notGiven} />
      ),
    },
  ]
}

interface FeedProps {
  readonly upload: TransferRow | null | undefined
  readonly isOver: boolean
  readonly texts: TransferWords
  readonly onOpen: (row: TransferRow) => void
}

/** State of the upload that feeds a download; its word is read out, and stands in the log it opens. */
function Feed({ upload, isOver, texts, onOpen }: FeedProps) {
  if (upload === null || upload === undefined) return null
  const { tone, word } = transferState(upload.status, isOver, texts)
  const label = texts.transfer.pair.state(word)
  return (
    <button type="button" className="feed" aria-label={label} title={label} onClick={() => onOpen(upload)}>
      <span aria-hidden="true">↑</span>
      <ToneIcon tone={tone} size={12} />
    </button>
  )
}

/** A path that is cut at its front: files of one directory are told apart by their names. */
function Path({ path }: { readonly path: string }) {
  const read = visibleText(path)
  return (
    <span className="path" title={read}>
      <bdi>{read}</bdi>
    </span>
  )
}

/** A text that may be cut by its column, whole when pointed at. */
function Whole({ text }: { readonly text: string }) {
  const read = visibleText(text)
  return <span title={read}>{read}</span>
}

/** A figure as upstream wrote it; `absent` for the many ways of saying nothing. */
function Reported({ text, absent }: { readonly text: string | null; readonly absent: string }) {
  const reported = reportedText(text)
  return reported === null ? absent : <Whole text={reported} />
}

interface ProgressProps {
  readonly row: TransferRow
  readonly words: TransferWords['transfer']
  readonly absent: string
}

/** How far it has come; what upstream said last is told where the status knows better. */
function Progress({ row, words, absent }: ProgressProps) {
  const shown = reportedText(row.progress)
  if (shown === null) return absent
  const stale = staleProgress(row)
  return <span title={stale === null ? shown : words.lastReport(stale)}>{shown}</span>
}

interface NoDestinationProps {
  readonly row: TransferRow
  readonly words: TransferWords['transfer']
  readonly absent: string
}

/** An upload has no destination by nature; a download without one is worth a word. */
function NoDestination({ row, words, absent }: NoDestinationProps) {
  return row.direction === 'upload' ? absent : <span className="faint">{words.noHost}</span>
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
  if (text === undefined) return <span className="faint">{reading}</span>
  if (text === '') return absent
  const read = visibleText(text)
  return (
    <span className="said" title={read}>
      {read}
    </span>
  )
}

/** Of the table the cells stand in: not of every cell, or each of hundreds would be styled for itself. */
export function transferCellStyles(theme: Theme) {
  const { palette } = theme.vars ?? theme
  return {
    '& .faint': { color: palette.text.secondary },
    // Why it failed, in two lines of a row; the whole of it is in the log that the row opens.
    '& .said': {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
      overflow: 'hidden',
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
      fontSize: '0.8125rem',
      lineHeight: '16px',
    },
    '& .fed': { display: 'flex', alignItems: 'center', minWidth: 0 },
    '& .path': {
      display: 'block',
      flex: '0 1 auto',
      minWidth: 0,
      // The ellipsis stands where a line ends: on the left in a line that runs to the left. The path itself does not.
      direction: 'rtl',
      textAlign: 'left',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& .feed': {
      font: 'inherit',
      fontSize: '0.75rem',
      display: 'inline-flex',
      alignItems: 'center',
      gap: 2,
      verticalAlign: 'middle',
      minWidth: 24,
      minHeight: 24,
      justifyContent: 'center',
      marginInlineEnd: 4,
      padding: '0 4px',
      color: 'inherit',
      border: 0,
      borderRadius: 6,
      background: 'none',
      cursor: 'pointer',
      '&:hover': { backgroundColor: palette.action.hover },
      '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
    },
  } as const
}
