import { expect, test } from 'vitest'
import { keepFromBytes } from './chunk-list.ts'
import { createChunkReader } from './chunk-reader.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A body whose pieces come as they are, one at a time. */
function bodyOf(sizes: readonly number[], type?: 'bytes'): ReadableStream<Bytes> {
  let next = 0
  const pull = (controller: { enqueue(piece: Bytes): void; close(): void }): void => {
    const size = sizes[next]
    if (size === undefined) controller.close()
    else controller.enqueue(new Uint8Array(size).fill(next))
    next += 1
  }
  if (type === undefined) return new ReadableStream<Bytes>({ pull }, { highWaterMark: 0 })
  // The end of a byte stream has to be told to whoever waits with room for more.
  const pullBytes = (controller: ReadableByteStreamController): void => {
    pull(controller)
    if (next > sizes.length) controller.byobRequest?.respond(0)
  }
  return new ReadableStream({ type, pull: pullBytes })
}

/** What each chunk held when it was read, and the memory of all that is still there at the end. */
async function readAll(body: ReadableStream<Bytes>) {
  const reader = createChunkReader(body)
  const read: Buffer[] = []
  const chunks: Bytes[] = []
  const kept: { readonly chunk: Bytes; readonly copy: Buffer }[] = []
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    read.push(Buffer.from(chunk))
    chunks.push(chunk)
    if (chunk.length >= keepFromBytes) kept.push({ chunk, copy: Buffer.from(chunk) })
  }
  const held = new Set(chunks.map(({ buffer }) => buffer))
  const heldBytes = [...held].reduce((sum, { byteLength }) => sum + byteLength, 0)
  return { read: Buffer.concat(read), kept, heldBytes }
}

const contentOf = (sizes: readonly number[]): Buffer =>
  Buffer.concat(sizes.map((size, index) => Buffer.alloc(size, index)))

test('a body that trickles in is read into the same memory again and again', async () => {
  const sizes = new Array<number>(200).fill(11_400)
  const { read, heldBytes } = await readAll(bodyOf(sizes, 'bytes'))
  expect(read.equals(contentOf(sizes))).toBe(true)
  // The first one, and the room for all others.
  expect(heldBytes).toBeLessThanOrEqual(11_400 + keepFromBytes)
})

test('large pieces come whole, and are not written over by what follows', async () => {
  const sizes = [100, keepFromBytes, 200, 3 * keepFromBytes, keepFromBytes - 1, keepFromBytes, 300]
  const { read, kept } = await readAll(bodyOf(sizes, 'bytes'))
  expect(read.equals(contentOf(sizes))).toBe(true)
  expect(kept.length).toBeGreaterThan(0)
  for (const { chunk, copy } of kept) expect(copy.equals(chunk)).toBe(true)
})

test('a body that can’t be read that way is read all the same', async () => {
  const sizes = [100, 200, keepFromBytes, 300]
  const { read } = await readAll(bodyOf(sizes))
  expect(read.equals(contentOf(sizes))).toBe(true)
})

test('what is cancelled is closed, however it was being read', async () => {
  for (const type of [undefined, 'bytes'] as const) {
    const reader = createChunkReader(bodyOf([100, 200, 300], type))
    await reader.read()
    await reader.read()
    await reader.cancel()
    expect(await reader.read()).toBeNull()
  }
})
