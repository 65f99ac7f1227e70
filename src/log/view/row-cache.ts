import type { RowRun } from './row-run.ts'
import { isSameRow } from './same-row.ts'
import type { ViewRow } from './view-row.ts'

/** Rows travel and are forgotten in blocks, so a scroll costs one message for many rows. */
const blockRows = 64
/**
 * 1,536 rows: more than any screen with all that is fetched around it. Of a log that grows each row stays as long as
 * this many came after it, and what has stayed is not thrown away cheaply.
 */
const maxBlocks = 24

interface Block {
  readonly rows: (ViewRow | undefined)[]
  /** Rows from this place in the block on may be outdated; they are shown until the new ones are here. */
  freshTo: number
}

/** The rows around what is looked at: what can be painted without asking the worker. */
export interface RowCache {
  /** The row as last seen; undefined when it was never here or is long forgotten. */
  peek(rowIndex: number): ViewRow | undefined
  /** The parts of `first` to `last` that have to be asked for, whole blocks joined. */
  missing(
    firstRowIndex: number,
    lastRowIndex: number,
    rowCount: number,
  ): readonly (readonly [number, number])[]
  /** True when a row that was here has another look now. */
  put(run: RowRun): boolean
  /** Rows from here on have changed; from `rowCount` on there are none any more. */
  outdate(fromRowIndex: number, rowCount: number): void
  clear(): void
}

export function createRowCache(): RowCache {
  /** In order of use, the least recent first. */
  const blocks = new Map<number, Block>()

  const touch = (blockIndex: number, block: Block): Block => {
    blocks.delete(blockIndex)
    blocks.set(blockIndex, block)
    const [oldest] = blocks.keys()
    if (blocks.size > maxBlocks && oldest !== undefined) blocks.delete(oldest)
    return block
  }

  const isFresh = (blockIndex: number, rowCount: number): boolean => {
    const block = blocks.get(blockIndex)
    if (block === undefined) return false
    touch(blockIndex, block)
    return block.freshTo >= Math.min(blockRows, rowCount - blockIndex * blockRows)
  }

  /** True when another look took the place of an older one. */
  const putRow = (rowIndex: number, row: ViewRow): boolean => {
    const blockIndex = Math.floor(rowIndex / blockRows)
    const place = rowIndex % blockRows
    const block = blocks.get(blockIndex) ?? touch(blockIndex, { rows: [], freshTo: 0 })
    // Only a block filled from its start is known to have no hole.
    if (place <= block.freshTo) block.freshTo = Math.max(block.freshTo, place + 1)
    const kept = block.rows[place]
    // The same object for the same look: rows that have not changed are not painted again.
    if (isSameRow(kept, row)) return false
    block.rows[place] = row
    return kept !== undefined
  }

  /** The block looked into last: rows are looked at one after the other. */
  let lastPeeked = -1

  return {
    peek(rowIndex) {
      const blockIndex = Math.floor(rowIndex / blockRows)
      const block = blocks.get(blockIndex)
      // What is on the page stays here: the rows a selection ends in, say, however far away the reader has gone.
      if (block !== undefined && blockIndex !== lastPeeked) touch(blockIndex, block)
      lastPeeked = blockIndex
      return block?.rows[rowIndex % blockRows]
    },
    missing(firstRowIndex, lastRowIndex, rowCount) {
      const ranges: [number, number][] = []
      const from = Math.floor(Math.max(0, firstRowIndex) / blockRows)
      const to = Math.floor(Math.min(lastRowIndex, rowCount - 1) / blockRows)
      for (let blockIndex = from; blockIndex <= to; blockIndex += 1) {
        if (isFresh(blockIndex, rowCount)) continue
        const start = blockIndex * blockRows
        const last = ranges.at(-1)
        if (last !== undefined && last[1] === start - 1) last[1] = start + blockRows - 1
        else ranges.push([start, start + blockRows - 1])
      }
      return ranges
    },
    put({ firstRowIndex, rows }) {
      let isAnyOther = false
      rows.forEach((row, offset) => {
        if (putRow(firstRowIndex + offset, row)) isAnyOther = true
      })
      return isAnyOther
    },
    outdate(fromRowIndex, rowCount) {
      for (const [blockIndex, block] of blocks) {
        const start = blockIndex * blockRows
        if (start >= rowCount) blocks.delete(blockIndex)
        block.freshTo = Math.max(0, Math.min(block.freshTo, fromRowIndex - start))
        block.rows.length = Math.min(block.rows.length, Math.max(0, rowCount - start))
      }
    },
    clear: () => blocks.clear(),
  }
}
