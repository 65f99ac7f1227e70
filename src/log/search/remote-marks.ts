import type { PiecePlace } from './long-lines.ts'
import type { TextMatch } from './text-match.ts'

/** More pieces than any view shows at a time. */
const maxKept = 2000

/** What is marked in the few pieces that somebody looks at, found by another and kept. */
export interface RemoteMarks {
  /**
   * Marks in a piece, or null when they are still being found: `onFound` is called then. Another `state` tells that
   * what was found before may hold no more.
   */
  of(place: PiecePlace, state: string, find: () => Promise<readonly TextMatch[]>): readonly TextMatch[] | null
  clear(): void
}

interface Kept {
  readonly state: string
  marks: readonly TextMatch[] | null
}

export function createRemoteMarks(onFound: () => void): RemoteMarks {
  const kept = new Map<string, Kept>()

  const fill = async (entry: Kept, find: () => Promise<readonly TextMatch[]>): Promise<void> => {
    entry.marks = await find()
    onFound()
  }

  return {
    of({ lineIndex, pieceIndex }, state, find) {
      const key = `${lineIndex} ${pieceIndex}`
      const known = kept.get(key)
      if (known?.state === state) return known.marks
      if (kept.size >= maxKept) kept.clear()
      const entry: Kept = { state, marks: null }
      kept.set(key, entry)
      void fill(entry, find)
      return null
    },
    clear: () => kept.clear(),
  }
}
