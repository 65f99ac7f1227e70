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
  /** Rows outside of these places may be outdated or missing; what is there is shown until the new ones are here. */
  freshFrom: number
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
    if (blocks.size > maxBlocks) {
      const [oldest] = blocks.keys()
      if (oldest !== undefined) blocks.delete(oldest)
    }
    return block
  }

  /** Of the block's rows those from `first` to `last` are as they should be. */
  const isFresh = (blockIndex: number, first: number, last: number): boolean => {
    const block = blocks.get(blockIndex)
    if (block === undefined) return false
    touch(blockIndex, block)
    const start = blockIndex * blockRows
    return (
      block.freshFrom <= Math.max(0, first - start) && block.freshTo > Math.min(blockRows - 1, last - start)
    )
  }

  /** True when another look took the place of an older one. */
  const putRow = (rowIndex: number, row: ViewRow): boolean => {
    const blockIndex = Math.floor(rowIndex / blockRows)
    const place = rowIndex % blockRows
    const block = blocks.get(blockIndex) ?? touch(blockIndex, { rows: [], freshFrom: place, freshTo: place })
    // Runs come in order: one that begins behind a hole is where the reader is now.
    if (place < block.freshFrom || place > block.freshTo) {
      block.freshFrom = place
      block.freshTo = place
    }
    if (place === block.freshTo) block.freshTo = place + 1
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
      const first = Math.max(0, firstRowIndex)
      const last = Math.min(lastRowIndex, rowCount - 1)
      const from = Math.floor(first / blockRows)
      const to = Math.floor(last / blockRows)
      for (let blockIndex = from; blockIndex <= to; blockIndex += 1) {
        if (isFresh(blockIndex, first, last)) continue
        const start = blockIndex * blockRows
        const range = ranges.at(-1)
        if (range !== undefined && range[1] === start - 1) range[1] = start + blockRows - 1
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
        block.freshFrom = Math.min(block.freshFrom, block.freshTo)
        block.rows.length = Math.min(block.rows.length, Math.max(0, rowCount - start))
      }
    },
    clear: () => blocks.clear(),
  }
}
