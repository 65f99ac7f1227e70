import { countWhere, type RowCounts } from './row-counts.ts'

/** Items per block: a block is never copied when the list grows. */
const blockItems = 64 * 1024
/** Items per partial sum: so many are added up to find a row. */
const groupItems = 256
/** This and more rows are kept aside, so that the others need a byte only. */
const tallFrom = 255

/** For lists where items of several rows are common: a byte an item. */
export function createDenseRowCounts(): RowCounts {
  const blocks: Uint8Array[] = []
  /** Rows before each group. */
  const sums: number[] = []
  const tall = new Map<number, number>()
  let itemCount = 0
  let rowCount = 0

  const rowsOf = (item: number): number => {
    const rows = blocks[Math.floor(item / blockItems)]?.[item % blockItems] ?? 0
    return rows < tallFrom ? rows : (tall.get(item) ?? rows)
  }

  const firstRow = (item: number): number => {
    if (item >= itemCount) return rowCount
    const group = Math.floor(item / groupItems)
    let row = sums[group] ?? 0
    for (let at = group * groupItems; at < item; at += 1) row += rowsOf(at)
    return row
  }

  const push = (rows: number): void => {
    if (itemCount % groupItems === 0) sums.push(rowCount)
    const block = blocks[Math.floor(itemCount / blockItems)] ?? widen(blocks)
    block[itemCount % blockItems] = Math.min(rows, tallFrom)
    if (rows >= tallFrom) tall.set(itemCount, rows)
    itemCount += 1
    rowCount += rows
  }

  return {
    get itemCount() {
      return itemCount
    },
    get rowCount() {
      return rowCount
    },
    push,
    pushOnes(count) {
      for (let pushed = 0; pushed < count; pushed += 1) push(1)
    },
    truncate(count) {
      if (count >= itemCount) return
      rowCount = firstRow(count)
      itemCount = count
      sums.length = Math.ceil(count / groupItems)
      blocks.length = Math.ceil(count / blockItems)
      for (const item of tall.keys()) if (item >= count) tall.delete(item)
    },
    firstRow,
    itemAt(row) {
      const group = countWhere(sums.length, (at) => (sums[at] ?? 0) <= row) - 1
      let item = group * groupItems
      let next = (sums[group] ?? 0) + rowsOf(item)
      while (next <= row) {
        item += 1
        next += rowsOf(item)
      }
      return item
    },
  }
}

function widen(blocks: Uint8Array[]): Uint8Array {
  const block = new Uint8Array(blockItems)
  blocks.push(block)
  return block
}
