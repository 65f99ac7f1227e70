/** So much is gathered before it goes into a blob, where it no longer weighs on our memory. */
const gatherBytes = 4 * 1024 * 1024
const textUnits = 64 * 1024

/** Collects a text that may be larger than any string can be. */
export interface TextSink {
  add(part: string | Uint8Array<ArrayBuffer>): void
  toBlob(): Blob
}

export function createTextSink(): TextSink {
  const encoder = new TextEncoder()
  const blobs: Blob[] = []
  let parts: Uint8Array<ArrayBuffer>[] = []
  let gathered = 0
  /** A coloured text comes in parts of a few characters. */
  let text = ''

  const addBytes = (bytes: Uint8Array<ArrayBuffer>): void => {
    parts.push(bytes)
    gathered += bytes.length
    if (gathered >= gatherBytes) gather()
  }
  const encode = (): void => {
    if (text !== '') addBytes(encoder.encode(text))
    text = ''
  }
  const gather = (): void => {
    blobs.push(new Blob(parts))
    parts = []
    gathered = 0
  }

  return {
    add(part) {
      if (typeof part === 'string') {
        text += part
        if (text.length >= textUnits) encode()
      } else if (part.length > 0) {
        encode()
        addBytes(part)
      }
    },
    toBlob() {
      encode()
      gather()
      return new Blob(blobs, { type: 'text/plain;charset=utf-8' })
    },
  }
}
