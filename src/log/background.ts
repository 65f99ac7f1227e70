import { createBreather } from './breather.ts'

/** Half a frame: a message that comes in the meantime is answered before the next paint. */
export const sliceMs = 8

/** Does work in slices, between which messages are handled. */
export interface Background {
  /** There may be work. */
  wake(): void
}

/**
 * `work` works until `untilMs` and answers how long the next slice can wait, in ms: Infinity when nothing is left
 * to do. While `pause` answers a promise, no slice begins.
 */
export function createBackground(
  work: (untilMs: number) => number,
  pause: () => Promise<void> | undefined,
): Background {
  let isRunning = false
  let isWoken = false

  const run = async (): Promise<void> => {
    isRunning = true
    const breather = createBreather(0)
    let waitMs = 0
    while (waitMs < Number.POSITIVE_INFINITY || isWoken) {
      await breather.breathe()
      await pause()
      isWoken = false
      waitMs = work(performance.now() + sliceMs)
      if (waitMs > 0 && waitMs < Number.POSITIVE_INFINITY) await delay(waitMs)
    }
    breather.close()
    isRunning = false
  }

  return {
    wake() {
      isWoken = true
      if (!isRunning) void run()
    },
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
