import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { LinePlace, LogView } from '#log'
import type { PlaceKeeper } from './use-log-view.ts'
import type { RowScroll } from './use-row-scroll.ts'
import type { Align, Whereabouts } from './whereabouts.ts'

interface JourneyOptions {
  readonly whereabouts: Whereabouts
  readonly view: LogView | null
  readonly scroll: RowScroll
  readonly follow: boolean
  /** Told of rows that were laid out anew. */
  readonly keeper: RefObject<PlaceKeeper>
  /** Renders what is known by now. */
  readonly catchUp: () => void
  /** Rows of another layout are on their way. */
  readonly isAwaited: () => boolean
  /** Shows what is folded under a line. */
  readonly unfold: (lineIndex: number) => void
}

type Journey = (place: LinePlace, align: Align) => Promise<Arrival | null>

/** Where a journey ended. */
interface Arrival {
  readonly rowIndex: number
  /** False when a filter hides the place: its row is the gap. */
  readonly isShown: boolean
}

/** Brings the view to where the reader wants to be. Answers null when that is elsewhere by then. */
export function useJourneys(options: JourneyOptions): Journey {
  const { whereabouts, view, follow, keeper } = options
  const latest = useRef(options)
  latest.current = options
  const arrive = useCallback(() => arriveAt(latest.current), [])

  keeper.current = {
    spot: (isWrappedAnew) => {
      if (whereabouts.isOnTheWay()) return whereabouts.spot()
      const { scroll } = options
      // Who follows the end moves on with it.
      if (scroll.isHeld()) whereabouts.move()
      if (scroll.isHeld() || (isWrappedAnew && scroll.topRow() > 0 && scroll.isAtEnd()))
        whereabouts.stayAtEnd()
      return whereabouts.spot()
    },
    isPut: () => isPut(options),
    land: (asked, rowIndex) => {
      // Asked before the row is put where it is wanted: once all rows are here, the end is wanted no more.
      const isHeld = options.scroll.isHeld() && !whereabouts.isOnTheWay()
      const isAtEnd = isHeld || (asked.at === 'end' && asked === whereabouts.spot())
      if (rowIndex !== null) options.scroll.putRow(rowIndex, asked.at)
      if (isAtEnd) whereabouts.move()
      else if (whereabouts.isOnTheWay() || asked !== whereabouts.spot()) void arrive()
    },
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a log that is opened anew the way begins anew
  useEffect(() => {
    if (whereabouts.isOnTheWay()) void arrive()
  }, [view, whereabouts, arrive])
  // Who follows the end, or stops following where it is, is on no way; who stops in order to go somewhere is.
  useLayoutEffect(() => {
    if (follow || !whereabouts.isOnTheWay()) whereabouts.move()
  }, [follow, whereabouts])

  return useCallback(
    (place, align) => {
      whereabouts.go(place, align)
      return arrive()
    },
    [whereabouts, arrive],
  )
}

async function arriveAt(options: JourneyOptions): Promise<Arrival | null> {
  const { whereabouts, view, scroll, catchUp, isAwaited, unfold } = options
  if (view === null) return null
  const spot = whereabouts.spot()
  const isOther = (): boolean => whereabouts.spot() !== spot
  const rowIndex = await view.rowOf(spot.place)
  if (isOther()) return null
  catchUp()
  if (typeof spot.at === 'number' || spot.at === 'end') {
    scroll.putRow(rowIndex, spot.at)
    return { rowIndex, isShown: true }
  }
  if (!(await scroll.toRow(rowIndex, spot.at))) return null
  const [row] = await view.rows(rowIndex, rowIndex)
  if (isOther()) return null
  const isGap = row?.kind === 'gap'
  // The line before the gap is the one that the section folds under. The rows without it bring the reader on.
  if (isGap && row.reason === 'fold') unfold(row.firstLineIndex - 1)
  else if (!isAwaited()) whereabouts.stay(spot.place, rowIndex - scroll.topRow())
  return { rowIndex, isShown: !isGap || row.reason === 'fold' }
}

/** At the top, at the end that is followed, and on the way there is no place to be lost. */
function isPut({ whereabouts, scroll }: JourneyOptions): boolean {
  return !whereabouts.isOnTheWay() && !scroll.isHeld() && scroll.topRow() > 0
}
