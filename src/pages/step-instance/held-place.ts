/*
 * What is read stays where it is: when results change and the list is laid out anew, the host in hand keeps its place
 * on screen, and so does the scroll position around it.
 */

/** What the list looked like before it changed. */
export interface Held {
  /** Keys of the entries in view, top first, with the px each stood below the upper edge of the list. */
  readonly inView: readonly { readonly key: string; readonly topPx: number }[]
  /** The entry the keyboard is on; it is held before any other, if it is in view. */
  readonly activeKey: string | null
}

/** How far the list has to be scrolled, and the room above its first entry where that would be less than nothing. */
export interface HeldScroll {
  readonly scrollPx: number
  readonly aboveHeightPx: number
}

/**
 * Where to scroll so that the entry in hand, or the nearest one in view that is still listed, stands where it stood.
 * `indexOf` gives an entry's new place, -1 when it is gone. `null` when none of them is left.
 */
export function holdPlace(
  { inView, activeKey }: Held,
  indexOf: (key: string) => number,
  rowHeightPx: number,
): HeldScroll | null {
  const active = inView.findIndex(({ key }) => key === activeKey)
  for (const { key, topPx } of nearestFirst(inView, Math.max(0, active))) {
    const index = indexOf(key)
    if (index < 0) continue
    const scrollPx = index * rowHeightPx - topPx
    return { scrollPx: Math.max(0, scrollPx), aboveHeightPx: Math.max(0, -scrollPx) }
  }
  return null
}

function nearestFirst<Item>(items: readonly Item[], from: number): readonly Item[] {
  return [...items.keys()]
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
    .flatMap((index) => items[index] ?? [])
}
