import type { LogDocument } from '../log-document.ts'
import { createLineMarker, markStretch, retold } from './line-marker.ts'
import { createLineMarks } from './line-marks.ts'
import {
  areComparable,
  type LineTime,
  type LogSection,
  type MeaningState,
  type Severity,
  severities,
} from './line-meaning.ts'
import { lineText } from './line-text.ts'
import { createLineWalk, type WalkedLine } from './line-walk.ts'
import { beginsFlag, stampedFlag } from './message-owner.ts'
import { createNearbyMarks } from './nearby-marks.ts'
import { createSectionList } from './section-list.ts'
import { rankOf, type SeverityRank, severityOfRank } from './severity-rank.ts'
import { createTimeReader } from './time-reader.ts'

/** Lines between two looks at the clock. */
const sliceLines = 256
/** The same in UTF-16 units, for long lines. */
const sliceLength = 64 * 1024
/** How far back the line before a gap is looked for. */
const gapReach = 1_000

/** What the lines of a document mean. All line indexes are of the document; lines that are not there mean nothing. */
export interface MeaningIndex {
  /** Works until `performance.now()` reaches `untilMs`; true when it has caught up with the document. */
  advance(untilMs: number): boolean
  /** The same object while nothing changed. */
  state(): MeaningState
  /** The severity of the message the line belongs to. */
  severityAt(lineIndex: number): Severity | null
  /** The line begins a message, and does not go on with the one before it. */
  beginsMessageAt(lineIndex: number): boolean
  timeAt(lineIndex: number): LineTime | null
  /** Milliseconds since the nearest earlier line with a time, at most 1,000 lines back; null without either. */
  timeBefore(lineIndex: number): LineTime | null
  /** The first time in the log, as far as it is scanned. */
  startTime(): LineTime | null
  /** In the order of their first lines. */
  sections(): readonly LogSection[]
  /** How many sections the line lies inside of; a section's first line stands outside of it. */
  depthAt(lineIndex: number): number
  /** The outermost section that begins with the line. */
  sectionBeginningAt(lineIndex: number): LogSection | null
  /** The nearest line after or before `lineIndex` that begins a message so severe. */
  find(lineIndex: number, direction: 'next' | 'previous', minSeverity: Severity): number | null
  /** The worst severity among lines `from` to before `to`: 0 for none, otherwise 1 + its index in `severities`. */
  worstBetween(from: number, to: number): SeverityRank
  /** How many of these lines are so bad or worse, from 0 to 1: estimated from a few of them. */
  shareBetween(from: number, to: number, rank: SeverityRank): number
}

/** Enough to tell one in ten from one in a hundred, for all parts of a ruler in a millisecond. */
const shareSamples = 61

export interface MeaningOptions {
  /** The year of time stamps that name none. Default: the current one. */
  readonly referenceYear?: number
}

/** Counts of the lines that begin a message, by rank. */
function countsOf(byRank: readonly number[]): Readonly<Record<Severity, number>> {
  const counts = severities.map((severity, index) => [severity, byRank[index + 1] ?? 0])
  return Object.fromEntries(counts) as Record<Severity, number>
}

export function createMeaningIndex(document: LogDocument, options: MeaningOptions = {}): MeaningIndex {
  const marks = createLineMarks()
  const list = createSectionList()
  const walk = createLineWalk(document)
  let marker = createLineMarker(list)
  let revision = document.revision
  let byRank = [0, 0, 0, 0, 0, 0, 0]
  let firstStamped = -1
  /** The last line, while it has no line break: how to take it back, and of how many bytes it was the last. */
  let provisional: { readonly undo: () => void; readonly byteLength: number } | null = null
  let shown: MeaningState | null = null
  /** Lines whose message the last line has told about, and their marks before that. */
  let retoldLines: { readonly first: number; readonly before: readonly number[] } | null = null

  const reset = (): void => {
    revision = document.revision
    marks.clear()
    list.truncate(0)
    walk.reset()
    marker = createLineMarker(list)
    byRank = [0, 0, 0, 0, 0, 0, 0]
    firstStamped = -1
    provisional = null
    shown = null
  }

  const refresh = (): void => {
    if (revision !== document.revision) reset()
  }

  const count = (mark: number, by: number): void => {
    if ((mark & beginsFlag) !== 0) byRank[mark & 7] = (byRank[mark & 7] ?? 0) + by
  }

  const setMark = (lineIndex: number, mark: number): void => {
    count(marks.at(lineIndex), -1)
    marks.set(lineIndex, mark)
    count(mark, 1)
  }

  /** The lines from `first` on turn out to be one message as serious as `told`; answers their marks before that. */
  const retell = (first: number, told: number): readonly number[] => {
    const before: number[] = []
    for (let line = first; line < marks.length - 1; line += 1) {
      before.push(marks.at(line))
      setMark(line, retold(marks.at(line), told, line === first))
    }
    return before
  }

  const scan = (line: WalkedLine): void => {
    const lineIndex = marks.length
    const mark = marker.mark(line, lineIndex)
    marks.append(mark)
    count(mark, 1)
    const first = marker.toldFrom()
    retoldLines = first === -1 ? null : { first, before: retell(first, mark) }
    if ((mark & stampedFlag) !== 0 && firstStamped === -1) firstStamped = lineIndex
    shown = null
  }

  const takeBackProvisional = (): void => {
    if (provisional === null || provisional.byteLength === document.byteLength) return
    const mark = marks.at(marks.length - 1)
    marks.dropLast()
    count(mark, -1)
    if (firstStamped === marks.length) firstStamped = -1
    provisional.undo()
    provisional = null
    shown = null
  }

  const scanProvisional = (): void => {
    if (provisional !== null || marks.length >= document.lineCount) return
    const restore = marker.save()
    const text = lineText(document, marks.length)
    scan({ text, from: 0, to: text.length })
    const told = retoldLines
    const undo = (): void => {
      restore()
      told?.before.forEach((earlier, place) => {
        setMark(told.first + place, earlier)
      })
    }
    provisional = { undo, byteLength: document.byteLength }
  }

  const scanSlice = (): void => {
    const end = Math.min(document.settledLineCount, marks.length + sliceLines)
    let length = 0
    while (marks.length < end && length < sliceLength) {
      const line = walk.read(marks.length)
      length += line.to - line.from
      scan(line)
    }
  }

  /** Whether the marks tell about the line as it is now. */
  const isScanned = (lineIndex: number): boolean => {
    if (revision !== document.revision || lineIndex >= marks.length) return false
    const isProvisional = provisional !== null && lineIndex === marks.length - 1
    return !isProvisional || provisional?.byteLength === document.byteLength
  }

  const exists = (lineIndex: number): boolean => lineIndex >= 0 && lineIndex < document.lineCount

  const nearbyMark = createNearbyMarks(document, (from, to) => markStretch(document, from, to))
  const markAt = (lineIndex: number): number => {
    if (!exists(lineIndex)) return 0
    return isScanned(lineIndex) ? marks.at(lineIndex) : nearbyMark(lineIndex)
  }

  const readTime = createTimeReader(document, options.referenceYear)
  const timeAt = (lineIndex: number): LineTime | null => {
    if (!exists(lineIndex)) return null
    if (isScanned(lineIndex) && (marks.at(lineIndex) & stampedFlag) === 0) return null
    return readTime(lineIndex)
  }

  return {
    advance(untilMs) {
      refresh()
      takeBackProvisional()
      while (marks.length < document.settledLineCount) {
        scanSlice()
        if (marks.length < document.settledLineCount && performance.now() >= untilMs) break
      }
      const isCaughtUp = marks.length >= document.settledLineCount
      if (isCaughtUp) scanProvisional()
      marker.settle(marks.length)
      return isCaughtUp
    },
    state() {
      refresh()
      shown ??= { counts: countsOf(byRank), sectionCount: list.length, scannedLineCount: marks.length }
      return shown
    },
    severityAt: (lineIndex) => severityOfRank(markAt(lineIndex) & 7),
    beginsMessageAt: (lineIndex) => (markAt(lineIndex) & beginsFlag) !== 0,
    timeAt,
    timeBefore(lineIndex) {
      const time = timeAt(lineIndex)
      if (time === null) return null
      for (let line = lineIndex - 1; line >= 0 && lineIndex - line <= gapReach; line -= 1) {
        const earlier = timeAt(line)
        if (earlier !== null && areComparable(earlier, time)) return earlier
      }
      return null
    },
    startTime() {
      refresh()
      return firstStamped === -1 ? null : timeAt(firstStamped)
    },
    sections() {
      refresh()
      return list.all()
    },
    depthAt(lineIndex) {
      refresh()
      return list.depthAt(lineIndex)
    },
    sectionBeginningAt(lineIndex) {
      refresh()
      return list.beginningAt(lineIndex)
    },
    find(lineIndex, direction, minSeverity) {
      refresh()
      const found = marks.find(lineIndex, direction, rankOf(minSeverity), beginsFlag)
      return found === -1 ? null : found
    },
    worstBetween(from, to) {
      refresh()
      return marks.worstBetween(from, to)
    },
    shareBetween(from, to, rank) {
      refresh()
      const step = Math.max(1, (to - from) / shareSamples)
      let samples = 0
      let found = 0
      for (let line = from; line < to; line += step) {
        samples += 1
        if ((marks.at(Math.floor(line)) & 7) >= rank) found += 1
      }
      return samples === 0 ? 0 : found / samples
    },
  }
}
