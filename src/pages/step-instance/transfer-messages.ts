import { isTransferFailed } from '#contract'
import { isProgressOnly, readTransferLine, transferMessage } from './transfer-line.ts'
import type { TransferRow } from './transfer-row.ts'

/** Reads the last line that says anything of each of these logs; the texts live in the log worker. */
export type ReadLastLines = (documentIds: readonly string[]) => Promise<readonly string[]>

/**
 * The last message of each transfer, read when somebody looks: for the rows on screen, for failed ones, and for all of
 * them once a sort or an export needs them. 100,000 logs are never decoded just because they were loaded.
 */
export interface TransferMessages {
  /**
   * The message as it may be shown; undefined until it has been read. `''` for none, and for a failed transfer whose
   * log ends with its progress.
   */
  get(row: TransferRow): string | undefined
  /** Asks for the messages of these rows; those already known, or on their way, cost nothing. */
  want(rows: readonly TransferRow[]): void
  subscribe(listener: () => void): () => void
  /** Another number after every change. */
  snapshot(): number
  /** Forgets what is still waiting to be read. */
  stop(): void
}

/** Logs in one question to the worker: few enough that the answer is read in a part of a frame. */
const batchSize = 250
/** While a long list is read, listeners hear of it this often: each of them filters 100,000 rows anew. */
const newsEveryMs = 500
const longestMessage = 300

export function createTransferMessages(readLastLines: ReadLastLines): TransferMessages {
  const shown = new Map<string, string>()
  /** Documents whose last line tells how far the file has come, and no more. */
  const onlyProgress = new Set<string>()
  /** Length of the log a message was read from, or is being read from: a longer log has a newer message. */
  const readAtBytes = new Map<string, number>()
  const listeners = new Set<() => void>()
  /** What is on screen goes first; the long lists wait behind it. */
  const urgent: TransferRow[] = []
  let waiting: readonly TransferRow[] = []
  let nextWaiting = 0
  let running = false
  let toldAt = Number.NEGATIVE_INFINITY
  let version = 0

  async function read(batch: readonly TransferRow[]): Promise<void> {
    const lines = await readLastLines(batch.map(({ documentId }) => documentId))
    for (const [index, { documentId }] of batch.entries()) {
      const line = readTransferLine(lines[index] ?? '')
      shown.set(documentId, transferMessage(line).slice(0, longestMessage))
      if (isProgressOnly(line)) onlyProgress.add(documentId)
      else onlyProgress.delete(documentId)
    }
  }

  function takeBatch(): readonly TransferRow[] {
    if (urgent.length > 0) return urgent.splice(0, batchSize)
    const batch = waiting.slice(nextWaiting, nextWaiting + batchSize)
    nextWaiting += batch.length
    return batch
  }

  function tell(): void {
    toldAt = performance.now()
    version += 1
    for (const listener of listeners) listener()
  }

  async function run(): Promise<void> {
    running = true
    let untold = false
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) {
      await read(batch)
      untold = performance.now() - toldAt < newsEveryMs
      if (!untold) tell()
    }
    running = false
    if (untold) tell()
  }

  return {
    get(row) {
      if (row.logBytes === 0) return ''
      // It failed, whatever was said on the way: "downloading" would stand there as why.
      return isTransferFailed(row.status) && onlyProgress.has(row.documentId) ? '' : shown.get(row.documentId)
    },
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
    snapshot: () => version,
    stop() {
      for (const row of waiting.slice(nextWaiting)) readAtBytes.delete(row.documentId)
      waiting = []
      nextWaiting = 0
    },
  }
}
