import { createLogDocument, type LogDocument } from '../log-document.ts'
import { createMeaningIndex, type MeaningIndex } from './meaning-index.ts'

const encoder = new TextEncoder()

/** A document that holds a text, written in one go. */
export function documentOf(text: string): LogDocument {
  const document = createLogDocument()
  const version = document.beginVersion()
  version.write(encoder.encode(text))
  version.finish()
  return document
}

/** The index of a text, caught up with it. */
export function meaningOf(text: string): MeaningIndex {
  const index = createMeaningIndex(documentOf(text), { referenceYear: 2026 })
  catchUp(index)
  return index
}

export function catchUp(index: MeaningIndex): void {
  while (!index.advance(Number.POSITIVE_INFINITY));
}
