import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Held, holdPlace } from './held-place.ts'

interface HeldScrollOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  readonly rowHeightPx: number
  /** Identity of what is listed. */
  readonly entries: Int32Array
  /** Changes when the reader asked for another list: then it begins at its top. */
  readonly asked: string
  readonly activeKey: string | null
  readonly keyAt: (index: number) => string | null
  readonly indexOf: (key: string) => number
}

/** The window onto a long list of equal rows. */
export interface HeldWindow {
  /** Index of the first row in view, and how many fit. */
  readonly first: number
  readonly fit: number
  /** Room above the first row and the height of all, px. */
  readonly abovePx: number
  readonly heightPx: number
  readonly onScroll: () => void
  /** Brings a row into view if it is not; `center` where it should stand when it is far away. */
  readonly reveal: (index: number, center?: boolean) => void
}

/** Rooms around the list that keep it in place; they go when the reader scrolls away from them. */
interface Rooms {
  readonly abovePx: number
  readonly belowPx: number
}

const noRooms: Rooms = { abovePx: 0, belowPx: 0 }

/**
 * Scrolls a list of which only the rows in view are mounted. When results change what is listed, the row in hand
 * stays where it is on screen (product, section 4: new output never moves what you read).
 */
export function useHeldScroll(options: HeldScrollOptions): HeldWindow {
  const { scroller, count, rowHeightPx, entries, asked, activeKey, keyAt, indexOf } = options
  const [fitPx, setFitPx] = useState(0)
  const [topPx, setTopPx] = useState(0)
  const [rooms, setRooms] = useState(noRooms)
  const latest = useRef({ scrollPx: 0, fitPx: 0, edgePx: 0, rooms })
  latest.current = { ...latest.current, rooms, fitPx }

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    // First called in the frame that shows the list: asking for the height here would lay the new page out twice.
    const observer = new ResizeObserver(() => {
      latest.current.edgePx = upperEdgePx(element)
      flushSync(() => setFitPx(element.clientHeight))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  const scrollTo = useCallback(
    (scrollPx: number, next: Rooms) => {
      latest.current = { ...latest.current, scrollPx, rooms: next }
      setRooms(next)
      setTopPx(scrollPx - next.abovePx)
      // The rooms have to be there before the scroll position that needs them.
      const element = scroller.current
      const content = element?.firstElementChild
      if (!element || !(content instanceof HTMLElement)) return
      content.style.height = `${count * rowHeightPx + next.abovePx + next.belowPx}px`
      element.scrollTop = scrollPx
    },
    [scroller, count, rowHeightPx],
  )

  const before = useRef({ entries, asked, keyAt })
  useLayoutEffect(() => {
    const was = before.current
    before.current = { entries, asked, keyAt }
    if (was.entries === entries) return
    if (was.asked !== asked) return scrollTo(0, noRooms)
    const element = scroller.current
    if (element === null) return
    const { edgePx } = latest.current
    latest.current.edgePx = upperEdgePx(element)
    const movedPx = latest.current.edgePx - edgePx
    const held = whatIsHeld(was.keyAt, activeKey, latest.current, rowHeightPx, movedPx)
    const place = holdPlace(held, indexOf, rowHeightPx)
    if (place === null) return
    const { scrollPx, aboveHeightPx } = place
    const missing = scrollPx + latest.current.fitPx - (count * rowHeightPx + aboveHeightPx)
    const holdsNothing = scrollPx === 0 && aboveHeightPx === 0
    scrollTo(scrollPx, { abovePx: aboveHeightPx, belowPx: holdsNothing ? 0 : Math.max(0, missing) })
  }, [entries, asked, keyAt, indexOf, activeKey, count, rowHeightPx, scroller, scrollTo])

  // Rendered in the frame that paints it: left to React, rows would come when there is time next.
  const onScroll = useCallback(() => {
    const scrollPx = scroller.current?.scrollTop ?? 0
    const { rooms, fitPx } = latest.current
    if (scrollPx === latest.current.scrollPx) return
    const abovePx = scrollPx >= rooms.abovePx ? 0 : rooms.abovePx
    const isBelowSeen = scrollPx + fitPx > count * rowHeightPx + rooms.abovePx
    const next = { abovePx, belowPx: isBelowSeen ? rooms.belowPx : 0 }
    if (next.abovePx !== rooms.abovePx || next.belowPx !== rooms.belowPx) {
      flushSync(() => scrollTo(scrollPx - (rooms.abovePx - abovePx), next))
      return
    }
    latest.current = { ...latest.current, scrollPx }
    flushSync(() => setTopPx(scrollPx - abovePx))
  }, [scroller, scrollTo, count, rowHeightPx])

  const reveal = useCallback(
    (index: number, center = false) => {
      const { rooms, scrollPx, fitPx } = latest.current
      const rowPx = index * rowHeightPx + rooms.abovePx
      if (rowPx >= scrollPx && rowPx + rowHeightPx <= scrollPx + fitPx) return
      const nearPx = rowPx < scrollPx ? rowPx : rowPx + rowHeightPx - fitPx
      scrollTo(Math.max(0, center ? rowPx - (fitPx - rowHeightPx) / 2 : nearPx), rooms)
    },
    [rowHeightPx, scrollTo],
  )

  return {
    first: Math.max(0, Math.floor(topPx / rowHeightPx)),
    fit: Math.ceil(fitPx / rowHeightPx) + 1,
    abovePx: rooms.abovePx,
    heightPx: count * rowHeightPx + rooms.abovePx + rooms.belowPx,
    onScroll,
    reveal,
  }
}

function whatIsHeld(
  keyAt: (index: number) => string | null,
  activeKey: string | null,
  { scrollPx, fitPx, rooms }: { readonly scrollPx: number; readonly fitPx: number; readonly rooms: Rooms },
  rowHeightPx: number,
  movedPx: number,
): Held {
  const topPx = scrollPx - rooms.abovePx
  const first = Math.max(0, Math.floor(topPx / rowHeightPx))
  const inView: { key: string; topPx: number }[] = []
  for (let index = first; index * rowHeightPx < topPx + fitPx; index += 1) {
    const key = keyAt(index)
    if (key === null) break
    // What came above the list (a first failure brings the status filter) has moved it; nothing is pushed out for that.
    const keptPx = index * rowHeightPx - topPx - movedPx
    inView.push({ key, topPx: key === activeKey ? Math.max(0, keptPx) : keptPx })
  }
  return { inView, activeKey }
}

/** Where the list begins within its part of the page. */
function upperEdgePx(element: HTMLElement): number {
  const top = element.closest('section')?.getBoundingClientRect().top ?? 0
  return element.getBoundingClientRect().top - top
}
