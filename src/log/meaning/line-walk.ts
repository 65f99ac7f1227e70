import type { LogDocument } from '../log-document.ts'
import { decode, headBytes, lineText, suspectLength } from './line-text.ts'

/** Bytes decoded at a time: one call for many lines. */
const blockBytes = 256 * 1024
/**
 * What a log grows by is decoded line by line: Chromium keeps the memory of long strings, two bytes a character if one of
 * them is Chinese, until it collects all garbage, and the worker makes so little that it hardly ever does.
 */
const fewBytes = 32 * 1024
const carriageReturn = 13

/** A line as a piece of a longer text. Overwritten with every step: nobody keeps it. */
export interface WalkedLine {
  text: string
  from: number
  to: number
}

/** Reads a document's settled lines in order. */
export interface LineWalk {
  /** The line at `lineIndex`, which must be settled; fast when it is the one after the last asked for. */
  read(lineIndex: number): WalkedLine
  /** Forgets what it has read ahead: the document was replaced. */
  reset(): void
}

export function createLineWalk(document: LogDocument): LineWalk {
  let text = ''
  let position = 0
  let nextLine = -1
  let endLine = -1
  const line: WalkedLine = { text: '', from: 0, to: 0 }

  const show = (shown: string, from: number, to: number): WalkedLine => {
    line.text = shown
    line.from = from
    line.to = to
    return line
  }

  const fill = (lineIndex: number): void => {
    const [start] = document.bounds(lineIndex)
    const settled = document.settledLineCount
    const behind = Math.min(settled, document.lineAt(start + blockBytes))
    endLine = Math.max(lineIndex + 1, start + blockBytes >= document.byteLength ? settled : behind)
    const [, end] = document.bounds(endLine - 1)
    if (end - start < fewBytes) endLine = lineIndex + 1
    text = endLine === lineIndex + 1 ? '' : decode(document, start, end)
    position = 0
    nextLine = lineIndex
  }

  const isLong = (lineIndex: number): boolean => {
    const [start, end] = document.bounds(lineIndex)
    return end - start > headBytes
  }

  const whole = (lineIndex: number): WalkedLine => {
    const only = lineText(document, lineIndex)
    return show(only, 0, only.length)
  }

  return {
    read(lineIndex) {
      if (lineIndex !== nextLine || lineIndex >= endLine) fill(lineIndex)
      nextLine = lineIndex + 1
      if (endLine === lineIndex + 1 && position === 0) return whole(lineIndex)
      const newline = text.indexOf('\n', position)
      const from = position
      const end = newline === -1 ? text.length : newline
      position = end + 1
      if (end - from > suspectLength && isLong(lineIndex)) return whole(lineIndex)
      const hasReturn = newline !== -1 && end > from && text.charCodeAt(end - 1) === carriageReturn
      return show(text, from, hasReturn ? end - 1 : end)
    },
    reset() {
      nextLine = -1
      endLine = -1
      text = ''
    },
  }
}
