import { readTransferLine, transferMessage } from './transfer-line.ts'
import type { TransferRow } from './transfer-row.ts'

/** Reads the last lines of a transfer's log, newest last; the texts live in the log worker. */
export type ReadLastLines = (documentId: string) => Promise<readonly string[]>

/** What the messages looked like at one moment; a new object after every change. */
interface MessagesSnapshot {
  /** Last message in lower case, by document id. */
  readonly searched: ReadonlyMap<string, string>
}

/**
 * The last message of each transfer, read when somebody looks: for the rows on screen, for failed ones, and for all of
 * them once a sort or an export needs them. 100,000 logs are never decoded just because they were loaded.
 */
export interface TransferMessages {
  /** The message as it may be shown; undefined until it has been read. */
  get(row: TransferRow): string | undefined
  /** Asks for the messages of these rows; those already known, or on their way, cost nothing. */
  want(rows: readonly TransferRow[]): void
  subscribe(listener: () => void): () => void
  snapshot(): MessagesSnapshot
  /** Forgets what is still waiting to be read. */
  stop(): void
}

/** Questions to the worker at the same time; more would only wait there. */
const batchSize = 250
/** While a long list is read, listeners hear of it this often: each of them filters 100,000 rows anew. */
const newsEveryMs = 500
const longestMessage = 300

export function createTransferMessages(readLastLines: ReadLastLines): TransferMessages {
  const shown = new Map<string, string>()
  const searched = new Map<string, string>()
  /** Length of the log a message was read from, or is being read from: a longer log has a newer message. */
  const readAtBytes = new Map<string, number>()
  const listeners = new Set<() => void>()
  /** What is on screen goes first; the long lists wait behind it. */
  const urgent: TransferRow[] = []
  let waiting: readonly TransferRow[] = []
  let nextWaiting = 0
  let running = false
  let toldAt = Number.NEGATIVE_INFINITY
  let snapshot: MessagesSnapshot = { searched }

  async function readOne({ documentId }: TransferRow): Promise<void> {
    const lines = await readLastLines(documentId)
    const last = lines.findLast((line) => line.trim() !== '') ?? ''
    const message = transferMessage(readTransferLine(last)).slice(0, longestMessage)
    shown.set(documentId, message)
    searched.set(documentId, message.toLowerCase())
  }

  function takeBatch(): readonly TransferRow[] {
    if (urgent.length > 0) return urgent.splice(0, batchSize)
    const batch = waiting.slice(nextWaiting, nextWaiting + batchSize)
    nextWaiting += batch.length
    return batch
  }

  function tell(): void {
    toldAt = performance.now()
    snapshot = { searched }
    for (const listener of listeners) listener()
  }

  async function run(): Promise<void> {
    running = true
    let untold = false
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) {
      await Promise.all(batch.map(readOne))
      untold = performance.now() - toldAt < newsEveryMs
      if (!untold) tell()
    }
    running = false
    if (untold) tell()
  }

  return {
    get: (row) => (row.logBytes === 0 ? '' : shown.get(row.documentId)),
    want(rows) {
      const unread = rows.filter(
        (row) => row.logBytes > 0 && readAtBytes.get(row.documentId) !== row.logBytes,
      )
      if (unread.length === 0) return
      for (const row of unread) readAtBytes.set(row.documentId, row.logBytes)
      if (unread.length <= batchSize) urgent.push(...unread)
      else {
        waiting = [...waiting.slice(nextWaiting), ...unread]
        nextWaiting = 0
      }
      if (!running) void run()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => snapshot,
    stop() {
      for (const row of waiting.slice(nextWaiting)) readAtBytes.delete(row.documentId)
      waiting = []
      nextWaiting = 0
    },
  }
}
