import { eachInSlices, type SlicedWork } from './slices.ts'
import { makeRow, type TransferEntry, type TransferRow } from './transfer-row.ts'
import type { TransferTable } from './transfer-table.ts'
import { createTally } from './transfer-tally.ts'

/** Makes one table after the other of a list that grows or moves on. */
export interface TableMaker {
  tableOf(entries: readonly TransferEntry[]): SlicedWork<TransferTable>
}

/**
 * What was made for the list before is used again: while transfers only come in, those there are already are neither
 * made nor counted a second time; later, only those with a new state are made anew. Keeps one list at a time.
 */
export function createTableMaker(): TableMaker {
  let entries: readonly TransferEntry[] = []
  /** Rows of the first entries; work that was given up leaves it short. */
  let rows: TransferRow[] = []
  let tally = createTally()
  // Equal hosts and paths come as a string each; as one string they are found in a map without comparing letters.
  const texts = new Map<string, string>()
  const once = (text: string): string => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }

  /** Tells whether the rows there are are those of the first entries. */
  function* isContinued(next: readonly TransferEntry[]): SlicedWork<boolean> {
    if (next.length < rows.length) return false
    for (let place = 0; place < rows.length; place += 1) {
      if (next[place] !== entries[place]) return false
      if (place % 10_000 === 9_999) yield
    }
    return true
  }

  return {
    *tableOf(next) {
      const [knownEntries, knownRows] = [entries, rows]
      if (!(yield* isContinued(next))) {
        rows = []
        tally = createTally()
      }
      entries = next
      yield* eachInSlices(next.slice(rows.length), (entry) => {
        const place = rows.length
        const known = knownEntries[place] === entry ? knownRows[place] : undefined
        const row = known ?? makeRow(entry, once)
        rows.push(row)
        tally.add(row)
      })
      return tally.table()
    },
  }
}
