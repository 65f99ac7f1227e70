import { type ExecuteObject, executeObjectKey, type FileTransfer, keyNames, transferTone } from '#contract'
import { addressOf } from './host-rows.ts'
import {
  readProgressShare,
  readSizeBytes,
  readSpeedBytesPerSecond,
  reportedText,
} from './transfer-figures.ts'

/** One transfer with its log, as the log session holds it. */
export interface TransferEntry {
  readonly frame: {
    readonly key: string
    readonly hostKey: string
    readonly transfer: FileTransfer
    readonly bytes: number
  }
  readonly documentId: string
}

/** One line of the transfer table; texts as upstream gave them, numbers for sorting. */
export interface TransferRow {
  readonly key: string
  /** Key of the host under which upstream listed it: the destination of a download, the source of an upload. */
  readonly hostKey: string
  readonly documentId: string
  readonly direction: FileTransfer['direction']
  readonly source: ExecuteObject | null
  readonly destination: ExecuteObject | null
  /** Execute object keys; `''` for no host. Two areas may have the same address, but not the same key. */
  readonly sourceKey: string
  readonly destinationKey: string
  /** Address, or `''` for no host: a third-party file source, or the missing end of an upload. */
  readonly sourceHost: string
  readonly sourcePath: string
  readonly destinationHost: string
  readonly destinationPath: string
  /** Null when upstream gave none. */
  readonly status: number | null
  readonly size: string | null
  readonly speed: string | null
  /** What to show: a finished transfer is done, whatever it reported last (bk-job B.6: the status counts). */
  readonly progress: string | null
  /** As upstream wrote it; stale on transfers that are over. */
  readonly reportedProgress: string | null
  readonly sizeBytes: number | null
  readonly speedBytesPerSecond: number | null
  readonly progressShare: number | null
  /** Length of its log; 0 = nothing written yet. */
  readonly logBytes: number
}

/** The row of an entry. `once` gives the one string that stands for all equal texts of a table. */
export function makeRow(
  { frame, documentId }: TransferEntry,
  once: (text: string) => string = asItIs,
): TransferRow {
  const { direction, source, destination, sourcePath, destinationPath, status, size, speed } = frame.transfer
  const reportedProgress = frame.transfer.progress
  const progress = transferTone(status) === 'good' ? '100%' : reportedProgress
  return {
    key: frame.key,
    hostKey: frame.hostKey,
    documentId,
    direction,
    source,
    destination,
    sourceKey: once(keyText(source)),
    destinationKey: once(keyText(destination)),
    sourceHost: once(hostText(source)),
    sourcePath: once(sourcePath),
    destinationHost: once(hostText(destination)),
    destinationPath: once(destinationPath ?? ''),
    status,
    size,
    speed,
    progress,
    reportedProgress,
    sizeBytes: readSizeBytes(size),
    speedBytesPerSecond: readSpeedBytesPerSecond(speed),
    progressShare: readProgressShare(progress),
    logBytes: frame.bytes,
  }
}

const asItIs = (text: string) => text

function hostText(object: ExecuteObject | null): string {
  return object === null ? '' : addressOf(object, '')
}

function keyText(object: ExecuteObject | null): string {
  return object === null ? '' : executeObjectKey(object)
}

/** Upstream's last word on the progress of a transfer that is over, where it differs from what its status says. */
export function staleProgress({ status, progress, reportedProgress }: TransferRow): string | null {
  const reported = reportedText(reportedProgress)
  const tone = transferTone(status)
  if (tone === 'bad') return reported
  return tone === 'good' && reported !== progress ? reported : null
}

/** True when the transfer leaves from or arrives at the host that `key` names. */
export function touchesHost(row: TransferRow, key: string): boolean {
  if (row.sourceKey === key || row.destinationKey === key) return true
  return [row.source, row.destination].some((object) => object !== null && keyNames(key, object))
}
