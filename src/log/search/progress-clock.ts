export interface ProgressLimits {
  /** Without any progress. */
  readonly limitMs: number
  /** Of all of it, progress or not. */
  readonly wholeLimitMs: number
}

/** Says when nothing has come of something for too long, or too little. */
export interface ProgressClock {
  /** Begins to count, for another subject than before; the limits may change on the way. */
  watch(subject: object, limits: ProgressLimits): void
  /** Begins anew to count, but for the whole. */
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
  let limits: ProgressLimits = { limitMs: 0, wholeLimitMs: 0 }
  let tickedMs = 0
  let wholeMs = 0

  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
    watched = null
  }

  const tick = (): void => {
    tickedMs += tickMs
    wholeMs += tickMs
    if (tickedMs < limits.limitMs && wholeMs < limits.wholeLimitMs) return
    stop()
    onLimit()
  }

  return {
    watch(subject, its) {
      if (subject !== watched) tickedMs = wholeMs = 0
      watched = subject
      limits = its
      timer ??= setInterval(tick, tickMs)
    },
    noteProgress() {
      tickedMs = 0
    },
    stop,
  }
}
