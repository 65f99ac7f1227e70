import type { LinePlace } from '#log'

export type Align = 'start' | 'center' | 'near'

/** Where the reader is, in terms that outlive a layout: a place in the log, and where in the view its row is. */
export interface Spot {
  readonly place: LinePlace
  /**
   * Rows from the top of the view down to it, negative above; where it is wanted, while the reader is on the way; `end`
   * for the last row, which is at the bottom of the view.
   */
  readonly at: number | Align | 'end'
}

/**
 * Where the reader wants to be: one answer for all who ask, so that rows laid out anew, however often and in whatever
 * order they come, bring it there.
 *
 * - Who **goes** somewhere (a link, a match, an error, a line chosen by keys) is on the way until its row is in view
 *   and no other rows are awaited; from then on that row **stays** where it is in the view.
 * - Who **moves** by hand (wheel, keys, scrollbar) is on no way any more: the row at the top is what stays. Who has moved to
 *   the end is there when lines are wrapped anew, too.
 * - Nothing else says where the reader wants to be: not new rows, not another height, not the browser.
 */
export interface Whereabouts {
  /** What stays where it is when rows are laid out anew: the same object until the reader goes or moves. */
  readonly spot: () => Spot
  readonly isOnTheWay: () => boolean
  readonly go: (place: LinePlace, align: Align) => void
  readonly stay: (place: LinePlace, rowsBelowTop: number) => void
  readonly move: () => void
  /** The reader is at the end. Who was taken to a line there stays at the line. */
  readonly stayAtEnd: () => void
  /** Without anybody's doing so many rows more are above the view. */
  readonly shift: (rows: number) => void
}

/** What can be told of the view. */
export interface SeenView {
  /** The row at the top; null while it is not known what that shows. */
  readonly top: () => Spot | null
  /** The row at the bottom, or as good a guess as there is. */
  readonly bottom: () => LinePlace
  /** As good a guess as there is of what it shows. */
  readonly guess: () => Spot
}

export function createWhereabouts({ top, bottom, guess }: SeenView): Whereabouts {
  let kept: Spot | null = null
  /** The reader was taken to the line that is kept. */
  let isTaken = false
  const keep = (spot: Spot | null, isTakenThere: boolean): void => {
    kept = spot
    isTaken = isTakenThere
  }
  return {
    spot: () => {
      // Rows that were not here yet when the reader came to them may be by now.
      kept ??= top() ?? guess()
      return kept
    },
    isOnTheWay: () => kept !== null && typeof kept.at !== 'number' && kept.at !== 'end',
    go: (place, align) => keep({ place, at: align }, true),
    stay: (place, rowsBelowTop) => keep({ place, at: rowsBelowTop }, true),
    // Taken down now: when new rows are here, it is too late to ask the old ones.
    move: () => keep(top(), false),
    stayAtEnd: () => {
      if (!isTaken) keep({ place: bottom(), at: 'end' }, false)
    },
    shift: (rows) => {
      if (!isTaken) keep(top(), false)
      else if (typeof kept?.at === 'number') keep({ ...kept, at: kept.at - rows }, true)
    },
  }
}

/** A place at the start of a line. */
export function placeOfLine(lineIndex: number): LinePlace {
  return { lineIndex, pieceIndex: 0, offset: 0 }
}
