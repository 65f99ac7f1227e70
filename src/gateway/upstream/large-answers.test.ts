import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createHttpCall } from './http-call.ts'
import { callContext, transportTo } from './job-upstream.fixture.ts'
import { createRoom } from './room.ts'
import type { TransportCall } from './transport-call.ts'
import type { CallContext } from './upstream.ts'

/* Answers too large to be read side by side, over real sockets: what is not read lies at upstream. */

const MIB = 1024 * 1024
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** More than any socket holds by itself. */
const text = { log_content: 'a'.repeat(32 * 1024) }
const large = Buffer.from(JSON.stringify({ data: { logs: Array.from({ length: 1024 }, () => text) } }))

/** An upstream of nothing but that; tells whose answers are over, whole or not. */
async function setUp() {
  const over: string[] = []
  const url = await serve((request, response) => {
    response.on('close', () => over.push(request.url ?? ''))
    response.writeHead(200, { 'content-length': large.length }).end(large)
  })
  const room = createRoom({ mostBytes: 2 * MIB })
  const call = (user: string, { callMs = 60_000, totalMs = 60_000, ...more }: Asked = {}) => {
    const timeouts = { callMs, totalMs, backoffMs: 1 }
    const transport = transportTo(fetch, { ask: createHttpCall(), baseUrl: url, room, timeouts })
    const { context = {}, ...rest } = more
    const identity = { by: 'token', cookie: 'bk_token', value: user } as const
    const all = { ...callContext(), identity, ...context }
    return transport.call({ method: 'GET', path: `/${user}`, operation: 'thing', ...rest, context: all })
  }
  const isEmpty = () => expect.poll(() => room.state()).toEqual({ usedBytes: 0, waiting: 0 })
  const waits = () => expect.poll(() => room.state().waiting, { timeout: 20_000 }).toBe(1)
  /** The first answer, and how to need it no more. */
  const callFirst = async () => {
    const kept: (() => void)[] = []
    await call('first', { context: { keep: (free) => kept.push(free) } })
    return () => {
      for (const free of kept) free()
    }
  }
  return { room, over, call, callFirst, waits, isEmpty }
}

interface Asked extends Pick<Partial<TransportCall>, 'texts'> {
  readonly context?: Partial<CallContext>
  readonly callMs?: number
  readonly totalMs?: number
}

test('a second large answer is not read before the first is needed no more', async () => {
  const { room, over, call, callFirst, waits, isEmpty } = await setUp()
  const free = await callFirst()
  expect(room.state().usedBytes).toBeGreaterThan(large.length)
  const second = call('second')
  await waits()
  expect(over).toEqual(['/first'])
  free()
  expect((await second).bytes).toBe(large.length)
  await isEmpty()
})

test('of logs the texts hold the place until they are sent', async () => {
  const { over, call, waits, isEmpty } = await setUp()
  const first = await call('first', { texts: 'log_content' })
  const second = call('second', { texts: 'log_content' })
  await waits()
  expect(over).toEqual(['/first'])
  first.free()
  const { free } = await second
  free()
  await isEmpty()
})

test('who waits for room too long is told so, and when to try again', async () => {
  const { call, callFirst, isEmpty } = await setUp()
  const free = await callFirst()
  const facts = { kind: 'rate-limited', retryAfterSeconds: 5 }
  await expect(call('second', { totalMs: 300 })).rejects.toMatchObject({ facts })
  free()
  await isEmpty()
})

test('who leaves while it waits gives up its connection, and holds nobody up', async () => {
  const { over, call, callFirst, waits, isEmpty } = await setUp()
  const free = await callFirst()
  const leaving = new AbortController()
  const second = call('second', { context: { signal: leaving.signal } })
  await waits()
  leaving.abort(new Error('left'))
  await expect(second).rejects.toThrow('left')
  await expect.poll(() => over, { timeout: 20_000 }).toEqual(['/first', '/second'])
  const third = call('third')
  await waits()
  free()
  await third
  await isEmpty()
})
