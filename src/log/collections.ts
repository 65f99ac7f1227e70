import { createLogDocument, type LogDocument } from './log-document.ts'

/** All texts in the worker, under (collection, key), and under the one id the page uses for both. */
export interface Collections {
  get(documentId: string): LogDocument | undefined
  /** The text of a key, made when it is not there yet. */
  open(collection: string, key: string): { readonly documentId: string; readonly document: LogDocument }
  /** Forgets a collection's texts; answers their ids. */
  drop(collection: string): readonly string[]
}

export function createCollections(): Collections {
  const documents = new Map<string, LogDocument>()
  const idsByCollection = new Map<string, Set<string>>()
  return {
    get: (documentId) => documents.get(documentId),
    open(collection, key) {
      // JSON keeps the pair apart whatever characters the two contain.
      const documentId = JSON.stringify([collection, key])
      const document = documents.get(documentId) ?? createLogDocument()
      documents.set(documentId, document)
      const ids = idsByCollection.get(collection) ?? new Set()
      idsByCollection.set(collection, ids.add(documentId))
      return { documentId, document }
    },
    drop(collection) {
      const ids = [...(idsByCollection.get(collection) ?? [])]
      idsByCollection.delete(collection)
      for (const documentId of ids) documents.delete(documentId)
      return ids
    },
  }
}
