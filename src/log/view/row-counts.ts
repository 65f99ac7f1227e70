/**
 * How many rows each item of a list takes, and which row belongs to which item. An item is a line that is shown,
 * or a gap. Items are added at the end and taken away from there.
 */
export interface RowCounts {
  readonly itemCount: number
  readonly rowCount: number
  push(rows: number): void
  /** Adds `count` items of one row each. */
  pushOnes(count: number): void
  truncate(itemCount: number): void
  /** The first row of an item; `rowCount` for the item after the last. */
  firstRow(item: number): number
  /** The item that a row belongs to. `row` must be below `rowCount`. */
  itemAt(row: number): number
}

/** For lists where nearly every item is one row: only the others cost anything. */
export function createSparseRowCounts(): RowCounts {
  /** Items of several rows, ascending. */
  const tallItems: number[] = []
  /** Rows beyond one an item, up to and with each of `tallItems`. */
  const extraRows: number[] = []
  let itemCount = 0

  const rowCount = (): number => itemCount + (extraRows.at(-1) ?? 0)
  const extraBefore = (index: number): number => (index === 0 ? 0 : (extraRows[index - 1] ?? 0))
  const firstRowOfTall = (index: number): number => (tallItems[index] ?? 0) + extraBefore(index)

  return {
    get itemCount() {
      return itemCount
    },
    get rowCount() {
      return rowCount()
    },
    push(rows) {
      if (rows > 1) {
        extraRows.push((extraRows.at(-1) ?? 0) + rows - 1)
        tallItems.push(itemCount)
      }
      itemCount += 1
    },
    pushOnes(count) {
      itemCount += count
    },
    truncate(count) {
      itemCount = Math.min(itemCount, count)
      while ((tallItems.at(-1) ?? -1) >= count) {
        tallItems.pop()
        extraRows.pop()
      }
    },
    firstRow: (item) => item + extraBefore(countWhere(tallItems.length, (at) => (tallItems[at] ?? 0) < item)),
    itemAt(row) {
      const after = countWhere(tallItems.length, (at) => firstRowOfTall(at) <= row)
      if (after === 0) return row
      return Math.max(tallItems[after - 1] ?? 0, row - extraBefore(after))
    },
  }
}

/** How many of the first places satisfy `holds`, which holds for the places up to some point and not after it. */
export function countWhere(length: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
