import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createLogStore, type LogStore } from './log-store.ts'
import type { LogFrame, OpenOutcome } from './protocol.ts'
import { type ServeOptions, serveLogs } from './serve-logs.ts'
import { plainView } from './view/view-options.ts'

/* What the worker says it has, and what it makes of an answer that leaves that out. */

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

interface Asked {
  readonly method: string
  readonly body: { readonly have?: Readonly<Record<string, { bytes: number; digest: string }>> } & Record<
    string,
    unknown
  >
}

type Answer = (asked: Asked, index: number) => string | Promise<string>

async function serve(answer: Answer): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const text = await textOf(request)
    const one = { method: request.method ?? '', body: text === '' ? {} : JSON.parse(text) }
    asked.push(one)
    response.writeHead(200, { 'content-type': 'application/x-joblens-frames' })
    response.end(await answer(one, asked.length - 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

function startStore(options: ServeOptions = {}): LogStore {
  const { port1, port2 } = new MessageChannel()
  closers.push(() => port1.close())
  serveLogs(port1, options)
  return createLogStore(port2)
}

function read(store: LogStore, url: string, more: object = {}) {
  const frames: LogFrame[] = []
  return new Promise<{ readonly frames: readonly LogFrame[]; readonly outcome: OpenOutcome }>((resolve) => {
    store.open(
      { url, collection: 'step', continues: true, ...more },
      {
        onFrames: (batch) => frames.push(...batch),
        onFinish: (outcome) => resolve({ frames, outcome }),
      },
    )
  })
}

function frame(key: string, body: string, more: object = {}): string {
  const bytes = Buffer.byteLength(body)
  return `${JSON.stringify({ kind: 'script-log', key, ...more, bytes })}\n${body}`
}
const end = '{"kind":"end","bytes":0}\n'

const idOf = (key: string) => JSON.stringify(['step', key])
const textIn = async (store: LogStore, key: string) => (await store.bytes(idOf(key))).text()
const known = (text: string) => ({
  bytes: Buffer.byteLength(text),
  digest: createHash('sha256').update(text).digest('hex').slice(0, 32),
})

const long = '一行 log\n'.repeat(1_000)

test('what is here is named, and what follows it is put behind it', async () => {
  const store = startStore()
  const { url, asked } = await serve((_, index) =>
    index === 0 ? frame('a', long) + end : frame('a', 'more\n', { fromBytes: Buffer.byteLength(long) }) + end,
  )
  const body = '{"keys":["a"]}'
  await read(store, url, { method: 'POST', body })
  expect(await read(store, url, { method: 'POST', body })).toMatchObject({ outcome: { kind: 'complete' } })
  expect(asked.map((each) => each.body)).toEqual([{ keys: ['a'] }, { keys: ['a'], have: { a: known(long) } }])
  expect(await textIn(store, 'a')).toBe(`${long}more\n`)
  expect(store.snapshot(idOf('a'))).toMatchObject({ lineCount: 1_001, revision: 0, complete: true })
})

test('over plain HTTP, where there is no WebCrypto, a hash that is brought along names the same', async () => {
  const without = vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as unknown as SubtleCrypto)
  closers.push(() => without.mockRestore())
  const loadHash = async () => (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const { url, asked } = await serve(() => frame('a', long) + end)
  for (const store of [startStore({ loadHash }), startStore()]) {
    await read(store, url)
    await read(store, url)
  }
  expect(asked.map(({ body }) => body.have?.['a'])).toEqual([undefined, known(long), undefined, undefined])
})

test('a GET with something to name becomes a POST', async () => {
  const store = startStore()
  const { url, asked } = await serve(() => frame('a', long) + end)
  await read(store, url)
  await read(store, url)
  expect(asked).toEqual([
    { method: 'GET', body: {} },
    { method: 'POST', body: { have: { a: known(long) } } },
  ])
})

test('short texts, other collections and unasked requests are not named', async () => {
  const store = startStore()
  const { url, asked } = await serve(() => frame('a', 'short\n') + frame('b', long) + end)
  await read(store, url, { collection: 'other' })
  await read(store, url)
  await read(store, url, { continues: false })
  await read(store, url)
  expect(asked.map(({ body }) => Object.keys(body.have ?? {}))).toEqual([[], [], [], ['b']])
})

test('a text cut off by a broken connection is named only while it is looked at', async () => {
  const store = startStore()
  const whole = frame('a', long)
  const { url, asked } = await serve(() => whole.slice(0, -4))
  await read(store, url)
  await read(store, url)
  store.openView(idOf('a'), plainView)
  await read(store, url)
  expect(asked.map(({ body }) => body.have?.['a']?.bytes)).toEqual([
    undefined,
    undefined,
    Buffer.byteLength(long) - 4,
  ])
})

test('a text that was replaced meanwhile is incomplete and said to be outdated', async () => {
  const store = startStore()
  let replace: Promise<unknown> | null = null
  const { url } = await serve(async ({ body }, index) => {
    if (index === 1) {
      // Another stream of the same collection replaces the text while this one is under way.
      replace = read(store, url, { continues: false })
      await replace
      return frame('a', 'more\n', { fromBytes: body.have?.['a']?.bytes }) + end
    }
    return frame('a', index === 0 ? long : long.toUpperCase()) + end
  })
  await read(store, url)
  expect((await read(store, url)).outcome).toEqual({ kind: 'outdated' })
  expect(replace).not.toBeNull()
  expect(await textIn(store, 'a')).toBe(long.toUpperCase())
  expect(store.snapshot(idOf('a'))).toMatchObject({ revision: 1, complete: false })
  expect((await read(store, url, { continues: false })).outcome).toEqual({ kind: 'complete' })
  expect(store.snapshot(idOf('a'))).toMatchObject({ revision: 1, complete: true })
})

test('what follows a text nobody named is not taken', async () => {
  const store = startStore()
  const { url } = await serve(() => frame('a', 'rest\n', { fromBytes: 7 }) + end)
  expect((await read(store, url)).outcome).toEqual({ kind: 'outdated' })
  expect(await textIn(store, 'a')).toBe('')
})

test('at most 1,000 texts are named, the one looked at among them', async () => {
  const store = startStore()
  const texts = Array.from({ length: 1_200 }, (_, index) => frame(`${index}`, long))
  const small = frame('small', 'x'.repeat(4_096))
  const { url, asked } = await serve(() => texts.join('') + small + end)
  await read(store, url)
  store.openView(idOf('small'), plainView)
  await read(store, url)
  const named = Object.keys(asked[1]?.body.have ?? {})
  expect(named).toHaveLength(1_000)
  expect(named).toContain('small')
})

test('not everything is hashed for one request; what was hashed before is named as it was', async () => {
  const store = startStore()
  const big = 'x'.repeat(20 * 1024 * 1024)
  let more = ''
  const { url, asked } = await serve(() => frame('a', big + more) + frame('b', big + more) + end)
  const named = () =>
    asked.map(({ body }) => Object.values(body.have ?? {}).map(({ bytes }) => bytes - big.length))
  await read(store, url)
  await read(store, url)
  await read(store, url)
  more = 'more'
  await read(store, url)
  await read(store, url)
  expect(named()).toEqual([[], [0], [0, 0], [0, 0], [4, 0]])
})

test('of a text too long to be hashed the beginning is named, once', async () => {
  const store = startStore()
  const first = 'x'.repeat(32 * 1024 * 1024)
  const { url, asked } = await serve((_, index) =>
    index === 0
      ? frame('a', `${first}\nmore\n`) + end
      : frame('a', `\nmore\n${'and more\n'.repeat(index)}`, { fromBytes: first.length }) + end,
  )
  await read(store, url)
  await read(store, url)
  await read(store, url)
  expect(asked.slice(1).map(({ body }) => body.have)).toEqual([{ a: known(first) }, { a: known(first) }])
  const { byteLength, revision, complete } = store.snapshot(idOf('a')) ?? {}
  expect({ byteLength, revision, complete }).toEqual({
    byteLength: first.length + 6 + 18,
    revision: 0,
    complete: true,
  })
})

test('the page sees of a header what the check leaves of it', async () => {
  const { port1, port2 } = new MessageChannel()
  closers.push(() => port1.close())
  serveLogs(port1, { checkHeader: ({ kind }) => (kind === 'odd' ? null : { kind }) })
  const store = createLogStore(port2)
  const { url } = await serve(() => `${frame('a', 'text')}{"kind":"odd","bytes":0}\n${end}`)
  const { frames } = await read(store, url)
  expect(frames.map(({ header }) => header)).toEqual([{ kind: 'script-log' }, null, { kind: 'end' }])
})
