import { eachInSlices, type SlicedWork } from './slices.ts'

/** A file of these parts of one text; each becomes bytes by itself, since 20 MB at once take a tenth of a second. */
export function* fileOf(parts: readonly string[], type: string): SlicedWork<Blob> {
  const blobs: Blob[] = []
  yield* eachInSlices(parts, (part) => void blobs.push(new Blob([part])), 1)
  return new Blob(blobs, { type })
}
