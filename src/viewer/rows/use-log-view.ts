import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogStore, LogView, ViewOptions, ViewSnapshot } from '#log'
import { placeOfLine, type Spot } from './whereabouts.ts'

/** What keeps the reader where it is while rows are laid out anew. */
export interface PlaceKeeper {
  /** Where the reader is, or is on the way to. `isWrappedAnew`: other rows are asked for of the same lines. */
  spot(isWrappedAnew: boolean): Spot
  /** False as long as the reader has come to no place that could get lost. */
  isPut(): boolean
  /** Rows are shown that were awaited for a spot: `rowIndex` is its own, null when all rows are where they were. */
  land(spot: Spot, rowIndex: number | null): void
}

/** Before there is anything to keep. */
export const noKeeper: PlaceKeeper = {
  spot: () => ({ place: placeOfLine(0), at: 0 }),
  isPut: () => false,
  land: () => undefined,
}

export interface UsedLogView {
  readonly view: LogView | null
  /** The snapshot the rows on screen belong to. */
  readonly snapshot: ViewSnapshot | null
  /** Renders what is known by now: whoever goes to a row needs it to be there. */
  readonly catchUp: () => void
  /** Rows of a new layout are on their way, to be seen from where the reader was when they were asked for. */
  readonly isAwaited: () => boolean
}

/**
 * One view of one log, open while mounted. Other `options` (another object) lay it out anew: the old rows stay until
 * the new ones are here, and both rows and scroll position change before the next paint.
 */
export function useLogView(
  store: LogStore,
  documentId: string,
  options: ViewOptions,
  keeper: RefObject<PlaceKeeper>,
): UsedLogView {
  const [view, setView] = useState<LogView | null>(null)
  const [snapshot, setSnapshot] = useState<ViewSnapshot | null>(null)
  const asked = useRef(options)
  const answersDue = useRef(0)
  const opened = useRef<LogView | null>(null)
  const shownLayout = useRef<number | null>(null)

  const showNow = useCallback((next: ViewSnapshot | null): void => {
    shownLayout.current = next?.layout ?? null
    setSnapshot(next)
  }, [])

  /** Shows rows that nobody asked for: the text was replaced, or lines above its end were folded. */
  const showFromSpot = useRef(async (target: LogView): Promise<void> => {
    const { spot, isPut } = keeper.current
    if (!isPut()) return showNow(target.snapshot())
    const kept = spot(false)
    answersDue.current += 1
    const rowIndex = await target.rowOf(kept.place)
    answersDue.current -= 1
    // Shown with the answer that is still due.
    if (answersDue.current > 0 || target !== opened.current) return
    flushSync(() => showNow(target.snapshot()))
    keeper.current.land(kept, rowIndex)
  })

  useLayoutEffect(() => {
    const made = store.openView(documentId, asked.current)
    opened.current = made
    const show = (): void => {
      const next = made.snapshot()
      // A new layout is shown together with the place it is to be seen from.
      const isNew = next !== null && shownLayout.current !== null && shownLayout.current !== next.layout
      if (!isNew) showNow(next)
      else if (answersDue.current === 0) void showFromSpot.current(made)
    }
    const stop = made.subscribe(() => {
      // The first rows are awaited: a render of its own turn would often miss the frame that is next.
      if (shownLayout.current === null) flushSync(show)
      else show()
    })
    setView(made)
    show()
    return () => {
      stop()
      made.close()
      opened.current = null
      shownLayout.current = null
      setView(null)
    }
  }, [store, documentId, showNow])

  const layOut = useRef(async (target: LogView, wanted: ViewOptions): Promise<void> => {
    const before = shownLayout.current
    const spot = keeper.current.spot(wanted.wrapColumns !== target.snapshot()?.options.wrapColumns)
    answersDue.current += 1
    const rowIndex = await target.setOptions(wanted, spot.place)
    // Later options came in between: their answer is still due.
    if (rowIndex === null) {
      answersDue.current -= 1
      return
    }
    flushSync(() => showNow(target.snapshot()))
    answersDue.current -= 1
    keeper.current.land(spot, shownLayout.current === before ? null : rowIndex)
  })
  useEffect(() => {
    if (view === null || options === asked.current) return
    asked.current = options
    void layOut.current(view, options)
  }, [view, options])

  const catchUp = useCallback(() => {
    // A new layout is shown together with the place it is to be seen from.
    if (answersDue.current === 0) flushSync(() => showNow(view?.snapshot() ?? null))
  }, [view, showNow])

  const isAwaited = useCallback(() => answersDue.current > 0, [])

  return { view, snapshot, catchUp, isAwaited }
}
