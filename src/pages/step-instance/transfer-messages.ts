import { readTransferLine, transferMessage } from './transfer-line.ts'
import type { TransferRow } from './transfer-row.ts'

/** Reads the last lines of a transfer's log, newest last; the texts live in the log worker. */
export type ReadLastLines = (documentId: string) => Promise<readonly string[]>

/** What the messages looked like at one moment; a new object after every change. */
export interface MessagesSnapshot {
  /** Last message in lower case, by document id. */
  readonly searched: ReadonlyMap<string, string>
}

/**
 * The last message of each transfer, read when somebody looks: for the rows on screen, for failed ones, and for all of
 * them once a search or a sort needs them. 100,000 logs are never decoded just because they were loaded.
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
const longestMessage = 300

export function createTransferMessages(readLastLines: ReadLastLines): TransferMessages {
  const shown = new Map<string, string>()
  const searched = new Map<string, string>()
  /** Length of the log a message was read from, or is being read from: a longer log has a newer message. */
  const readAtBytes = new Map<string, number>()
  const listeners = new Set<() => void>()
  let waiting: TransferRow[] = []
  let running = false
  let snapshot: MessagesSnapshot = { searched }

  async function readOne({ documentId }: TransferRow): Promise<void> {
    const lines = await readLastLines(documentId)
    const last = lines.findLast((line) => line.trim() !== '') ?? ''
    const message = transferMessage(readTransferLine(last)).slice(0, longestMessage)
    shown.set(documentId, message)
    searched.set(documentId, message.toLowerCase())
  }

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize)
      waiting = waiting.slice(batchSize)
      await Promise.all(batch.map(readOne))
      snapshot = { searched }
      for (const listener of listeners) listener()
    }
    running = false
  }

  return {
    get: (row) => (row.logBytes === 0 ? '' : shown.get(row.documentId)),
    want(rows) {
      const unread = rows.filter(
        (row) => row.logBytes > 0 && readAtBytes.get(row.documentId) !== row.logBytes,
      )
      if (unread.length === 0) return
      for (const row of unread) readAtBytes.set(row.documentId, row.logBytes)
      // What was asked for last is what is being looked at now; a few rows on screen must not wait for 100,000.
      waiting = unread.length <= batchSize ? [...unread, ...waiting] : [...waiting, ...unread]
      if (!running) void run()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => snapshot,
    stop() {
      for (const row of waiting) readAtBytes.delete(row.documentId)
      waiting = []
    },
  }
}
