import type { LogDocument } from '../log-document.ts'
import type { LinePlace } from '../view/view-row.ts'
import { needlesOf, requiredNeedles } from './byte-needle.ts'
import { type Expression, expressionOf } from './expression.ts'
import { alternativeLiterals } from './expression-literals.ts'
import { findMatch } from './find-match.ts'
import { literalVariants } from './literal-variants.ts'
import { createLocalScan } from './local-scan.ts'
import { createMatchCounts } from './match-counts.ts'
import type { CreateMatcher } from './matcher-port.ts'
import { createWatchedMatcher } from './matcher-queue.ts'
import { createRemoteScan } from './remote-scan.ts'
import type { Scan } from './scan.ts'
import type { SearchQuery } from './search-query.ts'
import type { FoundMatch, SearchState } from './search-state.ts'
import { createTextMatcher, type TextMatch } from './text-match.ts'

export { byteKernels, kernelBytes } from './byte-kernels.ts'

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
   * What is to be marked in a piece, in order, given the text it shows: matches, or what is in it of one that goes
   * beyond it. Of a regular expression they may come later: none now, and `onChange` when they are known.
   */
  matchesIn(lineIndex: number, pieceIndex: number, shownText: string): readonly TextMatch[]
  /**
   * The nearest match at or after `from` (`next`), or before it (`previous`), around the end if need be; null when
   * there is none, or the search was closed. Waits for `advance` to come as far as it has to.
   */
  find(from: LinePlace, direction: 'next' | 'previous'): Promise<FoundMatch | null>
  /** Stops everything, at once. */
  close(): void
}

/**
 * `createMatcher` starts what runs `serveMatches`; it is called for regular expressions only. `onChange`: state or
 * matches have changed outside `advance`; call that again, and paint.
 */
export function createTextSearch(
  document: LogDocument,
  query: SearchQuery,
  createMatcher: CreateMatcher,
  onChange: () => void = () => undefined,
): TextSearch {
  const expression = expressionOf(query)
  if ('message' in expression) return invalidSearch(query, expression.message)
  return runningSearch(document, query, expression, createMatcher, onChange)
}

function runningSearch(
  document: LogDocument,
  query: SearchQuery,
  expression: Expression,
  createMatcher: CreateMatcher,
  onChange: () => void,
): TextSearch {
  const counts = createMatchCounts()
  let waiting: (() => void)[] = []
  let isClosed = false
  let failure: string | null = null

  const publish = (): void => {
    const made = makeState()
    if (!isSame(made, state)) state = made
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }
  const onAnswer = (): void => {
    publish()
    onChange()
  }
  const onFail = (): void => {
    failure = 'no worker to run it in'
    onAnswer()
  }

  const makeScan = (): Scan => {
    const literals = query.isRegex ? alternativeLiterals(query.text) : literalVariants(query.text)
    const isLinear = !query.isRegex || (literals !== null && expression.flags.includes('u'))
    if (!isLinear) {
      const matcher = createWatchedMatcher(createMatcher, expression, onFail)
      return createRemoteScan(document, counts, matcher, requiredNeedles(query, expression), onAnswer)
    }
    const needles = literals === null ? null : needlesOf(literals, query, expression)
    return createLocalScan(document, counts, createTextMatcher(expression), needles, 4 * query.text.length)
  }
  const scan = makeScan()

  const isDone = (): boolean => scan.isDone || scan.slowLineIndex !== null || failure !== null

  const phase = (): SearchState['phase'] => {
    if (failure !== null) return 'invalid'
    if (scan.slowLineIndex !== null) return 'too-slow'
    return scan.isDone ? 'done' : 'scanning'
  }
  const makeState = (): SearchState => ({
    phase: phase(),
    count: counts.total,
    lineCount: counts.lineCount,
    scannedLineCount: scan.isDone ? document.lineCount : scan.nextLineIndex,
    message: failure,
    slowLineIndex: scan.slowLineIndex,
    cutLineIndex: scan.cutLineIndex,
  })
  let state = makeState()

  const search = {
    counts,
    isDone,
    isScanned: (lineIndex: number) => isDone() || lineIndex < scan.nextLineIndex,
    progress: () => new Promise<void>((resolve) => waiting.push(resolve)),
    isClosed: () => isClosed,
    matchesAt: scan.find,
  }

  return {
    query,
    state: () => state,
    advance(untilMs) {
      if (isClosed || failure !== null) return true
      const isIdle = scan.advance(untilMs)
      publish()
      return isIdle
    },
    hasMatch: counts.hasMatch,
    countBetween: (fromLine, toLine) => counts.before(toLine) - counts.before(fromLine),
    matchesIn: (lineIndex, pieceIndex, text) => scan.matchesIn({ lineIndex, pieceIndex }, text) ?? [],
    find: (from, direction) => findMatch(search, from, direction),
    close() {
      isClosed = true
      scan.close()
      publish()
    },
  }
}

function invalidSearch(query: SearchQuery, message: string): TextSearch {
  const state: SearchState = {
    phase: 'invalid',
    count: 0,
    lineCount: 0,
    scannedLineCount: 0,
    message,
    slowLineIndex: null,
    cutLineIndex: null,
  }
  return {
    query,
    state: () => state,
    advance: () => true,
    hasMatch: () => false,
    countBetween: () => 0,
    matchesIn: () => [],
    find: async () => null,
    close: () => undefined,
  }
}

function isSame(a: SearchState, b: SearchState): boolean {
  return (
    a.phase === b.phase &&
    a.count === b.count &&
    a.lineCount === b.lineCount &&
    a.scannedLineCount === b.scannedLineCount &&
    a.message === b.message &&
    a.slowLineIndex === b.slowLineIndex &&
    a.cutLineIndex === b.cutLineIndex
  )
}
