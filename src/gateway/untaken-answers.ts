/** Answers that are there as a whole while browsers take them, and what they may be together. */
export interface UntakenAnswers {
  /** One more, of so many bytes, and how to cut it off. */
  begin(cutOff: () => void, bytes: number): UntakenAnswer
}

/** One of them. */
interface UntakenAnswer {
  /** The browser has taken some of it. */
  taken(): void
  /** It has all of it, or has left. */
  end(): void
}

const MOST_BYTES = 48 * 1024 * 1024
/**
 * Who takes something within this time is slow, but there. What a browser takes is seen when the socket's own buffers
 * drain, which they do in bursts: at 300 KB a second some ten seconds apart.
 */
export const PATIENCE_MS = 20_000

interface Lying {
  readonly cutOff: () => void
  readonly bytes: number
  takenAt: number
}

/** While there are more than `mostBytes`, those are cut off of which nobody has taken anything for longest. */
export function createUntakenAnswers(mostBytes = MOST_BYTES, patienceMs = PATIENCE_MS): UntakenAnswers {
  /** In the order in which something was last taken of them. */
  const lying = new Set<Lying>()
  let sum = 0
  let looksAgain = false

  function end(each: Lying): void {
    if (lying.delete(each)) sum -= each.bytes
  }

  function makeRoom(): void {
    for (const each of lying) {
      if (sum <= mostBytes) return
      if (performance.now() - each.takenAt < patienceMs) break
      end(each)
      each.cutOff()
    }
    if (sum > mostBytes && !looksAgain) lookAgain()
  }

  function lookAgain(): void {
    looksAgain = true
    const look = () => {
      looksAgain = false
      makeRoom()
    }
    setTimeout(look, patienceMs).unref()
  }

  return {
    begin(cutOff, bytes) {
      const each: Lying = { cutOff, bytes, takenAt: performance.now() }
      lying.add(each)
      sum += bytes
      makeRoom()
      return {
        taken() {
          each.takenAt = performance.now()
          if (lying.delete(each)) lying.add(each)
        },
        end: () => end(each),
      }
    },
  }
}
