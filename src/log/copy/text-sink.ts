/** So much is gathered before it goes into a blob, where it no longer weighs on our memory. */
const gatherBytes = 4 * 1024 * 1024

/** Collects a text that may be larger than any string can be. */
export interface TextSink {
  add(part: string | Uint8Array<ArrayBuffer>): void
  toBlob(): Blob
}

export function createTextSink(): TextSink {
  const blobs: Blob[] = []
  let parts: (string | Uint8Array<ArrayBuffer>)[] = []
  let gathered = 0

  const gather = (): void => {
    if (parts.length > 0) blobs.push(new Blob(parts))
    parts = []
    gathered = 0
  }

  return {
    add(part) {
      if (part.length === 0) return
      parts.push(part)
      gathered += part.length
      if (gathered >= gatherBytes) gather()
    },
    toBlob() {
      gather()
      return new Blob(blobs, { type: 'text/plain;charset=utf-8' })
    },
  }
}
