import type { MouseEvent, ReactNode } from 'react'
import type { Messages } from '#i18n'
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

/** What stands before the text of a row and is never copied with it. No component, as its segments are none. */
export function rowGutter({ row, look, href, actions }: RowGutterProps, messages: Messages): ReactNode {
  return (
    <>
      {look.hasNumbers && lineNumberOf(row, href, actions.pickLine, messages)}
      {look.hasSeverity && <SeverityMark severity={row.beginsMessage ? row.severity : null} />}
      {look.timeWords !== null && (
        <span className="log-time" title={look.timeTitle(row)}>
          {look.timeWords(row)}
        </span>
      )}
    </>
  )
}

function lineNumberOf(
  row: LineRow,
  href: string | undefined,
  onPick: RowActions['pickLine'],
  { reader, readerRows }: Messages,
): ReactNode {
  const lineNumber = row.lineIndex + 1
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
