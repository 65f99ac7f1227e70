/** Which lines satisfy a condition, as far as that is known. */
export interface LineSieve {
  /** Lines about which it is known; the unfinished last line is among them only while it is as it was looked at. */
  readonly knownLineCount: number
  /** Finds out more until `untilMs`. True: nothing to do until the log grows, or what is awaited has come. */
  advance(untilMs: number): boolean
  /** For lines below `knownLineCount`. */
  passes(lineIndex: number): boolean
}

/** Lines that satisfy all of the conditions, or not all. */
export function joinSieves(sieves: readonly LineSieve[], inverse: boolean): LineSieve {
  return {
    get knownLineCount() {
      return Math.min(...sieves.map((sieve) => sieve.knownLineCount))
    },
    advance: (untilMs) => sieves.map((sieve) => sieve.advance(untilMs)).every((isIdle) => isIdle),
    passes: (lineIndex) => sieves.every((sieve) => sieve.passes(lineIndex)) !== inverse,
  }
}

/** Tells of each line in turn whether it, or one of `contextLines` lines around it, passes. */
export function createContext(sieve: LineSieve, contextLines: number): (lineIndex: number) => boolean {
  /** The next line to be looked at, and the last one seen that passes. */
  let next = 0
  let lastPass = Number.NEGATIVE_INFINITY
  let asked = -1
  return (lineIndex) => {
    if (lineIndex !== asked + 1) {
      next = Math.max(0, lineIndex - contextLines)
      lastPass = Number.NEGATIVE_INFINITY
    }
    asked = lineIndex
    const end = Math.min(lineIndex + contextLines + 1, sieve.knownLineCount)
    for (; next < end; next += 1) if (sieve.passes(next)) lastPass = next
    return lastPass >= lineIndex - contextLines
  }
}
