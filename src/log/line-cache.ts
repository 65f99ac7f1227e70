import type { LogLine } from './log-document.ts'
import type { LineRun } from './protocol.ts'

/** Lines travel and are forgotten in blocks, so a scroll costs one message for many rows. */
const blockLines = 64
/** 8,192 lines: far more than any screen; at 8 KiB a line still only 64 MiB. */
const maxBlocks = 128

interface Block {
  readonly lines: (LogLine | undefined)[]
  /** Lines from this place in the block on may be outdated; they are shown until the new ones are here. */
  freshTo: number
}

/** The decoded lines around the view: what can be painted without asking the worker. */
export interface LineCache {
  /** The line as last seen; undefined when it was never here or is long forgotten. */
  peek(lineIndex: number): LogLine | undefined
  /** The parts of `first` to `last` that have to be asked for, whole blocks joined. */
  missing(
    firstLineIndex: number,
    lastLineIndex: number,
    lineCount: number,
  ): readonly (readonly [number, number])[]
  put(run: LineRun): void
  /** Lines from here on have changed; from `lineCount` on there are none any more. */
  outdate(fromLineIndex: number, lineCount: number): void
}

export function createLineCache(): LineCache {
  /** In order of use, the least recent first. */
  const blocks = new Map<number, Block>()

  const touch = (blockIndex: number, block: Block): Block => {
    blocks.delete(blockIndex)
    blocks.set(blockIndex, block)
    if (blocks.size > maxBlocks) {
      const [oldest] = blocks.keys()
      if (oldest !== undefined) blocks.delete(oldest)
    }
    return block
  }

  const isFresh = (blockIndex: number, lineCount: number): boolean => {
    const block = blocks.get(blockIndex)
    if (block === undefined) return false
    touch(blockIndex, block)
    const wanted = Math.min(blockLines, lineCount - blockIndex * blockLines)
    return block.freshTo >= wanted
  }

  return {
    peek: (lineIndex) => blocks.get(Math.floor(lineIndex / blockLines))?.lines[lineIndex % blockLines],
    missing(firstLineIndex, lastLineIndex, lineCount) {
      const ranges: [number, number][] = []
      const from = Math.floor(Math.max(0, firstLineIndex) / blockLines)
      const to = Math.floor(Math.min(lastLineIndex, lineCount - 1) / blockLines)
      for (let blockIndex = from; blockIndex <= to; blockIndex += 1) {
        if (isFresh(blockIndex, lineCount)) continue
        const start = blockIndex * blockLines
        const last = ranges.at(-1)
        if (last !== undefined && last[1] === start - 1) last[1] = start + blockLines - 1
        else ranges.push([start, start + blockLines - 1])
      }
      return ranges
    },
    put({ firstLineIndex, lines }) {
      lines.forEach((line, offset) => {
        const lineIndex = firstLineIndex + offset
        const blockIndex = Math.floor(lineIndex / blockLines)
        const place = lineIndex % blockLines
        const kept = blocks.get(blockIndex)
        const block = kept ?? touch(blockIndex, { lines: [], freshTo: 0 })
        // The same object for the same text: rows that have not changed are not painted again.
        if (!isSame(block.lines[place], line)) block.lines[place] = line
        // Only a block filled from its start is known to have no hole.
        if (place <= block.freshTo) block.freshTo = Math.max(block.freshTo, place + 1)
      })
    },
    outdate(fromLineIndex, lineCount) {
      for (const [blockIndex, block] of blocks) {
        const start = blockIndex * blockLines
        if (start >= lineCount) blocks.delete(blockIndex)
        block.freshTo = Math.max(0, Math.min(block.freshTo, fromLineIndex - start))
        block.lines.length = Math.min(block.lines.length, Math.max(0, lineCount - start))
      }
    },
  }
}

function isSame(kept: LogLine | undefined, line: LogLine): boolean {
  return kept?.byteLength === line.byteLength && kept.text === line.text
}
