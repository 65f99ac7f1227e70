/*
 * Chromium passes over calls of the history beyond 200 in ten seconds, Firefox and Safari throw. A held key makes 30 a
 * second, and both the reader and the list of hosts write what was chosen into the address.
 */

const everyMs = 100

/** Writes queries into the address, not all of them: the newest is never lost. */
export interface QueryWriter {
  /** Now, or as soon as the last time is `everyMs` ago; of several that wait only the newest is written. */
  readonly put: (query: string) => void
  /** Writes at once what waits. */
  readonly flush: () => void
  /** Forgets what waits. */
  readonly cancel: () => void
}

export function createQueryWriter(write: (query: string) => void): QueryWriter {
  let waiting: string | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = (): void => {
    if (waiting === null) return
    const query = waiting
    waiting = null
    timer = setTimeout(rested, everyMs)
    write(query)
  }
  const rested = (): void => {
    timer = null
    flush()
  }
  return {
    put: (query) => {
      waiting = query
      if (timer === null) flush()
    },
    flush: () => {
      if (timer !== null) clearTimeout(timer)
      rested()
    },
    cancel: () => {
      waiting = null
    },
  }
}
