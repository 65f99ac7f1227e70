import { createBreather } from './breather.ts'

/** Half a frame: a message that comes in the meantime is answered before the next paint. */
export const sliceMs = 8

/** Does work in slices, between which messages are handled. */
export interface Background {
  /** There may be work. */
  wake(): void
}

/**
 * `work` works until `untilMs` and answers true when nothing is left to do. While `pause` answers a promise, no
 * slice begins.
 */
export function createBackground(
  work: (untilMs: number) => boolean,
  pause: () => Promise<void> | undefined,
): Background {
  let isRunning = false
  let isWoken = false

  const run = async (): Promise<void> => {
    isRunning = true
    const breather = createBreather(0)
    let isDone = false
    while (!isDone || isWoken) {
      await breather.breathe()
      await pause()
      isWoken = false
      isDone = work(performance.now() + sliceMs)
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
