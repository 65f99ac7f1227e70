import { createLogDocument, type LogDocument } from './log-document.ts'

/** One text, and both its names. */
export interface KeptText {
  readonly key: string
  readonly documentId: string
  readonly document: LogDocument
}

/** All texts in the worker, under (collection, key), and under the one id the page uses for both. */
export interface Collections {
  get(documentId: string): LogDocument | undefined
  /** The text of a key, made when it is not there yet. */
  open(collection: string, key: string): KeptText
  /** All texts of a collection. */
  of(collection: string): readonly KeptText[]
  /** Forgets a collection's texts; answers their ids. */
  drop(collection: string): readonly string[]
}

/** The collection a document's id was made in. */
export function collectionOf(documentId: string): string {
  return (JSON.parse(documentId) as readonly [string, string])[0]
}

export function createCollections(): Collections {
  const documents = new Map<string, LogDocument>()
  const keptByCollection = new Map<string, Map<string, KeptText>>()
  const keep = (collection: string, key: string): KeptText => {
    // JSON keeps the pair apart whatever characters the two contain.
    const documentId = JSON.stringify([collection, key])
    const document = createLogDocument()
    documents.set(documentId, document)
    return { key, documentId, document }
  }
  return {
    get: (documentId) => documents.get(documentId),
    open(collection, key) {
      const texts = keptByCollection.get(collection) ?? new Map<string, KeptText>()
      keptByCollection.set(collection, texts)
      const kept = texts.get(key) ?? keep(collection, key)
      texts.set(key, kept)
      return kept
    },
    of: (collection) => [...(keptByCollection.get(collection)?.values() ?? [])],
    drop(collection) {
      const ids = [...(keptByCollection.get(collection)?.values() ?? [])].map(({ documentId }) => documentId)
      keptByCollection.delete(collection)
      for (const documentId of ids) documents.delete(documentId)
      return ids
    },
  }
}
