import type { LogDocument } from '../log-document.ts'
import { objectHeadLines } from './json-fold.ts'
import { lineText } from './line-text.ts'
import type { WalkedLine } from './line-walk.ts'
import { beginsFlag, createMessageOwner, stampedFlag } from './message-owner.ts'
import { kindIn, lineKinds, readLine } from './read-line.ts'
import { createSectionList, type SectionList } from './section-list.ts'
import { createSectionTracker } from './section-tracker.ts'
import { isThrown, shapeOf } from './trace-shapes.ts'

/** How far back a line not yet scanned looks for its owner. */
const ownerReach = 50

/** Marks one line after another; the state it keeps can be saved and restored. */
export interface LineMarker {
  /** The next line's mark. */
  mark(line: WalkedLine, lineIndex: number): number
  /** Where the message of the line marked last begins, if that line told how serious all of it is; -1 else. */
  toldFrom(): number
  settle(lineCount: number): void
  /** Answers how to come back to the state of now. */
  save(): () => void
}

export function createLineMarker(list: SectionList): LineMarker {
  const owner = createMessageOwner()
  const tracker = createSectionTracker(list)
  let told = -1

  const markPlain = (line: WalkedLine, reading: number, found: ReturnType<typeof tracker.step>): number => {
    const { text, from, to } = line
    const level = tracker.objectLevel()
    if (level !== null && owner.adopt(level.rank)) {
      told = level.first
      return level.rank
    }
    const role = found === 'none' && isThrown(text, from) ? 'head' : found
    return owner.step(reading, shapeOf(text, from, to), role)
  }

  return {
    mark(line, lineIndex) {
      told = -1
      const reading = readLine(line.text, line.from, line.to)
      const found = tracker.step(line, lineIndex, reading)
      return kindIn(reading) === lineKinds.plain
        ? markPlain(line, reading, found)
        : owner.step(reading, 'loose', found)
    },
    toldFrom: () => told,
    settle: tracker.settle,
    save() {
      const savedOwner = owner.save()
      const savedTracker = tracker.save()
      return () => {
        owner.restore(savedOwner)
        tracker.restore(savedTracker)
      }
    },
  }
}

/** The mark of a line whose message begins at `first` and has turned out to have the rank in `told`. */
export function retold(mark: number, told: number, isFirst: boolean): number {
  return (told & 7) | (isFirst ? beginsFlag : 0) | (mark & stampedFlag)
}

/**
 * The marks of some lines, looked at with the lines before them as far back as an owner is looked for, and those
 * after them that may tell how serious an object is.
 */
export function markStretch(document: LogDocument, from: number, to: number): readonly number[] {
  let first = from
  while (first > 0 && from - first < ownerReach && !hasPrefix(document, first)) first -= 1
  const marker = createLineMarker(createSectionList())
  const marks: number[] = []
  const end = Math.min(to + objectHeadLines, Math.max(to, document.settledLineCount))
  for (let line = first; line < end; line += 1) {
    const text = lineText(document, line)
    const told = marker.mark({ text, from: 0, to: text.length }, line)
    marks.push(told)
    for (let earlier = marker.toldFrom(); earlier >= first && earlier < line; earlier += 1) {
      marks[earlier - first] = retold(marks[earlier - first] ?? 0, told, earlier === marker.toldFrom())
    }
  }
  return marks.slice(from - first, to - first)
}

function hasPrefix(document: LogDocument, lineIndex: number): boolean {
  const text = lineText(document, lineIndex)
  return kindIn(readLine(text, 0, text.length)) !== lineKinds.plain
}
