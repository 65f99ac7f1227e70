import { useCallback, useMemo, useRef, useState } from 'react'
import type { LinePlace, LogView, ViewOptions, ViewSnapshot } from '#log'
import type { LogViewerProps } from './log-viewer-props.ts'
import { timeColumnCells } from './rows/time-words.ts'
import { useColumns } from './rows/use-columns.ts'
import { type PlaceKeeper, useLogView } from './rows/use-log-view.ts'
import { type RowScroll, useRowScroll } from './rows/use-row-scroll.ts'
import { useRows } from './rows/use-rows.ts'
import { filterOf, type SearchSettings, soughtQuery } from './search/search-settings.ts'
import { type LogPreferences, rowPxOf } from './tools/log-preferences.ts'
import { type Folding, useFolding } from './use-folding.ts'

/** A log laid out as this reader wants it, and where the reader stands in it. */
export interface ReaderView extends Folding {
  readonly element: HTMLDivElement | null
  readonly setElement: (element: HTMLDivElement | null) => void
  readonly view: LogView | null
  readonly snapshot: ViewSnapshot | null
  readonly isLayingOut: boolean
  readonly rowPx: number
  /** Digits the line numbers have room for. */
  readonly digits: number
  readonly scroll: RowScroll
  /** The first place in view. */
  readonly placeNow: () => LinePlace
  /** The last place in view. */
  readonly lastPlaceNow: () => LinePlace
  /** Brings a place into view, in the middle if nothing else is said; answers false when it is hidden in a gap. */
  readonly goTo: (place: LinePlace, align?: 'start' | 'center' | 'near') => Promise<boolean>
  /** Brings a place into view if it is not; answers its row. */
  readonly reveal: (place: LinePlace) => Promise<number | null>
}

/** A place at the start of a line. */
export function placeOfLine(lineIndex: number): LinePlace {
  return { lineIndex, pieceIndex: 0, offset: 0 }
}

interface ReaderViewOptions {
  readonly props: LogViewerProps
  readonly preferences: LogPreferences
  readonly search: SearchSettings
}

export function useReaderView({ props, preferences, search }: ReaderViewOptions): ReaderView {
  const { store, documentId, follow, onFollowChange } = props
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const folding = useFolding()
  const rowPx = rowPxOf(preferences.fontPx)
  const lineCount = store.snapshot(documentId)?.lineCount ?? 0
  const digits = Math.max(3, String(lineCount).length)
  const columns = useColumns({
    element,
    isWrapped: preferences.wrap,
    fontPx: preferences.fontPx,
    ...gutter(preferences, digits),
  })
  const { folds, expandedLines } = folding
  const options = useMemo<ViewOptions>(
    () => ({
      wrapColumns: columns,
      filter: filterOf(search),
      highlight: soughtQuery(search),
      folds,
      expandedLines,
    }),
    [columns, search, folds, expandedLines],
  )

  const keeper = useRef<PlaceKeeper>(nowhere)
  const { view, snapshot, isLayingOut } = useLogView(store, documentId, options, keeper)
  const scroll = useRowScroll({
    element,
    totalRows: snapshot?.rowCount ?? 0,
    rowPx,
    follow,
    onLeaveEnd: () => follow && onFollowChange(false),
    onWindow: useRows(view, snapshot),
  })
  const placeNow = useCallback(() => placeOfRow(view, scroll.top().rowIndex), [view, scroll])
  keeper.current = {
    top: () => ({ place: placeNow(), hiddenPx: scroll.top().hiddenPx }),
    put: scroll.putRow,
  }
  const lastPlaceNow = (): LinePlace => placeOfRow(view, scroll.inView.lastRowIndex)
  const reveal = async (place: LinePlace): Promise<number | null> => {
    if (view === null) return null
    const rowIndex = await view.rowOf(place)
    scroll.toRow(rowIndex, 'near')
    return rowIndex
  }
  const goTo = useCallback(
    async (place: LinePlace, align: 'start' | 'center' | 'near' = 'center'): Promise<boolean> => {
      if (view === null) return true
      const rowIndex = await view.rowOf(place)
      scroll.toRow(rowIndex, align)
      const [row] = await view.rows(rowIndex, rowIndex)
      return row?.kind !== 'gap'
    },
    [view, scroll],
  )
  const shown = { element, setElement, view, snapshot, isLayingOut, rowPx, digits }
  return { ...shown, ...folding, scroll, placeNow, lastPlaceNow, goTo, reveal }
}

const nowhere: PlaceKeeper = {
  top: () => ({ place: placeOfLine(0), hiddenPx: 0 }),
  put: () => undefined,
}

function placeOfRow(view: LogView | null, rowIndex: number): LinePlace {
  const row = view?.peek(rowIndex)
  if (row === undefined) return placeOfLine(rowIndex)
  if (row.kind === 'gap') return placeOfLine(row.firstLineIndex)
  const { lineIndex, pieceIndex, offset } = row
  return { lineIndex, pieceIndex, offset }
}

/** The room before the text of a row; the style sheet has the same figures. */
function gutter(preferences: LogPreferences, digits: number) {
  const { lineNumbers, severityColors, time } = preferences
  const gutterCells = (lineNumbers ? digits : 0) + (severityColors ? 2 : 0) + timeColumnCells[time]
  return { gutterCells, gutterPx: lineNumbers ? 20 : 8 }
}
