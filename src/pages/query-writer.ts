/*
 * Chromium passes over calls of the history beyond 200 in ten seconds, Firefox throws; Safari throws beyond 100. A held
 * key makes 30 a second, and both the reader and the list of hosts write what was chosen into the address.
 */

/** Written at once, one right after the other: a reload finds what was chosen just before, and no event is early enough. */
const atOnce = 10
/** From then on as often: with those at once 93 in ten seconds. */
const everyMs = 120
/** So many when somebody seems to leave the page: whoever clicks without end does not. */
const atMost = 16

/** Writes queries into the address, not all of them: the newest is never lost. */
export interface QueryWriter {
  /** Now, or as soon as that is not too often; of several that wait only the newest is written. */
  readonly put: (query: string) => void
  /** Writes at once what waits, unless that has been asked too often. */
  readonly flush: () => void
  /** Forgets what waits. */
  readonly cancel: () => void
}

export function createQueryWriter(write: (query: string) => void): QueryWriter {
  let waiting: string | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  /** When all that may be written at once may be again. */
  let calmAt = Number.NEGATIVE_INFINITY
  const waitMs = (most: number): number => calmAt - performance.now() - (most - 1) * everyMs
  const flush = (): void => {
    // What the browser passes over would never be in the address.
    if (waiting === null || waitMs(atMost) > 0) return
    if (timer !== null) clearTimeout(timer)
    timer = null
    const query = waiting
    waiting = null
    calmAt = Math.max(calmAt, performance.now()) + everyMs
    write(query)
  }
  const rested = (): void => {
    timer = null
    flush()
    if (waiting !== null) timer = setTimeout(rested, everyMs)
  }
  return {
    put: (query) => {
      waiting = query
      if (waitMs(atOnce) <= 0) flush()
      else timer ??= setTimeout(rested, waitMs(atOnce))
    },
    flush,
    cancel: () => {
      waiting = null
    },
  }
}

/**
 * Calls when the reader may be about to leave the page: once it is leaving, what is written into the address is there
 * for who comes back, and not for a reload. Answers how to stop.
 */
export function onLeaving(flush: () => void): () => void {
  const flushByKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
    if (key === 'F5' || ((ctrlKey || metaKey) && key.toLowerCase() === 'r')) flush()
  }
  const names = ['blur', 'pagehide', 'visibilitychange'] as const
  for (const name of names) window.addEventListener(name, flush)
  window.addEventListener('keydown', flushByKey, { capture: true })
  // Over to the browser's own buttons.
  document.documentElement.addEventListener('pointerleave', flush)
  return () => {
    for (const name of names) window.removeEventListener(name, flush)
    window.removeEventListener('keydown', flushByKey, { capture: true })
    document.documentElement.removeEventListener('pointerleave', flush)
  }
}
