import type { LogDocument } from '../log-document.ts'
import type { MeaningState } from '../meaning/line-meaning.ts'
import type { MeaningIndex } from '../meaning/meaning-index.ts'
import { meaningPart } from './late-part.ts'

const nothingKnown: MeaningState = {
  counts: { debug: 0, info: 0, success: 0, warning: 0, error: 0, fatal: 0 },
  sectionCount: 0,
  scannedLineCount: 0,
}

/** Lines mean nothing until what finds their meaning is here. */
const noMeaning: MeaningIndex = {
  advance: () => true,
  state: () => nothingKnown,
  severityAt: () => null,
  beginsMessageAt: () => false,
  timeAt: () => null,
  timeBefore: () => null,
  startTime: () => null,
  sections: () => [],
  depthAt: () => 0,
  sectionBeginningAt: () => null,
  find: () => null,
  worstBetween: () => 0,
  shareBetween: () => 0,
}

/** The meaning index, from when what makes it is here; `onHere` tells that there is something to advance now. */
export function createLateMeaning(document: LogDocument, onHere: () => void): MeaningIndex {
  if (meaningPart.here !== null) return meaningPart.here.createMeaningIndex(document)
  let index = noMeaning
  void meaningPart.arrival.then(({ createMeaningIndex }) => {
    index = createMeaningIndex(document)
    onHere()
  })
  return {
    advance: (untilMs) => index.advance(untilMs),
    state: () => index.state(),
    severityAt: (lineIndex) => index.severityAt(lineIndex),
    beginsMessageAt: (lineIndex) => index.beginsMessageAt(lineIndex),
    timeAt: (lineIndex) => index.timeAt(lineIndex),
    timeBefore: (lineIndex) => index.timeBefore(lineIndex),
    startTime: () => index.startTime(),
    sections: () => index.sections(),
    depthAt: (lineIndex) => index.depthAt(lineIndex),
    sectionBeginningAt: (lineIndex) => index.sectionBeginningAt(lineIndex),
    find: (lineIndex, direction, minSeverity) => index.find(lineIndex, direction, minSeverity),
    worstBetween: (from, to) => index.worstBetween(from, to),
    shareBetween: (from, to, rank) => index.shareBetween(from, to, rank),
  }
}
