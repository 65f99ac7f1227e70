/** Says when nothing has come of something for too long. */
export interface ProgressClock {
  /** Begins to count, for another subject than before; the limit may change on the way. */
  watch(subject: object, limitMs: number): void
  /** Begins anew to count. */
  noteProgress(): void
  stop(): void
}

const tickMs = 50

/**
 * Time is counted in ticks that came, each for no more than it was to take: in a process that is held up, whatever
 * for, nothing else gets on either, and the answer may be waiting behind the tick.
 */
export function createProgressClock(onLimit: () => void): ProgressClock {
  let timer: ReturnType<typeof setInterval> | undefined
  let watched: object | null = null
  let limitMs = 0
  let tickedMs = 0

  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
    watched = null
  }

  const tick = (): void => {
    tickedMs += tickMs
    if (tickedMs < limitMs) return
    stop()
    onLimit()
  }

  return {
    watch(subject, limit) {
      if (subject !== watched) tickedMs = 0
      watched = subject
      limitMs = limit
      timer ??= setInterval(tick, tickMs)
    },
    noteProgress() {
      tickedMs = 0
    },
    stop,
  }
}
