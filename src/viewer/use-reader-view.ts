import { useCallback, useMemo, useRef, useState } from 'react'
import type { LinePlace, LogView, ViewOptions, ViewSnapshot } from '#log'
import type { LogViewerProps } from './log-viewer-props.ts'
import { useCoarsePointer } from './rows/use-coarse-pointer.ts'
import { useColumns } from './rows/use-columns.ts'
import { type PlaceKeeper, useLogView } from './rows/use-log-view.ts'
import { type RowScroll, useRowScroll } from './rows/use-row-scroll.ts'
import { useRows } from './rows/use-rows.ts'
import { filterOf, type SearchSettings, soughtQuery } from './search/search-settings.ts'
import { type LogPreferences, rowPxOf, timeColumnCells } from './tools/log-preferences.ts'
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
  /**
   * Brings a place into view, in the middle if nothing else is said, and unfolds what it is folded in. Answers false
   * when a filter hides it.
   */
  readonly goTo: (place: LinePlace, align?: Align) => Promise<boolean>
  /** The line shown after or before one; null when there is none. */
  readonly lineAfter: (lineIndex: number, step: 1 | -1) => Promise<number | null>
  /** Brings a place into view if it is not; answers its row. */
  readonly reveal: (place: LinePlace) => Promise<number | null>
}

type Align = 'start' | 'center' | 'near'

/** A place, and where in the view it is wanted. */
interface Gone {
  readonly place: LinePlace
  readonly align: Align
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
  const rowPx = rowPxOf(preferences.fontPx, useCoarsePointer())
  const lineCount = store.snapshot(documentId)?.lineCount ?? 0
  const digits = Math.max(3, String(lineCount).length)
  const columns = useColumns({
    element,
    isWrapped: preferences.wrap,
    fontPx: preferences.fontPx,
    ...gutter(preferences, digits),
  })
  const { folds, expandedLines, toggleSection } = folding
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
  const { view, snapshot, isLayingOut, catchUp, isAwaited } = useLogView(store, documentId, options, keeper)
  const askForRows = useRows(view, snapshot)
  /** Where the reader has gone while new rows are on their way, which know only where it was before. */
  const gone = useRef<Gone | null>(null)
  const scroll = useRowScroll({
    element,
    totalRows: snapshot?.rowCount ?? 0,
    rowPx,
    follow,
    isArriving: useIsArriving(snapshot),
    onLeaveEnd: () => follow && onFollowChange(false),
    onWindow: (seen) => {
      if (isAwaited() && view?.peek(seen.firstRowIndex) !== undefined)
        gone.current = { place: placeOfRow(view, seen.firstRowIndex), align: 'start' }
      askForRows(seen)
    },
  })
  const placeNow = useCallback(() => placeOfRow(view, scroll.top().rowIndex), [view, scroll])
  const unfolding = useRef<LinePlace | null>(null)
  keeper.current = {
    top: () => {
      const place = unfolding.current ?? gone.current?.place ?? null
      if (place === null) return { place: placeNow(), hiddenPx: scroll.top().hiddenPx }
      return { place, hiddenPx: -rowPx * Math.floor(scroll.pageRows() / 2) }
    },
    stay: () => {
      gone.current = null
    },
    put: (rowIndex, hiddenPx) => {
      scroll.putRow(rowIndex, hiddenPx)
      const place = unfolding.current
      const next = follow ? null : gone.current
      unfolding.current = null
      gone.current = null
      // It may be folded in another section still.
      if (place !== null) void goTo(place)
      else if (next !== null) void goTo(next.place, next.align)
    },
  }
  const lastPlaceNow = (): LinePlace => placeOfRow(view, scroll.inView.lastRowIndex)
  const reveal = async (place: LinePlace): Promise<number | null> => {
    if (view === null) return null
    const rowIndex = await view.rowOf(place)
    catchUp()
    scroll.toRow(rowIndex, 'near')
    return rowIndex
  }
  const goTo = useCallback(
    async (place: LinePlace, align: Align = 'center'): Promise<boolean> => {
      if (view === null) return true
      const rowIndex = await view.rowOf(place)
      catchUp()
      scroll.toRow(rowIndex, align)
      if (isAwaited()) gone.current = { place, align }
      const [row] = await view.rows(rowIndex, rowIndex)
      if (row?.kind !== 'gap') return true
      if (row.reason !== 'fold') return false
      unfolding.current = place
      // The line before the gap is the one that the section folds under.
      toggleSection(row.firstLineIndex - 1)
      return true
    },
    [view, scroll, catchUp, isAwaited, toggleSection],
  )
  const shown = { element, setElement, view, snapshot, isLayingOut, rowPx, digits }
  const lineAfter = (lineIndex: number, step: 1 | -1) =>
    view === null ? Promise.resolve(null) : nextLine(view, lineIndex, step)
  return { ...shown, ...folding, scroll, placeNow, lastPlaceNow, goTo, lineAfter, reveal }
}

/** True until the log has been here whole for the first time: then it grows, if at all, by new output. */
function useIsArriving(snapshot: ViewSnapshot | null): boolean {
  const [hasCome, setHasCome] = useState(false)
  if (!hasCome && snapshot?.complete === true) setHasCome(true)
  return !hasCome
}

const nowhere: PlaceKeeper = {
  stay: () => undefined,
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

/** Rows looked at together for the next line: more than a gap and a wrapped line take. */
const stepRows = 64

async function nextLine(view: LogView, lineIndex: number, step: 1 | -1): Promise<number | null> {
  const lineCount = view.snapshot()?.lineCount ?? 0
  const { filter = 0, fold = 0 } = view.snapshot()?.hiddenLineCounts ?? {}
  const next = lineIndex + step
  if (filter + fold === 0) return next >= 0 && next < lineCount ? next : null
  let rowIndex = await view.rowOf(placeOfLine(lineIndex))
  for (;;) {
    const from = step === 1 ? rowIndex + 1 : Math.max(0, rowIndex - stepRows)
    const rows = await view.rows(from, step === 1 ? rowIndex + stepRows : rowIndex - 1)
    const found = (step === 1 ? rows : rows.toReversed()).find(
      (row) => row.kind === 'line' && row.isLineStart && row.lineIndex !== lineIndex,
    )
    if (found?.kind === 'line') return found.lineIndex
    if (rows.length === 0 || (step === -1 && from === 0)) return null
    rowIndex += step * stepRows
  }
}

/** The room before the text of a row; the style sheet has the same figures. */
function gutter(preferences: LogPreferences, digits: number) {
  const { lineNumbers, severityColors, time } = preferences
  const gutterCells = (lineNumbers ? digits : 0) + (severityColors ? 2 : 0) + timeColumnCells[time]
  return { gutterCells, gutterPx: lineNumbers ? 20 : 8 }
}
