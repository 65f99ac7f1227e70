import {
  classOf,
  combining,
  invisible,
  jamo,
  narrow,
  plain,
  regional,
  tab,
  tone,
  variation,
  wide,
} from './character-classes.ts'
import { markLabel } from './marks.ts'

/**
 * How a cluster is painted. `plain`: any number of them in one run of text. `narrow` and `wide`: one or two
 * columns, which have to be given. `tab`: up to the next multiple of eight. `mark`: as its label.
 */
export type ClusterKind = 'plain' | 'narrow' | 'wide' | 'tab' | 'mark'

/** Walks a text cluster by cluster: a character with all that joins it, the least that can stand in a column. */
export interface ClusterReader {
  /** Position after the cluster last read. */
  readonly end: number
  readonly kind: ClusterKind
  /** Columns of the cluster last read; 0 for a tab, which depends on where it stands. */
  readonly cells: number
  /** The class of its first character. */
  readonly first: number
  /** Reads the cluster that begins at `start`, which must be inside the text. */
  read(start: number): void
}

/** The longest emoji there are (a family of four) join this often; a chain beyond would hide its pictures. */
const maxJoins = 3
/** Nothing below this joins what stands before it. */
const firstJoining = 0x300
const joiner = 0x200d
const emojiLook = 0xfe0f
const pictographic = /\p{Extended_Pictographic}/u

export function createClusterReader(text: string): ClusterReader {
  const reader = { end: 0, kind: 'plain' as ClusterKind, cells: 1, first: plain, read }

  function set(end: number, kind: ClusterKind, cells: number, first: number): void {
    reader.end = end
    reader.kind = kind
    reader.cells = cells
    reader.first = first
  }

  function read(start: number): void {
    const unit = text.charCodeAt(start)
    // Nothing below U+0300 joins: the ASCII of nearly all logs is done here.
    if (unit >= 0x20 && unit < 0x7f && !(text.charCodeAt(start + 1) >= 0x300))
      set(start + 1, 'plain', 1, plain)
    else readAny(start, text.codePointAt(start) ?? 0)
  }

  function readAny(start: number, code: number): void {
    const first = classOf(code)
    const end = start + unitsOf(code)
    if (first === tab) set(end, 'tab', 0, first)
    else if (first === invisible || first === variation)
      set(end, 'mark', markLabel(text, start).length, first)
    else {
      set(end, kindOf(first), first === wide || first === tone || first === regional ? 2 : 1, first)
      if (first === regional) joinFlag(end)
      join(code)
    }
  }

  function joinFlag(end: number): void {
    const code = text.codePointAt(end) ?? 0
    if (classOf(code) === regional) reader.end = end + unitsOf(code)
  }

  /** Takes what joins the cluster whose base is `base`. */
  function join(base: number): void {
    let before = base
    let joins = 0
    while (reader.end < text.length) {
      const code = text.codePointAt(reader.end) ?? 0
      const picture = code === joiner && joins < maxJoins ? pictureAfter(base, reader.end + 1) : 0
      if (picture !== 0) {
        joins += 1
        take(picture, reader.end + 1, 2)
      } else if (joinsAfter(before, base, code)) {
        take(code, reader.end, code === emojiLook && isEmoji(base) ? 2 : reader.cells)
      } else return
      before = picture || code
    }
  }

  /** The picture at `at`, which a joiner joins to another one; 0 when either is none. */
  function pictureAfter(base: number, at: number): number {
    const code = isPicture(base) ? (text.codePointAt(at) ?? 0) : 0
    return isPicture(code) ? code : 0
  }

  function take(code: number, at: number, cells: number): void {
    reader.end = at + unitsOf(code)
    reader.cells = cells
    reader.kind = cells === 2 ? 'wide' : 'narrow'
  }

  return reader
}

/**
 * The end of the run of printable ASCII that begins at `from`, at most `to`: each a cluster of its own and `plain`,
 * so that nobody has to read them one by one. A last one that something may join is left out.
 */
export function asciiEnd(text: string, from: number, to: number): number {
  let end = from
  while (end < to && isAscii(text.charCodeAt(end))) end += 1
  return end > from && text.charCodeAt(end) >= firstJoining ? end - 1 : end
}

function isAscii(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f
}

function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1
}

function kindOf(first: number): ClusterKind {
  if (first === plain) return 'plain'
  return first === narrow || first === combining || first === jamo ? 'narrow' : 'wide'
}

function joinsAfter(before: number, base: number, code: number): boolean {
  const kind = classOf(code)
  if (kind === combining) return true
  if (kind === tone) return isPicture(before)
  if (kind === jamo) return isHangul(before)
  // One that follows another chooses nothing, and a letter has one look only: there it would hide data.
  return (
    kind === variation &&
    classOf(before) !== variation &&
    (base > 0x7f || /[0-9#*]/.test(String.fromCodePoint(base)))
  )
}

function isPicture(code: number): boolean {
  return code > 0xa8 && pictographic.test(String.fromCodePoint(code))
}

function isEmoji(code: number): boolean {
  return /\p{Emoji}/u.test(String.fromCodePoint(code))
}

function isHangul(code: number): boolean {
  return /\p{Script=Hangul}/u.test(String.fromCodePoint(code))
}
