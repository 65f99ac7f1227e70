/*
 * How many hosts to ask for at once. The platform's limit counts hosts, not bytes, yet one script log may be 5 MB
 * (bk-job B.5): 500 of them would be an answer of gigabytes that no time limit allows. Nobody tells the sizes
 * beforehand, so we start small and aim at answers of about 4 MiB, learning from each: 200 KB logs go twenty at
 * a time, empty ones up to the limit, and a few answers in memory stay a few times 4 MiB.
 */

/** Hosts in a call before any size is known; up to so many go in one call, as asked. */
const FIRST_SIZE = 20
const AIM_BYTES = 4 * 1024 * 1024
/** One answer may teach at most this much: the first hosts need not be typical. */
const MOST_GROWTH = 4
/** Per item, before any size is known: most logs are smaller. */
export const GUESSED_BYTES = 64 * 1024
/**
 * What a call counts for at most before any size is known, since then it is the browser's word: whoever claimed gigabytes
 * would have the whole place kept free for him. It fits beside all the bulk there may be (turns.ts).
 */
const MOST_GUESSED_BYTES = 8 * 1024 * 1024

/** Hands out chunks of the items given to it. A chunk never mixes two groups. */
export interface ChunkQueue<T> {
  /** Appends items; each group is asked for in its own way. */
  add(group: readonly T[]): void
  next(): readonly T[] | null
  /** How many items {@link ChunkQueue.next} would hand out; 0 when none are left. */
  nextCount(): number
  /** How large the answer for {@link ChunkQueue.next} will be, going by the answers so far. */
  nextBytes(): number
  /** Tells how large the answer for so many items was. */
  learn(count: number, bytes: number): void
  /** Puts a chunk that was too much back as two halves, to come next, and tells them; none of a single item. */
  split(chunk: readonly T[]): readonly (readonly T[])[]
  /** Takes out everything left. */
  drain(): readonly T[]
}

/**
 * Every item comes out exactly once (again only after {@link ChunkQueue.split}), at most `limit` at a time. Of
 * many, the very first item comes alone: it is the one being looked at, and should not wait for others. `guessedBytes` is
 * how large an item is until answers tell.
 */
export function createChunkQueue<T>(limit: number, guessedBytes = GUESSED_BYTES): ChunkQueue<T> {
  const ready: (readonly T[])[] = []
  const groups: { items: readonly T[]; at: number }[] = []
  let size = Math.min(limit, FIRST_SIZE)
  let bytesEach = guessedBytes
  let mostBytes = MOST_GUESSED_BYTES
  let handedOut = false

  function nextCount(): number {
    const [half] = ready
    const [group] = groups
    if (half !== undefined) return half.length
    if (group === undefined) return 0
    const alone = !handedOut && group.items.length > FIRST_SIZE
    return Math.min(alone ? 1 : size, group.items.length - group.at)
  }

  function take(): readonly T[] | null {
    const group = groups[0]
    if (group === undefined) return null
    const chunk = group.items.slice(group.at, group.at + nextCount())
    group.at += chunk.length
    if (group.at >= group.items.length) groups.shift()
    return chunk
  }

  return {
    add(group) {
      if (group.length > 0) groups.push({ items: group, at: 0 })
    },
    next() {
      const chunk = ready.shift() ?? take()
      handedOut = true
      return chunk
    },
    nextCount,
    nextBytes: () => Math.min(nextCount() * bytesEach, mostBytes),
    learn(count, bytes) {
      bytesEach = bytes / count
      mostBytes = Number.POSITIVE_INFINITY
      const fitting = Math.floor((AIM_BYTES * count) / Math.max(bytes, 1))
      size = Math.max(1, Math.min(fitting, size * MOST_GROWTH, limit))
    },
    split(chunk) {
      if (chunk.length < 2) return []
      const middle = Math.ceil(chunk.length / 2)
      size = Math.max(1, Math.min(size, middle))
      const halves = [chunk.slice(0, middle), chunk.slice(middle)]
      ready.unshift(...halves)
      return halves
    },
    drain() {
      const rest = [...ready.splice(0), ...groups.splice(0).map((group) => group.items.slice(group.at))]
      return rest.flat()
    },
  }
}
