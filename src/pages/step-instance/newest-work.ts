import { runInSlices, type SlicedWork } from './slices.ts'

/** Does one work at a time, in slices. */
export interface NewestWork<Result> {
  /**
   * Work under way is finished first, and of what is put meanwhile only the newest is done: rows that come in faster
   * than they are sorted still reach the page.
   */
  put(work: () => SlicedWork<Result>): void
  /** Gives up the work under way and what waits behind it. */
  stop(): void
}

/** `onDone` is told every work that was finished, with its result. */
export function createNewestWork<Result>(
  onDone: (work: () => SlicedWork<Result>, result: Result) => void,
): NewestWork<Result> {
  let newest: (() => SlicedWork<Result>) | null = null
  let stopRunning: (() => void) | null = null
  /** Tells the runs apart: one that was done at once must not pass for the one begun after it. */
  let run = 0

  function begin(work: () => SlicedWork<Result>): void {
    run += 1
    const mine = run
    const stop = runInSlices(work(), (result) => {
      onDone(work, result)
      if (run !== mine) return
      if (newest !== null && newest !== work) begin(newest)
      else stopRunning = newest = null
    })
    if (run === mine && newest !== null) stopRunning = stop
  }

  return {
    put(work) {
      const isBusy = newest !== null
      newest = work
      if (!isBusy) begin(work)
    },
    stop() {
      run += 1
      stopRunning?.()
      stopRunning = newest = null
    },
  }
}
