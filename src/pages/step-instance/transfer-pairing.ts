import { transferTone } from '#contract'
import type { TransferRow } from './transfer-row.ts'
import { legKey, type TransferTable } from './transfer-table.ts'

/**
 * The upload that feeds a download: same source, same path. `null` when none is known; undefined for a row that is
 * not fed by one: an upload itself, or a file from a third-party source, which the platform pulls by itself.
 */
export function feedingUpload(
  uploads: TransferTable['uploads'],
  row: TransferRow,
): TransferRow | null | undefined {
  if (row.direction === 'upload' || row.source === null) return undefined
  return uploads.get(legKey(row)) ?? null
}

/** Sources that downloads name and of which no upload is known, in the order they were met. */
export function sourcesWithoutUploads({ sourceKeys, uploads }: TransferTable): readonly string[] {
  const known = new Set<string>()
  for (const { sourceKey } of uploads.values()) known.add(sourceKey)
  return [...sourceKeys].filter((key) => !known.has(key))
}

/** Transfers of which the source's side may still tell something new; a finished upload never changes again. */
export function needsSources(
  transfers: Iterable<Pick<TransferRow, 'direction' | 'status' | 'sourceKey'>>,
): boolean {
  const settled = new Set<string>()
  const wanted = new Set<string>()
  for (const { direction, status, sourceKey } of transfers) {
    const tone = transferTone(status)
    const unfinished = tone === 'busy' || tone === 'idle'
    if (direction === 'upload' && unfinished) return true
    if (direction === 'upload') settled.add(sourceKey)
    else if (unfinished && sourceKey !== '') wanted.add(sourceKey)
  }
  return [...wanted].some((key) => !settled.has(key))
}
