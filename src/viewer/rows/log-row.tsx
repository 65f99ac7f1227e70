import { memo, type ReactNode } from 'react'
import { type Messages, useMessages } from '#i18n'
import type { GapRow, LineRow, ViewRow } from '#log'
import { rowGutter } from './row-gutter.tsx'
import type { RowActions, RowLook } from './row-look.ts'
import { segmentView } from './segment-view.tsx'

interface LogRowProps {
  readonly rowIndex: number
  readonly topPx: number
  /** Lines of the whole log, -1 when that is not known. */
  readonly setSize: number
  /** Undefined while the row is on its way. */
  readonly row: ViewRow | undefined
  /** The line of a row on its way, where that is known. */
  readonly awaitedLineIndex: number | undefined
  readonly look: RowLook
  readonly isSelected: boolean
  readonly isInWhole: boolean
  /** Offset of the match gone to last, when it is in this row's piece. */
  readonly currentMatch: number | null
  /** The states its line wrote over are shown. */
  readonly isExpanded: boolean
  readonly href: string | undefined
  readonly actions: RowActions
}

/** One row: a line, a part of one, or the words for lines that are not shown. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { row, rowIndex, topPx, isSelected, isInWhole, setSize } = props
  const messages = useMessages()
  const lineIndex = row === undefined ? null : row.kind === 'gap' ? row.firstLineIndex : row.lineIndex
  const name = `log-line${isSelected ? ' selected' : ''}${isInWhole ? ' in-whole' : ''}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div
      role="listitem"
      data-row={rowIndex}
      tabIndex={-1}
      aria-posinset={lineIndex === null ? undefined : lineIndex + 1}
      aria-setsize={setSize}
      aria-current={isSelected ? 'true' : undefined}
      className={name}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {row === undefined && awaitedNumber(props)}
      {row?.kind === 'line' && lineContent(row, props, messages)}
      {row?.kind === 'gap' && <GapContent gap={row} onShow={props.actions.showGap} />}
    </div>
  )
})

/** The number alone is no text yet: neither to be copied, nor to be taken for the line. */
function awaitedNumber({ awaitedLineIndex, look }: LogRowProps): ReactNode {
  if (awaitedLineIndex === undefined || !look.hasNumbers) return null
  return <span className="log-number" data-line={awaitedLineIndex + 1} />
}

/** No component, as its segments are none. */
function lineContent(row: LineRow, props: LogRowProps, messages: Messages): ReactNode {
  const { look, href, actions, currentMatch, isExpanded } = props
  const { readerRows } = messages
  const severity = look.hasSeverity && row.severity !== null ? ` severity-${row.severity}` : ''
  const hasStates = row.isLineEnd && (row.overwrittenCount > 0 || isExpanded)
  return (
    <>
      {rowGutter({ row, look, href, actions }, messages)}
      <span className={`log-text${severity}`}>
        {row.segments.map((segment, index) => segmentView(segment, index, currentMatch, messages))}
      </span>
      {row.section !== null && (
        <FoldButton row={row} section={row.section} onToggle={actions.toggleSection} />
      )}
      {hasStates && (
        <button
          type="button"
          tabIndex={-1}
          className="log-aside"
          title={isExpanded ? readerRows.hideStates : readerRows.showStates}
          onClick={() => actions.toggleStates(row.lineIndex)}
        >
          {isExpanded ? readerRows.hideStates : readerRows.earlierStates(row.overwrittenCount)}
        </button>
      )}
    </>
  )
}

interface FoldButtonProps {
  readonly row: LineRow
  readonly section: NonNullable<LineRow['section']>
  readonly onToggle: RowActions['toggleSection']
}

function FoldButton({ row, section, onToggle }: FoldButtonProps) {
  const { readerRows } = useMessages()
  const { title, lineCount, isFolded } = section
  const label = isFolded ? readerRows.unfold(title, lineCount) : readerRows.fold(title, lineCount)
  return (
    <button
      type="button"
      tabIndex={-1}
      className="log-aside"
      aria-expanded={!isFolded}
      aria-label={label}
      title={label}
      onClick={() => onToggle(row.lineIndex)}
    >
      {isFolded ? '▸' : '▾'} {readerRows.foldedLines(lineCount)}
    </button>
  )
}

interface GapContentProps {
  readonly gap: GapRow
  readonly onShow: RowActions['showGap']
}

function GapContent({ gap, onShow }: GapContentProps) {
  const { readerRows } = useMessages()
  const words = gap.reason === 'fold' ? readerRows.foldedGap : readerRows.filteredGap
  return (
    <button
      type="button"
      tabIndex={-1}
      className="log-gap"
      title={readerRows.showHidden}
      onClick={() => onShow(gap.firstLineIndex, gap.reason)}
    >
      {words(gap.lineCount)}
    </button>
  )
}
