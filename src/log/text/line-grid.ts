import type { StyleRun } from './played-text.ts'
import { addRun } from './style-runs.ts'
import { tabColumns } from './tab-columns.ts'
import type { LinkedRange } from './text-links.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/** What a character brings along: its look and, under a link of the log's own, the address (else empty). */
export interface Pen {
  readonly style: TextStyle
  readonly address: string
}

const plainPen: Pen = { style: plainStyle, address: '' }

/** Moves beyond the end of the text stop here, so that `CSI 999999999 C` cannot make a gigabyte of blanks. */
const farthestMove = 1024
/** Blanks that one line may ask for by moving and erasing: enough for any program, not for one that means harm. */
const maxBlanks = 4_000_000

/** One line of a terminal, column by column. */
export interface LineGrid {
  /** Writes a cluster of one, two, or (a tab) up to eight columns over what stands there. */
  put(text: string, cells: number, pen: Pen): void
  /** Writes the ASCII characters from `from` to before `to` of a text. */
  putAscii(text: string, from: number, to: number, pen: Pen): void
  /** Adds what takes no column to the character before; alone at the start of the line it takes one. */
  attach(text: string, pen: Pen): void
  tab(pen: Pen): void
  moveTo(column: number): void
  moveBy(columns: number): void
  /** `CSI K`: 0 erases to the end, 1 to here, 2 everything. */
  erase(part: number): void
  /** The text that stands there, its styles, and its links. */
  finish(): {
    readonly text: string
    readonly runs: readonly StyleRun[]
    readonly ranges: readonly LinkedRange[]
  }
}

export function createLineGrid(): LineGrid {
  /** Per column: the cluster that begins there; empty where one that began before goes on. */
  const texts: string[] = []
  const pens: Pen[] = []
  let column = 0
  let blanksLeft = maxBlanks

  const set = (at: number, text: string, pen: Pen): void => {
    texts[at] = text
    pens[at] = pen
  }
  /** What is left of a cluster when a part of it goes is blank. */
  const breakCluster = (at: number): void => {
    if (texts[at] !== '') return
    let start = at
    while (start > 0 && texts[start] === '') start -= 1
    set(start, ' ', pens[start] ?? plainPen)
    for (let next = start + 1; texts[next] === ''; next += 1) set(next, ' ', pens[next] ?? plainPen)
  }
  /** Blanks from `from` to before `to`; false when there were too many already. */
  const blank = (from: number, to: number): boolean => {
    blanksLeft -= Math.max(0, to - from)
    if (blanksLeft < 0) return false
    for (let at = from; at < to; at += 1) set(at, ' ', plainPen)
    return true
  }
  const moveTo = (target: number): void => {
    column = Math.max(0, Math.min(target, Math.max(texts.length, farthestMove)))
  }
  /** Makes room for `cells` columns at the cursor. */
  const clear = (cells: number): void => {
    if (!blank(texts.length, column)) column = Math.min(column, texts.length)
    breakCluster(column)
    breakCluster(column + cells)
  }
  const put = (text: string, cells: number, pen: Pen): void => {
    clear(cells)
    set(column, text, pen)
    for (let next = 1; next < cells; next += 1) set(column + next, '', pen)
    column += cells
  }

  return {
    put,
    putAscii(text, from, to, pen) {
      clear(to - from)
      for (let at = from; at < to; at += 1) set(column + at - from, text[at] ?? '', pen)
      column += to - from
    },
    attach(text, pen) {
      let owner = column - 1
      while (owner > 0 && texts[owner] === '') owner -= 1
      const before = texts[owner]
      if (before === undefined) put(text, 1, pen)
      else texts[owner] = before + text
    },
    tab(pen) {
      const stop = column - (column % tabColumns) + tabColumns
      if (column >= texts.length) put('\t', stop - column, pen)
      else column = stop
    },
    moveTo,
    moveBy: (columns) => moveTo(column + columns),
    erase(part) {
      if (part === 1) {
        const end = Math.min(texts.length, column + 1)
        breakCluster(end)
        blank(0, end)
      } else if (part === 0 || part === 2) {
        const length = part === 0 ? Math.min(texts.length, column) : 0
        breakCluster(length)
        texts.length = length
        pens.length = length
      }
    },
    finish: () => readGrid(texts, pens),
  }
}

function readGrid(texts: readonly string[], pens: readonly Pen[]): ReturnType<LineGrid['finish']> {
  const runs: StyleRun[] = []
  const ranges: LinkedRange[] = []
  let length = 0
  let last = plainPen
  let addressStart = 0
  const endRun = (): void => addRun(runs, length, last.style)
  const endAddress = (): void => {
    const { address } = last
    if (address !== '' && length > addressStart) ranges.push({ start: addressStart, end: length, address })
  }
  texts.forEach((text, column) => {
    const pen = pens[column] ?? plainPen
    if (pen.style !== last.style) endRun()
    if (pen.address !== last.address) {
      endAddress()
      addressStart = length
    }
    last = pen
    length += text.length
  })
  endRun()
  endAddress()
  return { text: texts.join(''), runs, ranges }
}
