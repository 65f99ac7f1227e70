import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react'
import { useMessages } from '#i18n'
import type { ViewSnapshot } from '#log'
import { handleLogKey, type KeyActions } from './log-keys.ts'
import { rowIndexOf } from './row-places.ts'
import { useLongPress } from './use-long-press.ts'

interface LogLinesProps {
  readonly label: string
  readonly snapshot: ViewSnapshot | null
  /** The text may still grow: its execution is running. */
  readonly live: boolean
  readonly onElement: (element: HTMLDivElement | null) => void
  readonly keys: KeyActions
  /** The browser is about to copy its selection; true when we see to it. */
  readonly onCopy: () => boolean
  readonly onPointerDown: (event: PointerEvent) => void
  /** Takes the row that is tapped or clicked instead of what the row would do. */
  readonly onTapRow: ((rowIndex: number) => void) | undefined
  /** A finger rests on the number of this row: it stands for Shift. */
  readonly onLongPress: (rowIndex: number) => void
  readonly onFocus: (event: FocusEvent) => void
  /** The list of rows, once there are any. */
  readonly children: ReactNode
}

/** The lines themselves: the one focusable, scrollable element with role log. */
export function LogLines({ label, snapshot, live, keys, ...props }: LogLinesProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!handleLogKey(event, keys)) return
    event.preventDefault()
    keepFocus(event.currentTarget)
  }
  const longPress = useLongPress(numberedRow, props.onLongPress)
  return (
    <div
      {...longPress}
      ref={props.onElement}
      role="log"
      aria-label={label}
      // Rows come and go with scrolling: only the announcer speaks.
      aria-live="off"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard
      tabIndex={0}
      className="log-scroller"
      onKeyDown={onKeyDown}
      onCopy={(event) => props.onCopy() && event.preventDefault()}
      onClick={(event) => isRow(event.target) && event.currentTarget.focus({ preventScroll: true })}
      onClickCapture={(event) => {
        longPress.onClickCapture(event)
        if (!event.defaultPrevented) takeTap(event, props.onTapRow)
      }}
      onPointerDown={(event) => {
        longPress.onPointerDown(event)
        props.onPointerDown(event)
      }}
      onFocus={props.onFocus}
    >
      {snapshot === null || snapshot.lineCount === 0 ? (
        <EmptyWords snapshot={snapshot} live={live} />
      ) : (
        props.children
      )}
    </div>
  )
}

/**
 * Focus inside a row would go when the row scrolls out of existence. A row that a key brought to the reader keeps it,
 * so that it is read aloud; focus that a key took out of the log, into the line field say, stays there.
 */
function keepFocus(scroller: HTMLElement): void {
  const { activeElement } = document
  if (!scroller.contains(activeElement) || activeElement?.hasAttribute('data-row') === true) return
  scroller.focus({ preventScroll: true })
}

function takeTap(event: MouseEvent, onTapRow: LogLinesProps['onTapRow']): void {
  const rowIndex = event.target instanceof Element ? rowIndexOf(event.target) : null
  if (onTapRow === undefined || rowIndex === null) return
  event.preventDefault()
  event.stopPropagation()
  onTapRow(rowIndex)
}

/** The row whose number this is. */
function numberedRow(element: Element): number | null {
  return element.closest('.log-number:not(.continued)') === null ? null : rowIndexOf(element)
}

/** A row, but not a link in it: that one goes where it leads. */
function isRow(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('.log-line') !== null &&
    target.closest('.log-text a') === null
  )
}

function EmptyWords({ snapshot, live }: Pick<LogLinesProps, 'snapshot' | 'live'>) {
  const { reader } = useMessages()
  const { complete = false, revision = 0 } = snapshot ?? {}
  const words = revision > 0 ? reader.emptied : live ? reader.waiting : reader.empty
  return <p className="log-words">{complete ? words : reader.loading}</p>
}
