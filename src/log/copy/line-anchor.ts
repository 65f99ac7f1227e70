import type { LogDocument } from '../log-document.ts'

/** What of a document an anchor is made of. */
export type AnchoredDocument = Pick<LogDocument, 'lineCount' | 'bounds' | 'read'>

const ownLength = 5
const contextLength = 3

/** Of a longer line its two ends and its length are hashed: a line of 50 MB costs no more than one of 64 KiB. */
const hashedEndBytes = 32 * 1024

/** A line with fewer letters, digits and other characters than this says too little to be known by. */
const tellingBytes = 6
const neighborCount = 2
const neighborReach = 32

/** What an anchor says of a line: what it reads, and what stands above it; each a part of a hash, written in base 36. */
export interface ReadAnchor {
  readonly own: string
  /** `null` in an anchor of before there was one. */
  readonly context: string | null
}

/**
 * What a line is known by in a link: 8 characters of base 36. The first 5 are of a hash of its bytes without a trailing
 * `\r`; brackets, rules and blank lines repeat all over a log, so of them the nearest two telling lines before them (at
 * most 32 lines up) are mixed in. The other 3 tell equal lines apart ("Retrying in 5 s"): the nearest two other lines
 * above, and how far they are. Above and not below, since logs grow at the end. '' when there is no such line.
 */
export function lineAnchor(document: AnchoredDocument, lineIndex: number): string {
  if (lineIndex < 0 || lineIndex >= document.lineCount) return ''
  return ownAnchor(document, lineIndex) + contextAnchor(document, lineIndex)
}

/** What the line itself reads. */
export function ownAnchor(document: AnchoredDocument, lineIndex: number): string {
  const bytes = lineBytes(document, lineIndex)
  const hash = hashBytes(bytes, 0)
  return written(isTelling(bytes) ? hash : mixNeighbors(document, lineIndex, hash), ownLength)
}

/** What stands above it. */
export function contextAnchor(document: AnchoredDocument, lineIndex: number): string {
  const seen = new Set([hashBytes(lineBytes(document, lineIndex), 0)])
  let mixed = 0
  const top = Math.max(0, lineIndex - neighborReach)
  for (let before = lineIndex - 1; before >= top && seen.size <= neighborCount; before -= 1) {
    const bytes = lineBytes(document, before)
    const hash = hashBytes(bytes, 0)
    if (!isTelling(bytes) || seen.has(hash)) continue
    seen.add(hash)
    mixed = hashBytes(bytes, mixed + lineIndex - before)
  }
  return written(mixed, contextLength)
}

/** `null` for what never was an anchor. */
export function readAnchor(anchor: string): ReadAnchor | null {
  if (!/^[0-9a-z]{5}(?:[0-9a-z]{3})?$/.test(anchor)) return null
  return { own: anchor.slice(0, ownLength), context: anchor.slice(ownLength) || null }
}

function written(hash: number, length: number): string {
  return (hash % 36 ** length).toString(36).padStart(length, '0')
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
