import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createHttpCall } from './http-call.ts'
import { callContext, TICKET, transportTo } from './job-upstream.fixture.ts'
import type { TransportCall } from './transport-call.ts'

/*
 * The same transport over real sockets: what a fake fetch cannot show.
 */

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Real sockets take real time, on a busy machine a lot of it. */
const patient = { callMs: 60_000, totalMs: 60_000, backoffMs: 1 }

function callAt(baseUrl: string, more: Partial<TransportCall> = {}) {
  const call = { method: 'GET', path: '/thing', context: callContext(), operation: 'thing', ...more } as const
  return transportTo(fetch, { ask: createHttpCall(), baseUrl, timeouts: patient }).call(call)
}

test('a compressed answer is read, and nothing of a browser goes out', async () => {
  let cookies: unknown = 'not asked'
  let authorization = ''
  const url = await serve((request, response) => {
    cookies = [request.headers.cookie, request.headers.origin, request.headers['x-forwarded-for']]
    authorization = String(request.headers['x-bkapi-authorization'])
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"data":9007199254740993}'))
  })
  expect((await callAt(url)).json).toEqual({ data: '9007199254740993' })
  expect(cookies).toEqual([undefined, undefined, undefined])
  expect(JSON.parse(authorization)).toMatchObject({ bk_token: TICKET })
})

test('a gzip bomb stops at the cap', async () => {
  const bomb = gzipSync(`{"data":"${'a'.repeat(8 * 1024 * 1024)}"}`)
  const url = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
  await expect(callAt(url, { maxBytes: 1024 * 1024 })).rejects.toMatchObject({ facts: { kind: 'too-large' } })
})

test('a large answer arrives whole, piece by piece', async () => {
  const piece = Buffer.alloc(1024 * 1024, 'a')
  const url = await serve(async (_, response) => {
    response.write('{"data":"')
    for (let sent = 0; sent < 20; sent += 1) {
      if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve))
    }
    response.end('"}')
  })
  const { bytes, json } = await callAt(url)
  expect(bytes).toBe(20 * 1024 * 1024 + 11)
  expect(JSON.stringify(json)).toHaveLength(bytes)
})

test('a connection lost in the middle of an answer is a bad answer, after three tries', async () => {
  let tries = 0
  const url = await serve((_, response) => {
    tries += 1
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"data":"abc', () => response.destroy())
  })
  await expect(callAt(url)).rejects.toMatchObject({ facts: { kind: 'bad-answer' } })
  expect(tries).toBe(3)
})

test('nobody listening is told by its system code', async () => {
  const url = await serve(() => undefined)
  servers.splice(0)[0]?.close()
  await expect(callAt(url)).rejects.toMatchObject({
    facts: { kind: 'upstream-down', message: 'Upstream cannot be reached (ECONNREFUSED)' },
  })
})

test('a connection is used again, and where upstream was just closing it the call goes on another at once', async () => {
  const asked: unknown[] = []
  const url = await serve((request, response) => {
    const used = asked.filter((port) => port === request.socket.remotePort).length
    asked.push(request.socket.remotePort)
    if (used < 2) response.end('{"data":1}')
    else request.socket.resetAndDestroy()
  })
  const ask = createHttpCall()
  for (let call = 0; call < 3; call += 1) {
    const { signal } = new AbortController()
    const { status, read } = await ask({ url, method: 'GET', headers: {}, body: null, signal })
    expect(status).toBe(200)
    await read(() => true)
    // What is free again is told in a turn of its own.
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(asked).toHaveLength(4)
  expect(asked[1]).toBe(asked[0])
  expect(asked[2]).toBe(asked[0])
  expect(asked[3]).not.toBe(asked[0])
})

test('a piece there is no room for ends the call and its connection', async () => {
  let noteClosed = () => {}
  const closed = new Promise<void>((resolve) => {
    noteClosed = resolve
  })
  const url = await serve((request, response) => {
    request.socket.on('close', noteClosed)
    response.write('{"data":')
  })
  const { signal } = new AbortController()
  const { read } = await createHttpCall()({ url, method: 'GET', headers: {}, body: null, signal })
  const reading = read(() => {
    throw new RangeError('no memory')
  })
  await expect(reading).rejects.toThrow('no memory')
  await closed
})

test('a redirect to a login page is not followed', async () => {
  const asked: unknown[] = []
  const url = await serve((request, response) => {
    asked.push(request.url)
    response.writeHead(302, { location: '/login' }).end()
  })
  await expect(callAt(url)).rejects.toMatchObject({ facts: { kind: 'not-signed-in' } })
  expect(asked).toEqual(['/thing'])
})

test.each(['before the answer', 'in the middle of it'])(
  'the browser leaving %s closes the connection',
  async (when) => {
    const controller = new AbortController()
    let noteClosed = () => {}
    const closed = new Promise<void>((resolve) => {
      noteClosed = resolve
    })
    const url = await serve((request, response) => {
      request.socket.on('close', noteClosed)
      if (when === 'before the answer') controller.abort(new Error('left'))
      else response.writeHead(200).write('{"data":"', () => controller.abort(new Error('left')))
    })
    await expect(callAt(url, { context: callContext(controller.signal) })).rejects.toThrow('left')
    await closed
  },
)

/** The garbage collector, on request. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

test('a cancelled call closes its connection, though the garbage collector came by', async () => {
  const collectGarbage = garbageCollector()
  const leaving = new AbortController()
  let call: Promise<unknown> = Promise.resolve()
  const closed = new Promise<void>((resolve) => {
    void serve(async (_request, response) => {
      response.on('close', resolve)
      // Several turns, since what was just made survives the first collection.
      for (let round = 0; round < 8; round += 1) {
        await sleep(5)
        collectGarbage()
      }
      leaving.abort()
    }).then((url) => {
      call = callAt(url, { context: callContext(leaving.signal) }).catch((error: unknown) => error)
    })
  })
  await closed
  expect(await call).toMatchObject({ name: 'AbortError' })
})
