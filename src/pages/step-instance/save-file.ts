import { eachInSlices, type SlicedWork } from './slices.ts'

/** A file of these parts of one text; each becomes bytes by itself, since 20 MB at once take a tenth of a second. */
export function* fileOf(parts: readonly string[], type: string): SlicedWork<Blob> {
  const blobs: Blob[] = []
  yield* eachInSlices(parts, (part) => void blobs.push(new Blob([part])), 1)
  return new Blob(blobs, { type })
}

/** Hands a file to the browser to keep. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has to have begun reading it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
