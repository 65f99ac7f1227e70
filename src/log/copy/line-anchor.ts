import type { LogDocument } from '../log-document.ts'

/** What of a document an anchor is made of. */
export type AnchoredDocument = Pick<LogDocument, 'lineCount' | 'bounds' | 'read'>

const anchorLength = 5
const anchorCount = 36 ** anchorLength

/** Of a longer line its two ends and its length are hashed: a line of 50 MB costs no more than one of 64 KiB. */
const hashedEndBytes = 32 * 1024

/** A line with fewer letters, digits and other characters than this says too little to be known by. */
const tellingBytes = 6
const neighborCount = 2
const neighborReach = 32

/**
 * What a line is known by in a link: 5 characters of base 36, from a hash of its bytes without a trailing `\r`.
 * Brackets, rules and blank lines repeat all over a log: the nearest two telling lines before them (at most 32
 * lines up) are mixed in. Before and not after, since logs grow at the end. '' when there is no such line.
 */
export function lineAnchor(document: AnchoredDocument, lineIndex: number): string {
  if (lineIndex < 0 || lineIndex >= document.lineCount) return ''
  return written(anchorHash(document, lineIndex))
}

/** The same as a number, for comparing many lines with one. */
export function anchorHash(document: AnchoredDocument, lineIndex: number): number {
  const bytes = lineBytes(document, lineIndex)
  const hash = hashBytes(bytes, 0)
  return (isTelling(bytes) ? hash : mixNeighbors(document, lineIndex, hash)) % anchorCount
}

/** The hash an anchor was written from; null for what never was an anchor. */
export function readAnchor(anchor: string): number | null {
  return /^[0-9a-z]{5}$/.test(anchor) ? Number.parseInt(anchor, 36) : null
}

function written(hash: number): string {
  return hash.toString(36).padStart(anchorLength, '0')
}

function mixNeighbors(document: AnchoredDocument, lineIndex: number, hash: number): number {
  let mixed = hash
  let mixedCount = 0
  const top = Math.max(0, lineIndex - neighborReach)
  for (let before = lineIndex - 1; before >= top && mixedCount < neighborCount; before -= 1) {
    const bytes = lineBytes(document, before)
    if (!isTelling(bytes)) continue
    mixed = hashBytes(bytes, mixed)
    mixedCount += 1
  }
  return mixed
}

function lineBytes(document: AnchoredDocument, lineIndex: number): Uint8Array {
  const [start, end] = document.bounds(lineIndex)
  const bytes = end - start <= 2 * hashedEndBytes ? document.read(start, end) : twoEnds(document, start, end)
  return bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes
}

function twoEnds(document: AnchoredDocument, start: number, end: number): Uint8Array {
  const length = new TextEncoder().encode(String(end - start))
  const ends = new Uint8Array(2 * hashedEndBytes + length.length)
  ends.set(document.read(start, start + hashedEndBytes))
  ends.set(length, hashedEndBytes)
  ends.set(document.read(end - hashedEndBytes, end), hashedEndBytes + length.length)
  return ends
}

/** Letters, digits and all that is not ASCII count, punctuation and blanks do not. */
function isTelling(bytes: Uint8Array): boolean {
  let count = 0
  for (let index = 0; index < bytes.length && count < tellingBytes; index += 1) {
    const byte = bytes[index] ?? 0
    const letter = byte | 0x20
    if (byte > 127 || (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57)) count += 1
  }
  return count >= tellingBytes
}

/** FNV-1a, then MurmurHash3's finalizer: alone its low digits would follow the last byte. */
function hashBytes(bytes: Uint8Array, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < bytes.length; index += 1) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
