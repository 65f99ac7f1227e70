import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { constants, createBrotliCompress, createGunzip, createGzip } from 'node:zlib'
import type { Encoding } from './accept-encoding.ts'

/**
 * A large text as gzip: a twentieth of it lies here while a slow browser takes it, and it never was there as a whole. Whom
 * it is too much to unpack it gets it unpacked, piece by piece (send-answer.ts).
 */
export interface Squeezed {
  readonly pieces: readonly Buffer[]
  /** Of the pieces together. */
  readonly bytes: number
  /** Of the text. */
  readonly plainBytes: number
}

/** Level 1: a third more bytes than the default, for a quarter of its time. Everybody gets turns in between. */
export async function squeeze(texts: Iterable<string>): Promise<Squeezed> {
  const gzip = createGzip({ level: 1 })
  const pieces: Buffer[] = []
  let bytes = 0
  let plainBytes = 0
  gzip.on('data', (piece: Buffer) => {
    pieces.push(piece)
    bytes += piece.length
  })
  for (const text of texts) {
    const plain = Buffer.from(text)
    plainBytes += plain.length
    await new Promise((taken) => gzip.write(plain, taken))
  }
  gzip.end()
  await finished(gzip)
  return { pieces, bytes, plainBytes }
}

/** A body in pieces of gzip, and what its reader takes: null is neither of them. */
export interface SqueezedBody {
  readonly squeezed: Squeezed
  readonly encoding: Encoding | null
}

/** What is smaller is in the system's hands at once. */
export const PIECE_BYTES = 64 * 1024

/** What of it lies here until it is taken, and more than the system takes at once. */
export function lyingBytes(whole: Buffer | SqueezedBody | null): number {
  if (whole === null) return 0
  const bytes = Buffer.isBuffer(whole) ? whole.length : whole.squeezed.bytes
  return bytes > PIECE_BYTES ? bytes : 0
}

/** What of it is one thing however many readers take it. */
export function sharedPart(whole: Buffer | SqueezedBody | null): object {
  return whole === null || Buffer.isBuffer(whole) ? (whole ?? {}) : whole.squeezed
}

/** As fast as gzip, and with a window of 256 KiB no larger in memory. */
const lightBrotli = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 }

/** The bytes as they go out, each piece made when it is asked for. */
export function piecesOf(whole: Buffer | SqueezedBody): Iterable<Buffer> | AsyncIterable<Buffer> {
  if (Buffer.isBuffer(whole)) return cut(whole)
  const { squeezed, encoding } = whole
  if (encoding === 'gzip') return squeezed.pieces
  const plain = Readable.from(squeezed.pieces).pipe(createGunzip({ chunkSize: PIECE_BYTES }))
  return encoding === 'br' ? plain.pipe(createBrotliCompress({ params: lightBrotli })) : plain
}

function* cut(whole: Buffer): Generator<Buffer> {
  for (let at = 0; at < whole.length; at += PIECE_BYTES) yield whole.subarray(at, at + PIECE_BYTES)
}
