import { type MouseEvent, memo } from 'react'
import { useMessages } from '#i18n'
import type { LineRow } from '#log'
import { SeverityMark } from '../look/severity-mark.tsx'
import type { RowActions, RowLook } from './row-look.ts'

interface RowGutterProps {
  readonly row: LineRow
  readonly look: RowLook
  /** Address of the line, when it has one. */
  readonly href: string | undefined
  readonly actions: RowActions
}

/** What stands before the text of a row and is never copied with it. */
export const RowGutter = memo(function RowGutter({ row, look, href, actions }: RowGutterProps) {
  return (
    <>
      {look.hasNumbers && <LineNumber row={row} href={href} onPick={actions.pickLine} />}
      {look.hasSeverity && <SeverityMark severity={row.beginsMessage ? row.severity : null} />}
      {look.timeWords !== null && (
        <span className="log-time" title={look.timeTitle(row)}>
          {look.timeWords(row)}
        </span>
      )}
    </>
  )
})

interface LineNumberProps {
  readonly row: LineRow
  readonly href: string | undefined
  readonly onPick: RowActions['pickLine']
}

function LineNumber({ row, href, onPick }: LineNumberProps) {
  const lineNumber = row.lineIndex + 1
  const { reader, readerRows } = useMessages()
  const pick = (event: MouseEvent): void => {
    // A click with these keys asks the browser for a new tab.
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onPick(lineNumber, event.shiftKey)
  }
  if (!row.isLineStart) {
    return <span className="log-number continued" title={readerRows.continuation(lineNumber)} />
  }
  // Thousands of tab stops help nobody: lines are reached with the arrow keys and the line field.
  const common = {
    className: 'log-number',
    tabIndex: -1,
    'aria-label': reader.lineNumber(lineNumber),
    onClick: pick,
  }
  return href === undefined ? (
    <button type="button" {...common}>
      {lineNumber}
    </button>
  ) : (
    <a href={href} {...common}>
      {lineNumber}
    </a>
  )
}
