import { createBreather } from '../breather.ts'
import type { Collections } from '../collections.ts'
import type { LogDocument } from '../log-document.ts'

/** How far a search of many texts has come. */
export interface ManyFound {
  /** Texts looked at so far, of how many. */
  readonly searched: number
  readonly total: number
  /** Those that hold it and were not told of before. */
  readonly documentIds: readonly string[]
  /** All that were here when it began have been looked at. */
  readonly complete: boolean
}

/** Other messages wait no longer than this. */
const sliceMs = 12
/** Whoever waits hears of it this often; a list of 100,000 rows is filtered anew each time. */
const newsEveryMs = 400
/** Decoded at once; a text is usually shorter. */
const windowBytes = 256 * 1024

/**
 * Finds the texts of a collection that hold a text somewhere, whatever the case: for lists of thousands of short logs,
 * each of which would be too small for a search of its own. Escapes are not taken out and lines not told apart.
 */
export async function searchMany(
  collections: Collections,
  collection: string,
  text: string,
  tell: (found: ManyFound) => void,
  isStopped: () => boolean,
): Promise<void> {
  const texts = collections.of(collection)
  const needle = text.toLowerCase()
  const breather = createBreather(sliceMs)
  let found: string[] = []
  let toldAt = performance.now()
  const news = (searched: number) => {
    const complete = searched === texts.length
    tell({ searched, total: texts.length, documentIds: found, complete })
    found = []
    toldAt = performance.now()
  }
  for (const [index, { document, documentId }] of texts.entries()) {
    if (await holdsText(document, needle, breather.breathe)) found.push(documentId)
    await breather.breathe()
    if (isStopped()) break
    if (performance.now() - toldAt > newsEveryMs) news(index + 1)
  }
  if (!isStopped()) news(texts.length)
  breather.close()
}

/** A character takes at most four bytes, and lower case may be longer than upper case. */
const bytesPerUnit = 6

async function holdsText(document: LogDocument, needle: string, breathe: () => Promise<void>) {
  const overlap = needle.length * bytesPerUnit
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  for (let start = 0; start < document.byteLength; start += windowBytes) {
    const end = Math.min(document.byteLength, start + windowBytes + overlap)
    if (utf8.decode(document.read(start, end)).toLowerCase().includes(needle)) return true
    if (end < document.byteLength) await breathe()
  }
  return false
}
