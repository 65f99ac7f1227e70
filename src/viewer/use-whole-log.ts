import { useCallback, useState } from 'react'
import type { LogSnapshot } from '#log'
import type { LogViewerProps } from './log-viewer-props.ts'
import type { LogNotice } from './tools/log-notice.ts'
import { copyWhole, maxCopyBytes, saveBlob } from './whole-copy.ts'

/** Copying and saving the whole text. */
export function useWholeLog(
  { store, documentId, downloadName }: LogViewerProps,
  snapshot: LogSnapshot | null,
) {
  const [notice, setNotice] = useState<LogNotice | null>(null)
  const byteLength = snapshot?.byteLength ?? 0
  const lineCount = snapshot?.lineCount ?? 0
  const copy = useCallback(() => {
    if (byteLength > maxCopyBytes) return setNotice({ kind: 'copy-too-big' })
    setNotice({ kind: 'copying' })
    void copyWhole(store.bytes(documentId)).then((isCopied) => {
      setNotice(isCopied ? { kind: 'copied', lineCount, maskedCount: 0 } : { kind: 'copy-failed' })
    })
  }, [store, documentId, byteLength, lineCount])
  const download = useCallback(() => {
    void store.bytes(documentId).then((blob) => saveBlob(blob, downloadName))
  }, [store, documentId, downloadName])
  return { notice, setNotice, copy, download }
}
