/**
 * Keys that need an answer of the log worker, one after the other: each builds on what the one before has chosen. A
 * held key is faster than the answers.
 */
export interface Turns {
  /** `isWanted` is false once the turns were dropped: what is found after that is for nobody. */
  readonly add: (turn: (isWanted: () => boolean) => unknown) => void
  /** True while a turn is under way or waits. */
  readonly isBusy: () => boolean
  readonly drop: () => void
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  let round = 0
  return {
    add: (turn) => {
      const mine = round
      const isWanted = (): boolean => round === mine
      count += 1
      last = last
        .then(() => (isWanted() ? turn(isWanted) : undefined))
        .finally(() => {
          count -= isWanted() ? 1 : 0
        })
        // One that failed must not take the keys after it along.
        .catch(() => undefined)
    },
    isBusy: () => count > 0,
    drop: () => {
      round += 1
      count = 0
    },
  }
}
