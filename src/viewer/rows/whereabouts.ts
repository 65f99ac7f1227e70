import type { LinePlace } from '#log'

export type Align = 'start' | 'center' | 'near'

/** Where the reader is, in terms that outlive a layout: a place in the log, and where in the view its row is. */
export interface Spot {
  readonly place: LinePlace
  /** Rows from the top of the view down to it, negative above; where it is wanted, while the reader is on the way. */
  readonly at: number | Align
}

/**
 * Where the reader wants to be: one answer for all who ask, so that rows laid out anew, however often and in whatever
 * order they come, bring it there.
 *
 * - Who **goes** somewhere (a link, a match, an error, a line chosen by keys) is on the way until its row is in view
 *   and no other rows are awaited; from then on that row **stays** where it is in the view.
 * - Who **moves** by hand (wheel, keys, scrollbar) is on no way any more: the row at the top is what stays.
 * - Nothing else says where the reader wants to be: not new rows, not another height, not the browser.
 */
export interface Whereabouts {
  /** What stays where it is when rows are laid out anew: the same object until the reader goes or moves. */
  readonly spot: () => Spot
  readonly isOnTheWay: () => boolean
  readonly go: (place: LinePlace, align: Align) => void
  readonly stay: (place: LinePlace, rowsBelowTop: number) => void
  readonly move: () => void
}

/** What can be told of the view. */
export interface SeenView {
  /** The row at the top; null while it is not known what that shows. */
  readonly top: () => Spot | null
  /** As good a guess as there is of what it shows. */
  readonly guess: () => Spot
}

export function createWhereabouts({ top, guess }: SeenView): Whereabouts {
  let kept: Spot | null = null
  return {
    spot: () => {
      // Rows that were not here yet when the reader came to them may be by now.
      kept ??= top() ?? guess()
      return kept
    },
    isOnTheWay: () => kept !== null && typeof kept.at !== 'number',
    go: (place, align) => {
      kept = { place, at: align }
    },
    stay: (place, rowsBelowTop) => {
      kept = { place, at: rowsBelowTop }
    },
    move: () => {
      // Taken down now: when new rows are here, it is too late to ask the old ones.
      kept = top()
    },
  }
}

/** A place at the start of a line. */
export function placeOfLine(lineIndex: number): LinePlace {
  return { lineIndex, pieceIndex: 0, offset: 0 }
}
