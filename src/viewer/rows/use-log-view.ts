import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LinePlace, LogStore, LogView, ViewOptions, ViewSnapshot } from '#log'

/** Where the reader stands, in terms that outlive a new layout. */
interface TopPlace {
  readonly place: LinePlace
  /** Pixels of its row above the view. */
  readonly hiddenPx: number
}

/** What keeps the reader where it is while rows are laid out anew. */
export interface PlaceKeeper {
  top(): TopPlace
  put(rowIndex: number, hiddenPx: number): void
  /** No row has another place than before. */
  stay(): void
}

export interface UsedLogView {
  readonly view: LogView | null
  /** The snapshot the rows on screen belong to. */
  readonly snapshot: ViewSnapshot | null
  /** The options asked for last are not in force yet. */
  readonly isLayingOut: boolean
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
  const [inForce, setInForce] = useState(options)
  const asked = useRef(options)
  const answersDue = useRef(0)

  useLayoutEffect(() => {
    const opened = store.openView(documentId, asked.current)
    const show = (): void => {
      const next = opened.snapshot()
      // A new layout is shown together with the place it is to be seen from.
      const isAwaited = (before: ViewSnapshot | null) =>
        answersDue.current > 0 && before !== null && next !== null && before.layout !== next.layout
      setSnapshot((before) => (isAwaited(before) ? before : next))
    }
    const stop = opened.subscribe(show)
    setView(opened)
    show()
    return () => {
      stop()
      opened.close()
      setView(null)
    }
  }, [store, documentId])

  const layOut = useRef(async (target: LogView, wanted: ViewOptions): Promise<void> => {
    const before = target.snapshot()?.layout
    const anchor = keeper.current.top()
    answersDue.current += 1
    const rowIndex = await target.setOptions(wanted, anchor.place)
    answersDue.current -= 1
    if (rowIndex === null) return
    flushSync(() => {
      setSnapshot(target.snapshot())
      setInForce(wanted)
    })
    if (target.snapshot()?.layout === before) return keeper.current.stay()
    keeper.current.put(rowIndex, anchor.hiddenPx)
  })
  useEffect(() => {
    if (view === null || options === asked.current) return
    asked.current = options
    void layOut.current(view, options)
  }, [view, options])

  const catchUp = useCallback(() => {
    const next = view?.snapshot() ?? null
    // A new layout is shown together with the place it is to be seen from.
    if (answersDue.current === 0) flushSync(() => setSnapshot(next))
  }, [view])

  const isAwaited = useCallback(() => answersDue.current > 0, [])

  return { view, snapshot, isLayingOut: inForce !== options, catchUp, isAwaited }
}
