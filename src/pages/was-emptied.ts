import type { useLogStore } from '#api'

type LogStore = ReturnType<ReturnType<typeof useLogStore>>

/** There was text in a log that upstream gives as an empty one now. */
export function wasEmptied(store: Pick<LogStore, 'snapshot'>, documentId: string): boolean {
  const snapshot = store.snapshot(documentId)
  return snapshot !== null && snapshot.byteLength === 0 && snapshot.revision > 0
}
