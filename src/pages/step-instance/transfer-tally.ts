import { transferTone } from '#contract'
import { reportedText } from './transfer-figures.ts'
import type { TransferRow } from './transfer-row.ts'
import {
  legKey,
  type MaybeEmpty,
  maybeEmpty,
  type TransferFigures,
  type TransferTable,
  talliesOf,
  transferRank,
} from './transfer-table.ts'
import { createTextNumbers, joinColumns } from './transfer-texts.ts'

const isReported: Readonly<Record<MaybeEmpty, (row: TransferRow) => boolean>> = {
  destinationHost: ({ destinationHost }) => destinationHost !== '',
  destinationPath: ({ destinationPath }) => destinationPath !== '',
  size: ({ size }) => reportedText(size) !== null,
  speed: ({ speed }) => reportedText(speed) !== null,
  progress: ({ progress }) => reportedText(progress) !== null,
  message: ({ logBytes }) => logBytes > 0,
}

const noRows: readonly TransferRow[] = []

/** What is known of some transfers; it can be asked at any time, and more can be added after that. */
export interface TransferTally {
  add(row: TransferRow): void
  table(): TransferTable
}

/**
 * Begins with no transfers. What a table is given is its own: rows, uploads and sources added later are in the next
 * one. Uploads and sources keep their identity while there are no others, so that nothing is painted again for them.
 */
export function createTally(): TransferTally {
  const numbers = createTextNumbers()
  const openPart = () => ({ rows: noRows.slice(), texts: numbers.openColumns() })
  /** By rank. */
  const parts = [openPart(), openPart(), openPart()] as const
  const counts = new Map<number | null, number>()
  const uploads = createKept(new Map<string, TransferRow>(), (map) => new Map(map))
  const sourceKeys = createKept(new Set<string>(), (set) => new Set(set))
  const reported = createKept(new Set<MaybeEmpty>(), (set) => new Set(set))
  const hostKeys = new Set<string>()
  const figures = createFigures()
  return {
    add(row) {
      const part = parts[transferRank(row.status)]
      part.rows.push(row)
      part.texts.add(row)
      counts.set(row.status, (counts.get(row.status) ?? 0) + 1)
      if (row.direction === 'upload') uploads.change().set(legKey(row), row)
      else if (row.sourceKey !== '' && !sourceKeys.now.has(row.sourceKey)) {
        sourceKeys.change().add(row.sourceKey)
      }
      for (const column of maybeEmpty) {
        if (!reported.now.has(column) && isReported[column](row)) reported.change().add(column)
      }
      hostKeys.add(row.hostKey)
      figures.add(row)
    },
    table: () => ({
      rows: noRows.concat(...parts.map(({ rows }) => rows)),
      texts: {
        texts: numbers.texts.slice(),
        columns: joinColumns(parts.map(({ texts }) => texts.columns)),
      },
      counts: talliesOf(counts),
      figures: figures.result(),
      uploads: uploads.give(),
      sourceKeys: sourceKeys.give(),
      reported: reported.give(),
      hostCount: hostKeys.size,
    }),
  }
}

/** Something that is copied before it is changed once it was given away. */
function createKept<Value>(first: Value, copy: (value: Value) => Value) {
  let now = first
  let isGiven = false
  return {
    get now(): Value {
      return now
    },
    change(): Value {
      if (isGiven) now = copy(now)
      isGiven = false
      return now
    },
    give(): Value {
      isGiven = true
      return now
    },
  }
}

function createFigures() {
  let [count, downloads, totalBytes, unsized, moving, movingBytesPerSecond] = [0, 0, 0, 0, 0, 0]
  let [measuredBytes, measuredSeconds] = [0, 0]
  let slowest: TransferRow | null = null
  const addFinished = (row: TransferRow, bytes: number, speed: number) => {
    measuredBytes += bytes
    measuredSeconds += bytes / speed
    if (speed < (slowest?.speedBytesPerSecond ?? Number.POSITIVE_INFINITY)) slowest = row
  }
  return {
    add(row: TransferRow): void {
      const { direction, status, sizeBytes, speedBytesPerSecond: speed } = row
      count += 1
      if (direction === 'upload') return
      downloads += 1
      totalBytes += sizeBytes ?? 0
      if (sizeBytes === null) unsized += 1
      // A failed transfer keeps the speed of its last report (bk-job B.6): only its status can be believed.
      if (transferTone(status) === 'busy') {
        moving += 1
        movingBytesPerSecond += speed ?? 0
      } else if (transferTone(status) === 'good' && speed !== null && speed > 0) {
        addFinished(row, sizeBytes ?? 0, speed)
      }
    },
    result: (): TransferFigures => ({
      ...{ count, downloads, totalBytes, unsized, moving, movingBytesPerSecond, slowest },
      meanBytesPerSecond: measuredSeconds > 0 ? measuredBytes / measuredSeconds : null,
    }),
  }
}
