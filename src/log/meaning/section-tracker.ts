import { type FoldMark, foldMarks, titleOf } from './fold-marks.ts'
import { type JsonBlock, jsonBegunBy, jsonTakes, tellsLevel } from './json-fold.ts'
import type { WalkedLine } from './line-walk.ts'
import type { LineRole } from './message-owner.ts'
import { kindIn, type LineReading, lineKinds } from './read-line.ts'
import type { SectionList } from './section-list.ts'
import type { SeverityRank } from './severity-rank.ts'
import { roleOf, type Trace, traceBegunBy, traceTakes } from './trace-fold.ts'

const shortestTrace = 4
const shortestJson = 8
/** Sections inside one another; deeper openings are passed over, and so are as many closings. */
const deepest = 32
/** Sections of one log; what opens later is passed over. */
const mostSections = 200_000

interface OpenGroup {
  readonly tag: string
  readonly place: number
}

interface TrackerState {
  open: OpenGroup[]
  trace: Trace | null
  json: JsonBlock | null
  /** Openings passed over and not closed yet. */
  passedOver: number
  /** The line before, when it may be the head of a stack trace. */
  leader: { readonly text: string; readonly from: number; readonly to: number } | null
  length: number
}

/** Walks through a log line by line and finds what folds away. */
export interface SectionTracker {
  /** The next line; answers how it stands to a traceback or an object. */
  step(line: WalkedLine, lineIndex: number, reading: LineReading): LineRole
  /** The object whose level the last line told; nearly always null. */
  objectLevel(): { readonly first: number; readonly rank: SeverityRank } | null
  /** Brings sections still under way up to date: open ones reach to `lineCount`. */
  settle(lineCount: number): void
  save(): Readonly<TrackerState>
  restore(saved: Readonly<TrackerState>): void
}

const emptyState = (): TrackerState => ({
  open: [],
  trace: null,
  json: null,
  passedOver: 0,
  leader: null,
  length: 0,
})

export function createSectionTracker(list: SectionList): SectionTracker {
  let state = emptyState()
  let isLevelTold = false

  const hasRoom = (): boolean => state.open.length < deepest && list.length < mostSections

  const finish = (place: number, lastLineIndex: number, changes: { title?: string } = {}): void => {
    const section = list.at(place)
    if (section !== undefined) list.replace(place, { ...section, ...changes, lastLineIndex, isOpen: false })
  }

  const endTrace = (): void => {
    if (state.trace !== null && state.trace.place >= 0) {
      finish(state.trace.place, state.trace.last, { title: titleOf(state.trace.title) })
    }
    state.trace = null
  }

  const endJson = (): void => {
    if (state.json !== null && state.json.place >= 0) finish(state.json.place, state.json.last)
    state.json = null
  }

  const push = (kind: 'traceback' | 'json', first: number, last: number, title: string): number => {
    if (list.length >= mostSections) return -1
    const depth = state.open.length
    const section = {
      firstLineIndex: first,
      lastLineIndex: last,
      isOpen: false,
      kind,
      title: titleOf(title),
      depth,
    }
    return list.push(section, state.open.at(-1)?.place ?? -1)
  }

  const openGroup = (mark: FoldMark, lineIndex: number): void => {
    if (!hasRoom()) {
      state.passedOver += 1
      return
    }
    const depth = state.open.length
    const { kind, title } = mark
    const section = { firstLineIndex: lineIndex, lastLineIndex: lineIndex, isOpen: true, kind, title, depth }
    const place = list.push(section, state.open.at(-1)?.place ?? -1)
    state.open.push({ tag: mark.tag, place })
  }

  /** Closes the innermost group with `tag` and what was left open inside it. */
  const closeGroup = (tag: string, lastLineIndex: number, innerLast: number): void => {
    const from = state.open.findLastIndex((group) => group.tag === tag)
    if (from === -1) return
    for (const { place } of state.open.splice(from + 1)) finish(place, innerLast)
    const [group] = state.open.splice(from)
    if (group !== undefined) finish(group.place, lastLineIndex)
  }

  const closeByMark = (mark: FoldMark, lineIndex: number): void => {
    if (state.passedOver > 0) state.passedOver -= 1
    else closeGroup(mark.tag, lineIndex, lineIndex - 1)
  }

  /** A block of collected logs is one message: the next message ends it, whether or not it says so. */
  const endCollected = (lineIndex: number): void => {
    const outermost = state.open.findIndex(({ tag }) => tag === 'collected' || tag === 'debug')
    if (outermost === -1) return
    for (const { place } of state.open.splice(outermost)) finish(place, lineIndex - 1)
    state.passedOver = 0
  }

  const applyMarks = (marks: readonly FoldMark[], lineIndex: number, reading: LineReading): void => {
    endTrace()
    endJson()
    const closes = marks.some((mark) => !mark.opens)
    if (kindIn(reading) === lineKinds.nodeMan && !closes) endCollected(lineIndex)
    for (const mark of marks) {
      if (mark.opens) openGroup(mark, lineIndex)
      else closeByMark(mark, lineIndex)
    }
    state.leader = null
  }

  const goOnWithTrace = (line: WalkedLine, lineIndex: number, isPlain: boolean): boolean => {
    const { trace } = state
    if (trace === null) return false
    if (!isPlain || !traceTakes(trace, line.text, line.from, line.to, lineIndex)) {
      endTrace()
      return false
    }
    if (trace.place === -1 && trace.last - trace.first + 1 >= shortestTrace) {
      trace.place = push('traceback', trace.first, trace.last, trace.title)
    }
    return true
  }

  const goOnWithJson = (line: WalkedLine, lineIndex: number, isPlain: boolean): boolean => {
    const { json } = state
    if (json === null) return false
    if (!isPlain || !jsonTakes(json, line.text, line.from, line.to, lineIndex)) {
      endJson()
      return false
    }
    if (json.place === -1 && json.last - json.first + 1 >= shortestJson) {
      json.place = push('json', json.first, json.last, json.title)
    }
    isLevelTold = tellsLevel(json, line.text, line.from, line.to)
    return true
  }

  const step = (line: WalkedLine, lineIndex: number, reading: LineReading): LineRole => {
    isLevelTold = false
    const { text, from, to } = line
    const marks = foldMarks(text, from, to, reading)
    if (marks.length > 0) {
      applyMarks(marks, lineIndex, reading)
      return 'none'
    }
    const isPlain = kindIn(reading) === lineKinds.plain
    if (kindIn(reading) === lineKinds.nodeMan) endCollected(lineIndex)
    if (goOnWithTrace(line, lineIndex, isPlain)) return 'inside'
    if (goOnWithJson(line, lineIndex, isPlain)) return 'object'
    const lastBegin = list.at(list.length - 1)?.firstLineIndex ?? -1
    state.trace = traceBegunBy(line, lineIndex, lastBegin < lineIndex - 1 ? state.leader : null)
    if (state.trace === null) state.json = jsonBegunBy(text, from, to, lineIndex)
    state.leader = to > from && kindIn(reading) !== lineKinds.marker ? { text, from, to } : null
    return isPlain && state.json?.standsAlone === true ? 'object-head' : roleOf(state.trace, lineIndex)
  }

  return {
    step,
    objectLevel: () => (isLevelTold ? state.json : null),
    settle(lineCount) {
      for (const { place } of state.open) {
        const section = list.at(place)
        if (section !== undefined) list.replace(place, { ...section, lastLineIndex: lineCount - 1 })
      }
      const { trace, json } = state
      if (trace !== null && trace.place >= 0) finish(trace.place, trace.last, { title: titleOf(trace.title) })
      const section = json === null ? undefined : list.at(json.place)
      if (json !== null && section !== undefined) {
        list.replace(json.place, { ...section, lastLineIndex: json.last, isOpen: !json.isClosed })
      }
    },
    save: () => ({
      ...state,
      open: [...state.open],
      trace: state.trace === null ? null : { ...state.trace },
      json: state.json === null ? null : { ...state.json },
      length: list.length,
    }),
    restore(saved) {
      list.truncate(saved.length)
      state = {
        ...saved,
        open: [...saved.open],
        trace: saved.trace === null ? null : { ...saved.trace },
        json: saved.json === null ? null : { ...saved.json },
      }
      // Sections closed since then are open again; nothing else could have changed.
      for (const { place } of state.open) {
        const section = list.at(place)
        if (section !== undefined) list.replace(place, { ...section, isOpen: true })
      }
    },
  }
}
