import { type CSSProperties, type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useMessages } from '#i18n'
import { LazyReaderTools, LazyRuler } from './lazy-reader-tools.tsx'
import type { LogViewerProps } from './log-viewer-props.ts'
import { LogSurface } from './look/log-surface.tsx'
import { readerKeys } from './reader-keys.ts'
import { LogLines } from './rows/log-lines.tsx'
import { LogRowList } from './rows/log-row-list.tsx'
import { findStepOf } from './search/find-key.ts'
import { soughtQuery } from './search/search-settings.ts'
import { LazyShortcutSheet } from './tools/lazy-shortcut-sheet.tsx'
import { timeColumnCells } from './tools/log-preferences.ts'
import { useInWindow } from './use-in-window.ts'
import { type Reader, useReader } from './use-reader.ts'
import { usePinnedRows, useRowActions, useRowLook } from './use-row-parts.ts'

/**
 * Shows one log: whole, virtualised, never as HTML. Fills the height it is given. The text stays in the log
 * worker; only the rows around the view are ever on the page.
 */
export function LogViewer(props: LogViewerProps) {
  // Scroll position, folds and counts belong to one document.
  return <DocumentViewer key={props.documentId} {...props} />
}

function DocumentViewer(props: LogViewerProps) {
  const reader = useReader(props)
  const latest = useRef(reader)
  latest.current = reader
  const { at, newLines } = reader
  const [areKeysShown, setKeysShown] = useState(false)
  // The lines come first: the tools above them are mounted when nothing more urgent is to be painted.
  const hasTools = useDeferredValue(true, false)
  // An address that chose lines, or looks for something: asked of the first render only.
  const [isLinked] = useState(reader.choice.linked !== null || reader.searching.isOpen)
  useInWindow(at.element, isLinked && at.snapshot !== null)
  const showKeys = (): void => setKeysShown(true)
  const { scroll } = at
  const toEnd = (): void => {
    newLines.markSeen()
    scroll.toEnd()
  }
  const resume = (): void => {
    if (props.live) props.onFollowChange(true)
    toEnd()
    at.element?.focus({ preventScroll: true })
  }
  const { markSeen } = newLines
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the view has moved
  useEffect(() => {
    if (scroll.isAtEnd()) markSeen()
  }, [scroll.inView, scroll, markSeen])

  return (
    <LogSurface style={measuresOf(reader)} onKeyDown={(event) => stepByKey(event, reader)}>
      {hasTools ? (
        <LazyReaderTools reader={reader} onEnd={toEnd} onShortcuts={showKeys} />
      ) : (
        <div className="log-toolbar" data-live={props.live || props.follow || undefined} />
      )}
      <div className="log-body">
        <LogLines
          label={props.label}
          snapshot={at.snapshot}
          live={props.live}
          onElement={at.setElement}
          keys={readerKeys(() => latest.current, { toEnd, showKeys })}
          onCopy={() => copyText(reader)}
          onFocus={reader.cursor.onFocus}
          onPointerDown={(event) => {
            reader.touch.onPointerDown(event)
            if (reader.isWholeSelected) reader.selectWhole(false)
          }}
          onLongPress={(rowIndex) => extendTo(rowIndex, reader)}
          onTapRow={reader.touch.isExtending ? (rowIndex) => extendTo(rowIndex, reader) : undefined}
        >
          <Rows reader={reader} />
        </LogLines>
        {hasTools ? <LazyRuler reader={reader} /> : <div className="log-ruler" />}
      </div>
      {newLines.count > 0 && <NewLinesPill count={newLines.count} onClick={resume} />}
      {areKeysShown && (
        <LazyShortcutSheet pageShortcuts={props.pageShortcuts} onClose={() => setKeysShown(false)} />
      )}
    </LogSurface>
  )
}

function Rows({ reader }: { readonly reader: Reader }) {
  const { view, snapshot, scroll, element, rowPx } = reader.at
  const look = useRowLook(reader)
  const actions = useRowActions(reader)
  const pinnedRowIndexes = usePinnedRows(reader)
  if (view === null || snapshot === null) return null
  return (
    <LogRowList
      {...{ view, snapshot, element, rowPx, look, actions, pinnedRowIndexes }}
      inView={scroll.inView}
      viewPx={scroll.viewPx()}
      selection={reader.choice.chosen}
      isWholeSelected={reader.isWholeSelected}
      currentMatch={reader.finding.current}
      lineHref={reader.props.lineHref}
    />
  )
}

/** Keys that step from match to match wherever the focus is; with nothing looked for they ask what to look for. */
function stepByKey(event: KeyboardEvent, { searching, finding }: Reader): void {
  const direction = event.defaultPrevented ? null : findStepOf(event)
  if (direction === null) return
  event.preventDefault()
  if (soughtQuery(searching.settings) === null) searching.open()
  else finding.find(direction)
}

/** A tap anywhere on the row will do: its number is small. */
function extendTo(rowIndex: number, { at, touch }: Reader): void {
  const row = at.view?.peek(rowIndex)
  if (row?.kind === 'line') touch.pick(row.lineIndex + 1, true)
}

/** The browser is about to copy what it has selected: only the log has all of it. */
function copyText({ selected, out }: Reader): boolean {
  if (selected.range() === null) return false
  out.copy('text')
  return true
}

function measuresOf({ at, preferences }: Reader): CSSProperties {
  return {
    '--log-digits': at.digits,
    '--log-time-cells': timeColumnCells[preferences.time],
    '--log-font-px': `${preferences.fontPx}px`,
    '--log-row-px': `${at.rowPx}px`,
  } as CSSProperties
}

function NewLinesPill({ count, onClick }: { readonly count: number; readonly onClick: () => void }) {
  const { reader } = useMessages()
  return (
    <button type="button" className="log-pill" title={reader.showNewLines} onClick={onClick}>
      {reader.newLines(count)}
    </button>
  )
}
