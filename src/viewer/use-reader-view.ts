import { useCallback, useMemo, useRef, useState } from 'react'
import type { LinePlace, LogView, ViewOptions, ViewSnapshot } from '#log'
import type { LogViewerProps } from './log-viewer-props.ts'
import { type LineStep, nextLine } from './rows/next-line.ts'
import { placeNear, rowInView, topSpot } from './rows/seen-rows.ts'
import { useCoarsePointer } from './rows/use-coarse-pointer.ts'
import { useColumns } from './rows/use-columns.ts'
import { useDetailCells } from './rows/use-detail-cells.ts'
import { useJourneys } from './rows/use-journeys.ts'
import { noKeeper, useLogView } from './rows/use-log-view.ts'
import { type RowScroll, useRowScroll } from './rows/use-row-scroll.ts'
import { useRows } from './rows/use-rows.ts'
import { type Align, createWhereabouts, placeOfLine } from './rows/whereabouts.ts'
import { filterOf, type SearchSettings, soughtQuery } from './search/search-settings.ts'
import { type LogPreferences, rowPxOf, timeColumnCells } from './tools/log-preferences.ts'
import { type Folding, useFolding } from './use-folding.ts'

/** A log laid out as this reader wants it, and where the reader stands in it. */
export interface ReaderView extends Folding {
  readonly element: HTMLDivElement | null
  readonly setElement: (element: HTMLDivElement | null) => void
  readonly view: LogView | null
  readonly snapshot: ViewSnapshot | null
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
  /** The line shown after or before one, or with 0 at it; null when there is none. */
  readonly lineAfter: (lineIndex: number, step: LineStep) => Promise<number | null>
  /** Brings a line into view if it is not; answers its row, null when the reader went elsewhere meanwhile. */
  readonly reveal: (lineIndex: number) => Promise<number | null>
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
  const detailCells = useDetailCells(element, preferences.fontPx)
  const { folds, expandedLines } = folding
  const options = useMemo<ViewOptions>(
    () => ({
      wrapColumns: columns,
      filter: filterOf(search),
      highlight: soughtQuery(search),
      detailCells,
      folds,
      expandedLines,
    }),
    [columns, search, detailCells, folds, expandedLines],
  )

  const keeper = useRef(noKeeper)
  const { view, snapshot, catchUp, isAwaited } = useLogView(store, documentId, options, keeper)
  /** What is on screen by now, for those who ask later. */
  const now = useRef<SeenRows>(noRows)
  const [whereabouts] = useState(() =>
    createWhereabouts({
      top: () => topSpot(now.current.view, now.current.topRow()),
      bottom: () => placeNear(now.current.view, now.current.bottomRow()),
      guess: () => ({ place: placeNear(now.current.view, now.current.topRow()), at: 0 }),
    }),
  )
  const scroll = useRowScroll({
    element,
    totalRows: snapshot?.rowCount ?? 0,
    rowPx,
    follow,
    isWhole: useIsWhole(snapshot),
    isAwaited,
    onLeaveEnd: () => follow && onFollowChange(false),
    onMove: whereabouts.move,
    onShift: whereabouts.shift,
    rows: useRows(view, snapshot),
  })
  now.current = { view, topRow: scroll.topRow, bottomRow: () => scroll.topRow() + scroll.pageRows() }
  const { unfoldSection: unfold } = folding
  const journey = useJourneys({ whereabouts, view, scroll, follow, keeper, catchUp, isAwaited, unfold })

  const goTo = useCallback(
    async (place: LinePlace, align: Align = 'center') => (await journey(place, align))?.isShown ?? true,
    [journey],
  )
  const reveal = useCallback(
    async (lineIndex: number) => (await journey(placeOfLine(lineIndex), 'near'))?.rowIndex ?? null,
    [journey],
  )
  const placeNow = useCallback(() => placeNear(now.current.view, now.current.topRow()), [])
  /** A section folds and unfolds under the hand: its head stays. */
  const toggleSection = (lineIndex: number): void => {
    const rowIndex = rowInView(view, scroll.inView, lineIndex)
    if (rowIndex !== null) whereabouts.stay(placeOfLine(lineIndex), rowIndex - scroll.topRow())
    folding.toggleSection(lineIndex)
  }
  /** The states of a line come in above the one that is shown: what is above them stays. */
  const toggleStates = (lineIndex: number): void => {
    whereabouts.move()
    folding.toggleStates(lineIndex)
  }
  const shown = { element, setElement, view, snapshot, rowPx, digits }
  return {
    ...{ ...shown, ...folding, scroll, goTo, reveal },
    ...{ toggleSection, toggleStates, placeNow },
    lastPlaceNow: () => placeNear(view, scroll.inView.lastRowIndex),
    lineAfter: (lineIndex, step) => (view === null ? Promise.resolve(null) : nextLine(view, lineIndex, step)),
  }
}

interface SeenRows {
  readonly view: LogView | null
  /** What is above the view and what is above its bottom, in rows and parts of one. */
  readonly topRow: () => number
  readonly bottomRow: () => number
}

const noRows: SeenRows = { view: null, topRow: () => 0, bottomRow: () => 0 }

/** From the first time that all of the log is here it grows, if at all, by new output; but it can be laid out anew. */
function useIsWhole(snapshot: ViewSnapshot | null): boolean {
  const [hasCome, setHasCome] = useState(false)
  if (!hasCome && snapshot?.complete === true) setHasCome(true)
  return hasCome && snapshot !== null && snapshot.laidOutLineCount >= snapshot.lineCount
}

/** The room before the text of a row; the style sheet has the same figures. */
function gutter(preferences: LogPreferences, digits: number) {
  const { lineNumbers, severityColors, time } = preferences
  const gutterCells = (lineNumbers ? digits : 0) + (severityColors ? 2 : 0) + timeColumnCells[time]
  return { gutterCells, gutterPx: lineNumbers ? 20 : 8 }
}
