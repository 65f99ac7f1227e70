import type { LogDocument } from '../log-document.ts'
import type { LinePlace } from '../view/view-row.ts'
import { expressionOf } from './expression.ts'
import { createMatchCounts } from './match-counts.ts'
import type { CreateMatcher } from './matcher-port.ts'
import type { SearchQuery } from './search-query.ts'
import type { FoundMatch, SearchState } from './search-state.ts'
import { readPieceAt, readShownBlock, readTail } from './shown-block.ts'
import { createTextMatcher, type TextMatch } from './text-match.ts'

/** Text looked through between two looks at the clock. */
const sliceBytes = 64 * 1024

/** A search over one document, in the worker that keeps it. The host calls `advance` until it answers true. */
export interface TextSearch {
  readonly query: SearchQuery
  /** The same object as long as nothing changed. */
  state(): SearchState
  /**
   * Goes on until `performance.now() >= untilMs`. True: nothing to do before the document grows or changes, or
   * `onChange` is called.
   */
  advance(untilMs: number): boolean
  /** False for lines not looked at yet. */
  hasMatch(lineIndex: number): boolean
  /** Matches in lines `fromLine` to before `toLine`, as far as looked at. Costs the same however far apart they are. */
  countBetween(fromLine: number, toLine: number): number
  /**
   * Matches in a piece, in order, from the text it shows. Of a regular expression they may come later: nothing
   * now, and `onChange` when they are known.
   */
  matchesIn(lineIndex: number, pieceIndex: number, shownText: string): readonly TextMatch[]
  /**
   * The nearest match at or after `from` (`next`), or before it (`previous`), around the end if need be; null when
   * there is none, or the search was closed. Waits for `advance` to come as far as it has to.
   */
  find(from: LinePlace, direction: 'next' | 'previous'): Promise<FoundMatch | null>
  close(): void
}

/** `onChange`: state or matches have changed outside `advance`; paint again, and call `advance` again. */
export function createTextSearch(
  document: LogDocument,
  query: SearchQuery,
  _createMatcher: CreateMatcher,
  _onChange: () => void = () => undefined,
): TextSearch {
  const expression = expressionOf(query)
  const matcher = 'message' in expression ? null : createTextMatcher(expression)
  const message = 'message' in expression ? expression.message : null
  const counts = createMatchCounts()
  let next = { lineIndex: 0, pieceIndex: 0 }
  let revision = document.revision
  let tailBytes = -1
  let isDone = matcher === null
  let waiting: (() => void)[] = []
  let isClosed = false
  let state: SearchState = makeState()

  function makeState(): SearchState {
    return {
      phase: message !== null ? 'invalid' : isDone ? 'done' : 'scanning',
      count: counts.total,
      lineCount: counts.lineCount,
      scannedLineCount: isDone && message === null ? document.lineCount : next.lineIndex,
      message,
      slowLineIndex: null,
    }
  }

  const restart = (): void => {
    counts.clear()
    next = { lineIndex: 0, pieceIndex: 0 }
    revision = document.revision
    tailBytes = -1
    isDone = false
  }

  const publish = (): void => {
    const made = makeState()
    const keys = Object.keys(made) as (keyof SearchState)[]
    if (keys.some((key) => made[key] !== state[key])) state = made
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }

  const scan = (untilMs: number): boolean => {
    if (matcher === null) return true
    if (document.revision !== revision) restart()
    if (isDone && tailBytes === document.byteLength) return true
    isDone = false
    counts.setTail(-1, 0, 0)
    for (;;) {
      if (performance.now() >= untilMs) return false
      const block = readShownBlock(document, next, sliceBytes)
      if (block === null) break
      let { pieceIndex } = block.first
      block.texts.forEach((text, index) => {
        const lineIndex = block.lineIndexes[index] ?? 0
        if (index > 0) pieceIndex = block.lineIndexes[index - 1] === lineIndex ? pieceIndex + 1 : 0
        counts.add(lineIndex, pieceIndex, matcher.count(text))
      })
      next = block.next
    }
    const tail = readTail(document)
    if (tail !== null) counts.setTail(tail.lineIndex, tail.pieceIndex, matcher.count(tail.text))
    tailBytes = document.byteLength
    isDone = true
    return true
  }

  const progress = (): Promise<void> => new Promise((resolve) => waiting.push(resolve))
  const isScanned = (lineIndex: number): boolean => isDone || lineIndex < next.lineIndex

  const found = (
    lineIndex: number,
    pieceIndex: number,
    direction: string,
    hasWrapped: boolean,
    at: number,
  ) => {
    const matches = matcher?.find(readPieceAt(document, { lineIndex, pieceIndex })) ?? []
    const index =
      direction === 'next'
        ? matches.findIndex(({ offset }) => offset >= at)
        : matches.findLastIndex(({ offset }) => offset < at)
    const match = matches[index]
    if (match === undefined) return null
    const number = counts.before(lineIndex) + counts.beforePiece(lineIndex, pieceIndex) + index + 1
    return { lineIndex, pieceIndex, ...match, number, hasWrapped }
  }

  const findFrom = async (
    from: LinePlace,
    direction: 'next' | 'previous',
    hasWrapped: boolean,
  ): Promise<FoundMatch | null> => {
    const isNext = direction === 'next'
    let { lineIndex, pieceIndex, offset } = from
    for (;;) {
      while (!isScanned(Math.min(lineIndex, document.lineCount - 1)) && !isClosed) await progress()
      const piece = counts.hasMatch(lineIndex) ? counts.pieceFrom(lineIndex, pieceIndex, direction) : null
      if (piece !== null) {
        const at = piece === pieceIndex ? offset : isNext ? 0 : Number.POSITIVE_INFINITY
        const match = found(lineIndex, piece, direction, hasWrapped, at)
        if (match !== null) return match
        pieceIndex = piece + (isNext ? 1 : -1)
        offset = isNext ? 0 : Number.POSITIVE_INFINITY
        continue
      }
      const line: number | null = counts.lineFrom(lineIndex + (isNext ? 1 : -1), direction)
      if (line === null && (isDone || isClosed || !isNext)) return null
      if (line === null) await progress()
      else {
        lineIndex = line
        pieceIndex = isNext ? 0 : Number.POSITIVE_INFINITY
        offset = isNext ? 0 : Number.POSITIVE_INFINITY
      }
    }
  }

  return {
    query,
    state: () => state,
    advance(untilMs) {
      if (isClosed) return true
      const isIdle = scan(untilMs)
      publish()
      return isIdle
    },
    hasMatch: counts.hasMatch,
    countBetween: (fromLine, toLine) => counts.before(toLine) - counts.before(fromLine),
    matchesIn: (_lineIndex, _pieceIndex, text) => matcher?.find(text) ?? [],
    async find(from, direction) {
      if (matcher === null) return null
      const match = await findFrom(from, direction, false)
      if (match !== null || isClosed) return match
      while (!isDone && !isClosed) await progress()
      const start = { lineIndex: 0, pieceIndex: 0, offset: 0 }
      const end = {
        lineIndex: Math.max(0, document.lineCount - 1),
        pieceIndex: Number.POSITIVE_INFINITY,
        offset: Number.POSITIVE_INFINITY,
      }
      return findFrom(direction === 'next' ? start : end, direction, true)
    },
    close() {
      isClosed = true
      publish()
    },
  }
}
