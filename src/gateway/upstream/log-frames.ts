import { hash } from 'node:crypto'
import { type ExecuteObject, executeObjectKey, type FileTransfer } from '#contract'
import type { LogText, TransferLog } from './job-logs.ts'
import type { LogFrame } from './upstream.ts'

/** One host's script log under the key it was asked by. */
export function scriptFrame(key: string, executeObject: ExecuteObject, text: LogText | null): LogFrame {
  const content = text === null ? 'null' : 'text'
  return { header: { kind: 'script-log', key, executeObject, content }, text: text ?? '' }
}

/**
 * One host's transfers. `used` counts the keys given out so far, since a key must be unique in the stream even
 * when upstream lists the same transfer twice.
 */
export function* transferFrames(
  hostKey: string,
  transfers: Iterable<TransferLog>,
  used: Map<string, number>,
): Generator<LogFrame> {
  for (const { transfer, text } of transfers) {
    const base = transferKey(hostKey, transfer)
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    const key = count === 1 ? base : `${base}~${count}`
    yield { header: { kind: 'transfer', key, hostKey, transfer }, text }
  }
}

/**
 * The same for one transfer in every poll, so that a reader updates its row instead of adding one: made of what
 * upstream keeps one entry per (mode, source, path, destination, path; bk-job B.6), never of its position, which
 * is arbitrary (B.3), nor of anything that changes. Hashed, because paths may be long and there may be 100,000.
 */
function transferKey(hostKey: string, transfer: FileTransfer): string {
  const parts = [
    transfer.direction,
    transfer.source === null ? '' : executeObjectKey(transfer.source),
    transfer.sourcePath,
    transfer.destination === null ? '' : executeObjectKey(transfer.destination),
    transfer.destinationPath ?? '',
  ]
  return `${hostKey}#${hash('sha1', JSON.stringify(parts), 'base64url').slice(0, 16)}`
}
