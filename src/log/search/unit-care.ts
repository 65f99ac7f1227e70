import type { LogDocument } from '../log-document.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import { type ByteKernels, kernelBytes } from './byte-kernels.ts'
import { visitActed } from './hidden-bytes.ts'
import { strideBytes } from './kernel-code.ts'

/** What a search of a part of a document has to beware of. */
export interface Care {
  readonly hasColours: boolean
  /** A line may be long, or has something that moves back: each has to be looked at. */
  readonly isOdd: boolean
  /** The bytes that colours stand between, which are not shown: each pair once, the former times 256. */
  readonly joins: readonly number[]
}

/** Consecutive settled lines of at most 64 KiB. */
interface Unit {
  readonly firstLine: number
  /** The line after the last. */
  readonly endLine: number
  /** Null: a single line, of more than that. */
  readonly care: Care | null
}

/** The rest of a unit, from a line on, in the memory of the kernels. */
interface LoadedUnit {
  readonly endLine: number
  readonly care: Care
  readonly byteLength: number
}

/** What each part of a document asks for, found once for all searches: some 200 bytes for 64 KiB. */
interface Units {
  /**
   * Loads the unit that holds a settled line, from that line on; of lines at the end, that do not fill one yet, those.
   * Null when the line is too long for that.
   */
  load(lineIndex: number): LoadedUnit | null
}

/** Where more is coloured in different ways each line is looked at. */
const maxJoins = 64

const known = new WeakMap<LogDocument, Units>()

export function unitsOf(document: LogDocument, kernels: ByteKernels): Units {
  const units = known.get(document) ?? createUnits(document, kernels)
  known.set(document, units)
  return units
}

function createUnits(document: LogDocument, kernels: ByteKernels): Units {
  const units: Unit[] = []
  let { revision } = document
  let lastFound = 0
  /** The unit whose lines the memory of the kernels holds since `load` was called. */
  let loaded: Unit | null = null
  const isLoaded = (unit: Unit): boolean => unit === loaded

  const endOf = (firstLine: number): number => {
    const { settledLineCount } = document
    const end = document.lineStart(firstLine) + kernelBytes
    return end >= document.lineStart(settledLineCount) ? settledLineCount : document.lineAt(end)
  }

  const look = (firstLine: number, endLine: number): Unit => {
    if (endLine <= firstLine) return { firstLine, endLine: firstLine + 1, care: null }
    const end = loadLines(document, kernels.text, firstLine, endLine)
    loaded = { firstLine, endLine, care: careOf(kernels, end) }
    return loaded
  }

  const extendTo = (lineIndex: number): void => {
    for (let from = units.at(-1)?.endLine ?? 0; from <= lineIndex; from = units.at(-1)?.endLine ?? 0) {
      const endLine = endOf(from)
      if (endLine === document.settledLineCount) return
      units.push(look(from, endLine))
    }
  }

  const find = (lineIndex: number): Unit | undefined => {
    for (const index of [lastFound, lastFound + 1]) {
      const unit = units[index]
      if (unit !== undefined && lineIndex >= unit.firstLine && lineIndex < unit.endLine) {
        lastFound = index
        return unit
      }
    }
    lastFound = units.findLastIndex(({ firstLine }) => firstLine <= lineIndex)
    const unit = units[lastFound]
    return unit !== undefined && lineIndex < unit.endLine ? unit : undefined
  }

  return {
    load(lineIndex) {
      if (document.revision !== revision) units.length = 0
      revision = document.revision
      loaded = null
      extendTo(lineIndex)
      const unit = find(lineIndex) ?? look(lineIndex, endOf(lineIndex))
      const { endLine, care } = unit
      if (care === null) return null
      const isThere = isLoaded(unit) && unit.firstLine === lineIndex
      const byteLength = isThere
        ? document.lineStart(endLine) - document.lineStart(lineIndex)
        : loadLines(document, kernels.text, lineIndex, endLine)
      return { endLine, care, byteLength }
    },
  }
}

/** Copies whole lines to the beginning of `target`; answers how many bytes. */
function loadLines(document: LogDocument, target: Uint8Array, firstLine: number, endLine: number): number {
  const start = document.lineStart(firstLine)
  const end = document.lineStart(endLine)
  document.copyTo(target, start, end)
  // Vector loops look at many bytes at a time: what an earlier text left here must not be found.
  target.fill(0, end - start, end - start + strideBytes)
  return end - start
}

function careOf(kernels: ByteKernels, end: number): Care {
  const joins: number[] = []
  let hasColours = false
  let isOdd = hasLongLine(kernels.text, end)
  visitActed(kernels, end, (_at, before, after) => {
    if (after === null) isOdd = true
    else {
      const pair = before * 256 + after
      hasColours = true
      if (isOdd || joins.includes(pair)) return 'on'
      if (joins.length < maxJoins) joins.push(pair)
      else isOdd = true
    }
    return 'on'
  })
  return { hasColours, isOdd, joins }
}

/** A long line has one of these places in its first half: after it there is no newline for as long again. */
function hasLongLine(text: Uint8Array, end: number): boolean {
  for (let at = 0; at < end; at += pieceBytes / 2) {
    if (text.indexOf(10, at) - at > pieceBytes / 2) return true
  }
  return false
}
