import type { LogSection } from '../meaning/line-meaning.ts'
import type { MeaningIndex } from '../meaning/meaning-index.ts'
import type { SectionFolds } from './view-options.ts'

/** Lines from `start` to before `end`. */
export interface LineSpan {
  readonly start: number
  readonly end: number
}

/** Whether a section is folded: its first line stays, the others are hidden. */
export function isFolded({ isAllFolded, exceptLineIndexes }: SectionFolds, firstLineIndex: number): boolean {
  return exceptLineIndexes.includes(firstLineIndex) !== isAllFolded
}

/** The lines that folds hide, in order and apart. */
function foldedSpans(
  sections: readonly LogSection[],
  { isAllFolded, exceptLineIndexes }: SectionFolds,
): readonly LineSpan[] {
  const except = new Set(exceptLineIndexes)
  const spans: { readonly start: number; end: number }[] = []
  const folded = sections
    .filter(({ firstLineIndex }) => except.has(firstLineIndex) !== isAllFolded)
    .toSorted((a, b) => a.firstLineIndex - b.firstLineIndex)
  for (const { firstLineIndex, lastLineIndex } of folded) {
    const last = spans.at(-1)
    const [start, end] = [firstLineIndex + 1, lastLineIndex + 1]
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else if (start < end) spans.push({ start, end })
  }
  return spans
}

/** The lines that folds hide, as far as sections are known. */
export interface FoldedLines {
  readonly knownLineCount: number
  advance(untilMs: number): boolean
  /** The same array while nothing changed. */
  spans(): readonly LineSpan[]
}

/** Null when none is folded. */
export function createFoldedLines(meaning: MeaningIndex, folds: SectionFolds): FoldedLines | null {
  if (!folds.isAllFolded && folds.exceptLineIndexes.length === 0) return null
  let sections: readonly LogSection[] = []
  let spans: readonly LineSpan[] = []
  return {
    get knownLineCount() {
      return meaning.state().scannedLineCount
    },
    advance: meaning.advance,
    spans() {
      const now = meaning.sections()
      if (now !== sections) spans = foldedSpans(now, folds)
      sections = now
      return spans
    },
  }
}

/** The first line that one of the two lists hides and the other does not; Infinity when they are the same. */
export function firstDifference(a: readonly LineSpan[], b: readonly LineSpan[]): number {
  if (a === b) return Number.POSITIVE_INFINITY
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [one, other] = [a[at] ?? nowhere, b[at] ?? nowhere]
    if (one.start !== other.start) return Math.min(one.start, other.start)
    if (one.end !== other.end) return Math.min(one.end, other.end)
  }
  return Number.POSITIVE_INFINITY
}

const nowhere: LineSpan = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }
