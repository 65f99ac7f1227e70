/** How long the view stays where it is for want of rows, ms. Whoever waits longer than that wants to see that it goes on. */
export const longestWaitMs = 100

/** What is known of the places in a log, and what it takes to be there; each is the top of a view, CSS px from the log's. */
export interface Places {
  /** Every row in view there is on this side. */
  readonly areRowsHere: (topPx: number) => boolean
  /** Asks for the rows in view there; resolves when they are here. */
  readonly bringRows: (topPx: number) => Promise<unknown>
}

/**
 * Where the view is about to go. It leaves a place together with its rows: as long as those of the next place are on their
 * way, the old ones stay in view, where they are.
 */
export interface Departures {
  /**
   * Calls `show` at once when the rows are here, otherwise as soon as they are, or after {@link longestWaitMs} without
   * them. A later departure does not undo an earlier one: who turns the wheel fast sees what is passed as it comes.
   * Resolves with true when this place is shown, with false when another is wanted by then.
   */
  readonly leaveFor: (topPx: number, show: () => void) => Promise<boolean>
  /** The place left for last; null when the view is there. */
  readonly aim: () => number | null
  /** Stays where the view is. */
  readonly drop: () => void
}

interface Departure {
  readonly number: number
  readonly topPx: number
  readonly show: () => void
  readonly settle: (isShown: boolean) => void
}

export function createDepartures({ areRowsHere, bringRows }: Places): Departures {
  let count = 0
  /** Those up to this one are over: shown, passed or dropped. */
  let lastOver = 0
  let last: Departure | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = (number: number): void => {
    lastOver = number
    clearTimeout(timer)
    timer = undefined
  }
  const drop = (): void => {
    end(count)
    last?.settle(false)
    last = null
  }
  const showNow = (departure: Departure): void => {
    if (departure.number <= lastOver) return
    end(departure.number)
    const isLast = departure === last
    if (isLast) last = null
    else waitNoLonger()
    departure.show()
    departure.settle(isLast)
  }
  const come = async (departure: Departure): Promise<void> => {
    const { topPx } = departure
    await bringRows(topPx)
    // The end of a log goes on meanwhile: what was asked for is not what would be in view.
    if (!areRowsHere(topPx) && departure === last) await bringRows(topPx)
    if (areRowsHere(topPx) || departure === last) showNow(departure)
  }
  const waitNoLonger = (): void => {
    timer ??= setTimeout(() => last !== null && showNow(last), longestWaitMs)
  }

  return {
    leaveFor(topPx, show) {
      if (areRowsHere(topPx)) {
        drop()
        show()
        return Promise.resolve(true)
      }
      last?.settle(false)
      return new Promise((settle) => {
        count += 1
        const departure = { number: count, topPx, show, settle }
        last = departure
        waitNoLonger()
        void come(departure)
      })
    },
    aim: () => last?.topPx ?? null,
    drop,
  }
}
