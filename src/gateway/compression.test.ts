import { once } from 'node:events'
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressedStream } from './compression.ts'
import { parseFrames } from './frames.fixture.ts'
import { createTestGateway, origin } from './gateway.fixture.ts'

const capabilities = '/api/capabilities'
const list = `/api/job-instances/biz/2?from=${Date.now() - 864e5}&to=${Date.now() + 864e5}&start=0&length=20&status=3`
const steps = '/api/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1/log'
const takes = (encodings: string) => ({ headers: { 'accept-encoding': encodings, cookie: 'bk_token=demo' } })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test('JSON of some size is compressed as the browser takes it, and says how long it is', async () => {
  const { get } = createTestGateway()
  const plain = await bytesOf(await get(list, takes('')))
  const byBrotli = await get(list, takes('gzip, deflate, br'))
  const byGzip = await get(list, takes('gzip, br;q=0'))
  expect(plain.length).toBeGreaterThan(2_000)
  expect([byBrotli, byGzip].map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip'])
  expect(byGzip.headers.get('vary')).toBe('accept-encoding')
  const packed = await bytesOf(byBrotli)
  expect(byBrotli.headers.get('content-length')).toBe(String(packed.length))
  expect(packed.length * 1.5).toBeLessThan(plain.length)
  expect(brotliDecompressSync(packed)).toEqual(plain)
  expect(gunzipSync(await bytesOf(byGzip))).toEqual(plain)
})

test('a few bytes are not, and nothing on its way to this very machine', async () => {
  const { get, gateway } = createTestGateway()
  expect((await get(capabilities, takes('br'))).headers.get('content-encoding')).toBeNull()
  for (const path of [list, steps]) {
    const near = await gateway.fetch(new Request(`${origin}${path}`, takes('br, gzip')), true)
    expect(near.headers.get('content-encoding')).toBeNull()
    await near.arrayBuffer()
  }
})

test('a log is compressed as it comes, and is the same log', async () => {
  const { get, logLines } = createTestGateway()
  const plain = await bytesOf(await get(steps, takes('')))
  const packed = await get(steps, takes('gzip'))
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(parseFrames(gunzipSync(await bytesOf(packed)))).toEqual(parseFrames(plain))
  const lines = logLines.map((line) => JSON.parse(line)).filter(({ operation }) => operation === 'nodeManLog')
  expect(lines.map(({ bytes, outcome }) => [bytes, outcome])).toEqual([
    [plain.length, 'ok'],
    [plain.length, 'ok'],
  ])
})

test('what was sent can be read before the next piece comes', async () => {
  let send: (piece: string) => void = () => undefined
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (piece) => controller.enqueue(Buffer.from(piece))
    },
  })
  const reader = compressedStream(source)?.getReader()
  const unpacked = createGunzip()
  for (const piece of ['first', 'second']) {
    send(piece)
    const arrived = once(unpacked, 'data')
    // The head of the file comes as a piece of its own.
    reader?.read().then(async ({ value }) => {
      unpacked.write(value)
      if (piece === 'first') unpacked.write((await reader.read()).value)
    })
    expect(String(await arrived)).toBe(piece)
  }
  await reader?.cancel()
  unpacked.destroy()
})

test('a reader that leaves ends the source; a source that fails fails the reader', async () => {
  let reason: unknown = null
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(Buffer.from('x')),
    cancel: (why) => {
      reason = why
    },
  })
  await compressedStream(endless)?.cancel('left')
  expect(reason).toBe('left')
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error('broken')),
  })
  await expect(new Response(compressedStream(broken)).arrayBuffer()).rejects.toThrow('broken')
})

test('so many are compressed at once, the others travel as they are', async () => {
  const waiting = () => new ReadableStream<Uint8Array>()
  const streams = Array.from({ length: 33 }, () => compressedStream(waiting()))
  expect(streams.map((stream) => stream !== null)).toEqual([...Array(32).fill(true), false])
  await Promise.all(streams.map((stream) => stream?.cancel()))
  const next = compressedStream(waiting())
  expect(next).not.toBeNull()
  await next?.cancel()
})
