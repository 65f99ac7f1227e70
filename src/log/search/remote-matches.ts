import type { PiecePlace } from './shown-blocks.ts'
import type { TextMatch } from './text-match.ts'
import type { WatchedMatcher } from './watched-matcher.ts'

/** More pieces than any view shows at a time. */
const maxKept = 2000

/** Matches in the few pieces that somebody looks at, found by another and kept. */
export interface RemoteMatches {
  /** Matches in a piece, or null when they are still being found: `onFound` is called then. */
  of(place: PiecePlace, text: string): readonly TextMatch[] | null
  find(text: string): Promise<readonly TextMatch[]>
  clear(): void
}

interface Kept {
  readonly text: string
  matches: readonly TextMatch[] | null
}

export function createRemoteMatches(matcher: WatchedMatcher, onFound: () => void): RemoteMatches {
  const kept = new Map<string, Kept>()

  const find = async (text: string): Promise<readonly TextMatch[]> => {
    const { pairs } = await matcher.find(text)
    const found: TextMatch[] = []
    for (let at = 0; at + 1 < pairs.length; at += 2)
      found.push({ offset: pairs[at] ?? 0, length: pairs[at + 1] ?? 0 })
    return found
  }

  const fill = async (entry: Kept): Promise<void> => {
    entry.matches = await find(entry.text)
    onFound()
  }

  return {
    of({ lineIndex, pieceIndex }, text) {
      const key = `${lineIndex} ${pieceIndex}`
      const known = kept.get(key)
      if (known?.text === text) return known.matches
      if (kept.size >= maxKept) kept.clear()
      const entry: Kept = { text, matches: null }
      kept.set(key, entry)
      void fill(entry)
      return null
    },
    find,
    clear: () => kept.clear(),
  }
}
