import { isTransferFailed } from '#contract'
import { eachInSlices, type SlicedWork } from './slices.ts'
import { sortTexts } from './transfer-order.ts'
import type { TransferRow } from './transfer-row.ts'
import { transferRank } from './transfer-table.ts'

/** A source or a destination of the overview. */
interface MatrixEnd {
  /** Execute object key; `''` for a file source without a host. */
  readonly key: string
  readonly address: string
  readonly failed: number
  readonly count: number
}

/** The downloads from one source to one destination. */
export interface MatrixCell {
  readonly count: number
  readonly failed: number
  /** Status of those that need most attention: failed, then unknown, then under way, then the rest. */
  readonly worst: number | null
  /** How many have that status. */
  readonly worstCount: number
}

/** One destination's line. */
export interface MatrixLine extends MatrixEnd {
  /** By source key. */
  readonly cells: ReadonlyMap<string, MatrixCell>
}

/** Sources against destinations, downloads only. Both with most failures first, then in natural order. */
export interface TransferMatrix {
  readonly sources: readonly MatrixEnd[]
  readonly lines: readonly MatrixLine[]
}

interface Line {
  readonly end: End
  readonly cells: Map<string, MatrixCell>
}
type End = { key: string; address: string; failed: number; count: number }

/** Counts the downloads of every pair of source and destination. */
export function* matrixOf(rows: readonly TransferRow[]): SlicedWork<TransferMatrix> {
  const sources = new Map<string, End>()
  const lines = new Map<string, Line>()
  yield* eachInSlices(rows, (row) => {
    if (row.direction === 'upload') return
    const failed = isTransferFailed(row.status) ? 1 : 0
    add(endOf(sources, row.sourceKey, row.sourceHost), failed)
    const line = lines.get(row.destinationKey) ?? startLine(lines, row)
    add(line.end, failed)
    line.cells.set(row.sourceKey, addTo(line.cells.get(row.sourceKey), row.status, failed))
  })
  const ordered = yield* orderEnds([...lines.values()], ({ end }) => end)
  return {
    sources: yield* orderEnds([...sources.values()], (end) => end),
    lines: ordered.map(({ end, cells }) => ({ ...end, cells })),
  }
}

function endOf(ends: Map<string, End>, key: string, address: string): End {
  const known = ends.get(key)
  if (known !== undefined) return known
  const made = { key, address, failed: 0, count: 0 }
  ends.set(key, made)
  return made
}

function startLine(lines: Map<string, Line>, row: TransferRow): Line {
  const end = { key: row.destinationKey, address: row.destinationHost, failed: 0, count: 0 }
  const line: Line = { end, cells: new Map() }
  lines.set(row.destinationKey, line)
  return line
}

function add(end: End, failed: number): void {
  end.count += 1
  end.failed += failed
}

function addTo(cell: MatrixCell | undefined, status: number | null, failed: number): MatrixCell {
  if (cell === undefined) return { count: 1, failed, worst: status, worstCount: 1 }
  const all = { count: cell.count + 1, failed: cell.failed + failed }
  if (status === cell.worst) return { ...cell, ...all, worstCount: cell.worstCount + 1 }
  const isWorse = attention(status) < attention(cell.worst)
  return { ...cell, ...all, ...(isWorse ? { worst: status, worstCount: 1 } : {}) }
}

/** Failed, then unknown, then nearest to its beginning; finished last. */
function attention(status: number | null): number {
  const rank = transferRank(status)
  return rank < 2 ? rank - 2 : (status ?? 0)
}

function* orderEnds<Item>(
  items: readonly Item[],
  endOfItem: (item: Item) => End,
): SlicedWork<readonly Item[]> {
  const places = new Map<string, number>()
  const addresses = yield* sortTexts([...new Set(items.map((item) => endOfItem(item).address))])
  for (const [index, address] of addresses.entries()) places.set(address, index)
  return [...items].sort((left, right) => {
    const [a, b] = [endOfItem(left), endOfItem(right)]
    return b.failed - a.failed || (places.get(a.address) ?? 0) - (places.get(b.address) ?? 0)
  })
}
