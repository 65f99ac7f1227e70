import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { unpackGrowth } from './growth-notice.ts'
import { createLogStore, type LogStore } from './log-store.ts'
import type { LogFrame, OpenOutcome, ToPage } from './protocol.ts'
import { serveLogs } from './serve-logs.ts'
import { plainView } from './view/view-options.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

function startStore(): LogStore {
  const { port1, port2 } = new MessageChannel()
  closers.push(() => port1.close())
  serveLogs(port1)
  return createLogStore(port2)
}

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function frame(header: object, body = ''): string {
  return `${JSON.stringify({ ...header, bytes: Buffer.byteLength(body) })}\n${body}`
}

const end = frame({ kind: 'end' })
const framesType = { 'content-type': 'application/x-joblens-frames' }

function answerFrames(...parts: string[]): RequestListener {
  return (_, response) => {
    response.writeHead(200, framesType)
    response.end(parts.join(''))
  }
}

interface Opened {
  readonly frames: LogFrame[]
  readonly outcome: Promise<OpenOutcome>
  abort(): void
}

function open(store: LogStore, url: string, collection = 'step'): Opened {
  const frames: LogFrame[] = []
  const { promise, resolve } = withResolvers<OpenOutcome>()
  const handle = store.open(
    { url, collection },
    { onFrames: (more) => frames.push(...more), onFinish: resolve },
  )
  return { frames, outcome: promise, abort: handle.abort }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

function idOf(frames: readonly LogFrame[], index = 0): string {
  const documentId = frames[index]?.documentId
  if (typeof documentId !== 'string') throw new Error('that frame has no text')
  return documentId
}

test('headers, numbers and lines arrive', async () => {
  const store = startStore()
  const text = Array.from({ length: 1000 }, (_, index) => `line ${index + 1}\n`).join('')
  const url = await serve(answerFrames(frame({ kind: 'script-log', key: '1', extra: 7 }, text), end))
  const { frames, outcome } = open(store, url)
  expect(await outcome).toEqual({ kind: 'complete' })
  expect(frames.map(({ header }) => header)).toMatchObject([{ key: '1', extra: 7 }, { kind: 'end' }])
  const documentId = idOf(frames)
  expect(store.snapshot(documentId)).toEqual({
    lineCount: 1000,
    byteLength: text.length,
    complete: true,
    revision: 0,
  })
  const lines = await store.lines(documentId, 498, 501)
  expect(lines.map((line) => line.text)).toEqual(['line 499', 'line 500', 'line 501', 'line 502'])
  expect(await (await store.bytes(documentId)).text()).toBe(text)
})

test('the first lines come by themselves, and a page that never paints does not stop the stream', async () => {
  const { port1, port2 } = new MessageChannel()
  closers.push(() => port1.close())
  serveLogs(port1)
  const url = await serve((_, response) => {
    response.writeHead(200, framesType)
    response.write(frame({ kind: 'script-log', key: '1' }, 'a\nb'))
    // More than any buffer on the way holds, so that the rest is a later chunk.
    response.end(frame({ kind: 'script-log', key: '2' }, 'x\n'.repeat(4_000_000)) + end)
  })
  const heard: ToPage[] = []
  const finished = new Promise<void>((resolve) => {
    port2.onmessage = ({ data }: MessageEvent<ToPage>) => {
      heard.push(data)
      if (data.type === 'finish') resolve()
    }
  })
  port2.postMessage({ type: 'open', openId: 1, request: { url, collection: 'step' } })
  await finished
  const growth = heard.filter((message) => message.type === 'news')
  expect(growth.map(({ isFirst }) => isFirst)).toEqual([true, ...growth.slice(1).map(() => false)])
  const notices = growth.map((message) => (message.growth === null ? [] : unpackGrowth(message.growth)))
  expect(notices[0]?.[0]?.firstRows).toMatchObject({ rowCount: 2, run: { firstRowIndex: 0 } })
  expect(notices.at(-1)?.[0]).toMatchObject({ lineCount: 4_000_000, complete: true })
  expect(heard.at(-1)).toMatchObject({ type: 'finish', outcome: { kind: 'complete' } })
})

test('the last line that says anything is told of many texts at once', async () => {
  const store = startStore()
  const texts = ['one\ntwo\n  \n', '', 'only', `${'long '.repeat(4_000)}end`]
  const url = await serve(
    answerFrames(...texts.map((text, key) => frame({ kind: 'transfer', key: `${key}` }, text)), end),
  )
  const { frames, outcome } = open(store, url)
  await outcome
  const lines = await store.lastLines([...texts.map((_, index) => idOf(frames, index)), 'nobody'])
  expect(lines.map((line) => line.slice(0, 8))).toEqual(['two', '', 'only', 'long lon', ''])
  expect(lines[3]?.length).toBe(8 * 1024)
})

test('snapshots are the same object between changes', async () => {
  const store = startStore()
  const url = await serve(answerFrames(frame({ kind: 'script-log', key: '1' }, 'a\nb'), end))
  const first = open(store, url)
  await first.outcome
  const documentId = idOf(first.frames)
  const before = store.snapshot(documentId)
  await open(store, url).outcome
  expect(store.snapshot(documentId)).toBe(before)
})

test('the same key again appends, or replaces when it differs, and what it holds then is there', async () => {
  const store = startStore()
  const texts = ['one\ntw', 'one\ntwo\nthree', 'one\nTWO']
  const url = await serve((_, response) => {
    response.writeHead(200, framesType)
    response.end(frame({ kind: 'script-log', key: '1' }, texts.shift()) + end)
  })
  const seen: unknown[] = []
  for (let round = 0; round < 3; round += 1) {
    const { frames, outcome } = open(store, url)
    await outcome
    const lines = await store.lines(idOf(frames), 0, 10)
    seen.push([store.snapshot(idOf(frames))?.revision, lines.map(({ text }) => text)])
  }
  expect(seen).toEqual([
    [0, ['one', 'tw']],
    [0, ['one', 'two', 'three']],
    [1, ['one', 'TWO']],
  ])
})

test('the same key in another collection is another text', async () => {
  const store = startStore()
  const url = await serve(answerFrames(frame({ kind: 'script-log', key: '1' }, 'text'), end))
  const [first, second] = [open(store, url, 'a'), open(store, url, 'b')]
  await Promise.all([first.outcome, second.outcome])
  expect(idOf(first.frames)).not.toBe(idOf(second.frames))
  store.drop('a')
  await store.lines(idOf(second.frames), 0, 0)
  expect(store.snapshot(idOf(first.frames))).toBeNull()
  expect(store.snapshot(idOf(second.frames))?.lineCount).toBe(1)
})

test('a stream without its end is truncated, and its text stays', async () => {
  const store = startStore()
  const url = await serve(
    answerFrames(frame({ kind: 'script-log', key: '1' }, 'whole\n'), '{"kind":"script-log"'),
  )
  const { frames, outcome } = open(store, url)
  expect(await outcome).toMatchObject({ kind: 'truncated', receivedBytes: expect.any(Number) })
  expect(store.snapshot(idOf(frames))?.lineCount).toBe(1)
})

test('a refusal comes with status, headers and at most 64 KiB of words', async () => {
  const store = startStore()
  const url = await serve((_, response) => {
    response.writeHead(403, { 'x-request-id': 'r1' })
    response.end('x'.repeat(1_000_000))
  })
  const outcome = await open(store, url).outcome
  expect(outcome).toMatchObject({ kind: 'http', status: 403, headers: { 'x-request-id': 'r1' } })
  expect(outcome.kind === 'http' && outcome.bodyText.length).toBe(64 * 1024)
})

test('a page instead of frames, and garbage among frames, are garbled', async () => {
  const store = startStore()
  const login = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<html>')
  })
  const garbage = await serve(answerFrames('garbage\n'))
  expect(await open(store, login).outcome).toMatchObject({
    kind: 'garbled',
    message: expect.stringMatching('html'),
  })
  expect(await open(store, garbage).outcome).toMatchObject({ kind: 'garbled' })
})

test('no server, and a connection that breaks off, are network failures', async () => {
  const store = startStore()
  const broken = await serve((request, response) => {
    response.writeHead(200, { ...framesType, 'content-length': '1000' })
    response.write(frame({ kind: 'script-log', key: '1' }, 'a\n'))
    setTimeout(() => request.socket.destroy(), 20)
  })
  expect(await open(store, broken).outcome).toMatchObject({ kind: 'network' })
  expect(await open(store, 'http://127.0.0.1:1/').outcome).toMatchObject({ kind: 'network' })
})

test('abort closes the connection, and so does dropping the collection', async () => {
  const store = startStore()
  let closed = 0
  const bothClosed = withResolvers<void>()
  const url = await serve((_, response) => {
    response.writeHead(200, framesType)
    response.write(frame({ kind: 'script-log', key: '1' }, 'a\n'))
    response.on('close', () => {
      closed += 1
      if (closed === 2) bothClosed.resolve()
    })
  })
  const [first, second] = [open(store, url, 'a'), open(store, url, 'b')]
  const arrived = withResolvers<void>()
  store.openView(JSON.stringify(['b', '1']), plainView).subscribe(arrived.resolve)
  await arrived.promise
  first.abort()
  store.drop('b')
  expect(await first.outcome).toEqual({ kind: 'aborted' })
  expect(await second.outcome).toEqual({ kind: 'aborted' })
  await bothClosed.promise
  expect(closed).toBe(2)
})

test('thousands of frames come in order and in bounded messages', async () => {
  const store = startStore()
  const parts = Array.from({ length: 5000 }, (_, index) =>
    frame({ kind: 'transfer', key: `${index}` }, `log ${index}`),
  )
  const url = await serve(answerFrames(...parts, end))
  const sizes: number[] = []
  const keys: unknown[] = []
  const { promise, resolve } = withResolvers<OpenOutcome>()
  const onFrames = (frames: readonly LogFrame[]): void => {
    sizes.push(frames.length)
    keys.push(...frames.map(({ header }) => (header as { key?: string }).key))
  }
  store.open({ url, collection: 'step' }, { onFrames, onFinish: resolve })
  expect(await promise).toEqual({ kind: 'complete' })
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
  expect(keys.slice(0, -1)).toEqual(parts.map((_, index) => `${index}`))
})
