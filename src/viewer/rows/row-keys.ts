/**
 * The key of each row that is rendered, so that rows that come take over the elements of those that go: a log that grows
 * shows hundreds of new rows a second, and elements and what React keeps of them are not thrown away by the browser as
 * cheaply as they are made. A row that stays keeps its element, and that never moves: the browser would take focus and
 * selection from it.
 *
 * @param before what it answered last: keys by row index, in the order of the page
 */
export function rowKeys(
  before: ReadonlyMap<number, number>,
  rowIndexes: readonly number[],
): ReadonlyMap<number, number> {
  if (before.size === rowIndexes.length && rowIndexes.every((rowIndex) => before.has(rowIndex))) return before
  const stays = new Set(rowIndexes)
  const free: number[] = []
  let unused = -1
  before.forEach((key, rowIndex) => {
    if (!stays.has(rowIndex)) free.push(key)
    unused = Math.max(unused, key)
  })
  const lastKept = rowIndexes.findLastIndex((rowIndex) => before.has(rowIndex))
  const fresh = (): number => {
    unused += 1
    return unused
  }
  // Above a row that stays React would make room by moving that one and all below.
  const come = (place: number): number => (place > lastKept ? free.shift() : undefined) ?? fresh()
  const keys = new Map<number, number>()
  rowIndexes.forEach((rowIndex, place) => {
    keys.set(rowIndex, before.get(rowIndex) ?? come(place))
  })
  return keys
}
