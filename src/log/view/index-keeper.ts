import type { LogDocument } from '../log-document.ts'
import type { CreateMatcher } from '../search/matcher-port.ts'
import { createLogIndexes, type LogIndexes } from './log-indexes.ts'

/** What is known of texts that somebody looks at. */
export interface IndexKeeper {
  /** Undefined when there is no such text. */
  find(documentId: string): LogIndexes | undefined
  /** The texts are gone. */
  forget(documentIds: readonly string[]): void
}

/** `onChange`: a search of that text has found something out while nobody called it. */
export function createIndexKeeper(
  findDocument: (documentId: string) => LogDocument | undefined,
  createMatcher: CreateMatcher,
  onChange: (documentId: string) => void,
): IndexKeeper {
  const kept = new Map<string, LogIndexes>()
  return {
    find(documentId) {
      const document = findDocument(documentId)
      const known = kept.get(documentId)
      if (document === undefined) {
        kept.delete(documentId)
        return undefined
      }
      if (known?.document === document) return known
      const made = createLogIndexes(document, createMatcher, () => onChange(documentId))
      kept.set(documentId, made)
      return made
    },
    forget(documentIds) {
      for (const documentId of documentIds) kept.delete(documentId)
    },
  }
}
