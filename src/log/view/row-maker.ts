import { areComparable, type LineTime } from '../meaning/line-meaning.ts'
import type { MeaningIndex } from '../meaning/meaning-index.ts'
import type { TextSearch } from '../search/text-search.ts'
import { segmentsOf } from '../text/segments-of.ts'
import { isFolded } from './folded-lines.ts'
import type { LaidRow } from './layout.ts'
import type { LineBreaker } from './line-breaker.ts'
import type { SectionFolds } from './view-options.ts'
import type { LineRow, SectionHead, ViewRow } from './view-row.ts'

/** Makes what the page paints of a row. `highlight` is the search whose matches are marked. */
export type RowMaker = (row: LaidRow, highlight: TextSearch | null, detailCells: number) => ViewRow

type LineFacts = Pick<LineRow, 'time' | 'timeBefore' | 'startTime' | 'section'>

const noFacts: LineFacts = { time: null, timeBefore: null, startTime: null, section: null }

export function createRowMaker(breaker: LineBreaker, meaning: MeaningIndex, folds: SectionFolds): RowMaker {
  const sectionAt = (lineIndex: number): SectionHead | null => {
    const section = meaning.sectionBeginningAt(lineIndex)
    if (section === null) return null
    const { title, firstLineIndex, lastLineIndex } = section
    return { title, lineCount: lastLineIndex - firstLineIndex, isFolded: isFolded(folds, firstLineIndex) }
  }

  /** What is said of a line once, beside its first row. */
  const factsOf = (lineIndex: number): LineFacts => {
    const time = meaning.timeAt(lineIndex)
    return {
      time,
      timeBefore: time === null ? null : meaning.timeBefore(lineIndex),
      startTime: time === null ? null : startOf(meaning.startTime(), time),
      section: sectionAt(lineIndex),
    }
  }

  return (row, highlight, detailCells) => {
    if (row.kind === 'gap') return row
    const { lineIndex } = row
    const part = breaker.partAt(lineIndex, row.rowOfLine)
    const { pieceIndex, from, to, isLineStart, isLineEnd, isEarlierState } = part
    const { played } = part.state
    const isMarked = highlight !== null && !isEarlierState
    const matches = isMarked ? highlight.matchesIn(lineIndex, pieceIndex, played.text) : []
    return {
      kind: 'line',
      ...{ lineIndex, pieceIndex, offset: from, isLineStart, isLineEnd },
      segments: segmentsOf(played, from, to, matches, detailCells),
      severity: meaning.severityAt(lineIndex),
      beginsMessage: isLineStart && meaning.beginsMessageAt(lineIndex),
      ...(isLineStart ? factsOf(lineIndex) : noFacts),
      depth: meaning.depthAt(lineIndex),
      overwrittenCount: part.isExpanded ? 0 : played.overwrittenCount,
    }
  }
}

function startOf(start: LineTime | null, time: LineTime): LineTime | null {
  return start !== null && areComparable(start, time) ? start : null
}
