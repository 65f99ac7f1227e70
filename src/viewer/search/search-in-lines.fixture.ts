import type { FoundMatch, LinePlace, LogSearch, SearchQuery, SearchState } from '#log'

/** A search of lines in memory, slow and simple, that scans only as far as it is told to. */
export interface LineSearch extends LogSearch {
  readonly isClosed: () => boolean
  /** Looks at the lines up to here; at all of them when it was opened, unless `isHeld`. */
  readonly scanTo: (lineCount: number) => void
  readonly say: (state: SearchState) => void
}

export function searchLines(lines: readonly string[], query: SearchQuery, isHeld = false): LineSearch {
  const all = lines.flatMap((line, lineIndex) => matchesOf(line, query, lineIndex))
  const listeners = new Set<() => void>()
  let isClosed = false
  const stateAt = (scanned: number): SearchState => {
    const found = all.filter(({ lineIndex }) => lineIndex < scanned)
    return {
      phase: scanned < lines.length ? 'scanning' : 'done',
      count: found.length,
      lineCount: new Set(found.map(({ lineIndex }) => lineIndex)).size,
      scannedLineCount: scanned,
      message: null,
      slowLineIndex: null,
      cutLineIndex: null,
    }
  }
  let state = isRegex(query) ? stateAt(isHeld ? 0 : lines.length) : invalid
  const say = (next: SearchState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    query,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    find: async (from, direction) => {
      const numbered = all.map((match, index): FoundMatch => ({ ...match, number: index + 1 }))
      if (direction === 'next') {
        const next = numbered.find((match) => compare(match, from) >= 0)
        return next ?? wrapped(numbered[0])
      }
      return numbered.findLast((match) => compare(match, from) < 0) ?? wrapped(numbered.at(-1))
    },
    close: () => {
      isClosed = true
    },
    isClosed: () => isClosed,
    scanTo: (lineCount) => say(stateAt(lineCount)),
    say,
  }
}

const invalid: SearchState = {
  phase: 'invalid',
  count: 0,
  lineCount: 0,
  scannedLineCount: 0,
  message: 'Unterminated group',
  slowLineIndex: null,
  cutLineIndex: null,
}

function isRegex(query: SearchQuery): boolean {
  return !(query.isRegex && query.text === '(')
}

function matchesOf(line: string, query: SearchQuery, lineIndex: number): FoundMatch[] {
  if (!isRegex(query)) return []
  const source = query.isRegex ? query.text : query.text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(query.wholeWord ? `\\b${source}\\b` : source, query.matchCase ? 'g' : 'gi')
  return [...line.matchAll(pattern)].map((match) => ({
    lineIndex,
    pieceIndex: 0,
    offset: match.index,
    length: match[0].length,
    number: 0,
    hasWrapped: false,
  }))
}

function compare(one: LinePlace, other: LinePlace): number {
  return one.lineIndex - other.lineIndex || one.offset - other.offset
}

function wrapped(match: FoundMatch | undefined): FoundMatch | null {
  return match === undefined ? null : { ...match, hasWrapped: true }
}
