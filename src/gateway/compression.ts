import { promisify } from 'node:util'
import { brotliCompress, constants, createGzip, gzip } from 'node:zlib'
import { preferredEncoding } from './accept-encoding.ts'

/*
 * Answers are compressed where that pays: JSON of some size, and logs of some size on their way to another machine. Ten
 * times fewer bytes for a hundredth of a second per megabyte, off the main thread. To this machine itself (a proxy
 * beside us that compresses, a benchmark) there is nothing to gain (docs/decisions/0017).
 */

const LEAST_BYTES = 1024
/** Each stream costs a quarter of a megabyte; what is beyond travels as it is. */
const MOST_STREAMS = 32

const gzipBytes = promisify(gzip)
const brotliBytes = promisify(brotliCompress)

/** The body by the best encoding the browser takes, with its headers. Quality 1: half the size of none costs nothing. */
export async function compressed(
  bytes: Buffer,
  request: Request,
): Promise<{ readonly bytes: Buffer; readonly headers: Readonly<Record<string, string>> }> {
  const headers = { vary: 'accept-encoding' }
  if (bytes.length < LEAST_BYTES) return { bytes, headers: {} }
  const encoding = preferredEncoding(request, ['br', 'gzip'])
  if (encoding === null) return { bytes, headers }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1 }
  const packed = await (encoding === 'br' ? brotliBytes(bytes, { params }) : gzipBytes(bytes, { level: 1 }))
  return { bytes: packed, headers: { ...headers, 'content-encoding': encoding } }
}

let openStreams = 0

/** The stream as gzip, each chunk passed on when it comes; null when so many are compressed already. */
export function compressedStream(source: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> | null {
  if (openStreams >= MOST_STREAMS) return null
  openStreams += 1
  const reader = source.getReader()
  const gzipped = createGzip({ level: 1 })
  let isOpen = true
  const close = () => {
    if (isOpen) openStreams -= 1
    isOpen = false
    gzipped.destroy()
  }
  const squeeze = (bytes: Uint8Array | null) =>
    new Promise<void>((resolve, reject) => {
      gzipped.once('error', reject)
      const done = () => {
        gzipped.off('error', reject)
        resolve()
      }
      if (bytes === null) gzipped.once('end', done).end()
      else gzipped.write(bytes, () => gzipped.flush(constants.Z_SYNC_FLUSH, done))
    })
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        gzipped.on('data', (piece: Buffer) => controller.enqueue(piece))
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          await squeeze(done ? null : value)
          if (!done) return
          close()
          controller.close()
        } catch (error) {
          close()
          controller.error(error)
        }
      },
      cancel(reason) {
        close()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
