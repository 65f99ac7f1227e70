import { once } from 'node:events'
import { get, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { stepInstanceDetailSchema } from '#contract'
import { createTestGateway, realEnvironment } from './gateway.fixture.ts'
import { createHttpServer } from './http-server.ts'

/* A step of many hosts on its way to browsers. */

/** A few are enough to be many. */
const MANY = 5_000
/** So many fill the buffers of both sockets. */
const MORE = 40_000

function upstreamAnswer(count: number): string {
  const hosts = Array.from({ length: count }, (_, index) => ({
    bk_host_id: index + 1,
    ip: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
    bk_cloud_id: 0,
    status: 9,
    tag: 'a tag',
  }))
  const group = { result_type: 9, tag: 'a tag', host_size: count, host_result_list: hosts }
  const data = { step_instance_id: 1, name: 'step', status: 3, type: 1, step_result_group_list: [group] }
  return JSON.stringify({ result: true, code: 0, data })
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function setUp(count: number, stallMs?: number) {
  let calls = 0
  const body = upstreamAnswer(count)
  const environment = { ...realEnvironment, JOBLENS_JOB_API: 'gateway-v3' }
  const {
    gateway,
    get: getHere,
    logLines,
  } = createTestGateway({
    environment,
    fetch: async () => {
      calls += 1
      return new Response(body)
    },
  })
  const server = createHttpServer(
    gateway,
    undefined,
    stallMs === undefined ? undefined : { stallMs, shortStallMs: stallMs },
  )
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const path = '/api/job-instances/biz/2/1/steps/1'
  const cookie = 'bk_token=reader'
  const ask = async (headers: Record<string, string> = {}) => {
    const asked = get({ port, path, headers: { cookie, ...headers }, agent: false })
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    const pieces: Buffer[] = await answer.toArray()
    return { headers: answer.headers, body: Buffer.concat(pieces) }
  }
  /** A connection of which nothing is read. */
  const begin = async () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\n\r\n`)
    await once(socket, 'readable')
    return socket
  }
  const outcomes = () =>
    logLines.flatMap((line) => {
      const { msg, outcome } = JSON.parse(line) as { readonly msg: string; readonly outcome: string }
      return msg === 'request' ? [outcome] : []
    })
  const askHere = () => getHere(path, { headers: { cookie } })
  return { ask, askHere, begin, outcomes, calls: () => calls }
}

test('it comes as it is, or as gzip, with its length, and with each host on a line of its own', async () => {
  const { ask } = await setUp(MANY)
  const far = { 'x-forwarded-for': '10.0.0.1' }
  const [near, plain, gzip, brotli] = [
    await ask({ 'accept-encoding': 'gzip' }),
    await ask(far),
    await ask({ ...far, 'accept-encoding': 'gzip, br' }),
    await ask({ ...far, 'accept-encoding': 'br' }),
  ]
  for (const { headers, body } of [near, plain, gzip])
    expect(headers['content-length']).toBe(`${body.length}`)
  expect([near.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual([undefined, 'gzip'])
  expect([near.headers.vary, plain.headers.vary, gzip.headers.vary]).toEqual([
    undefined,
    'accept-encoding',
    'accept-encoding',
  ])
  expect(plain.body.equals(near.body)).toBe(true)
  expect(gunzipSync(gzip.body).equals(near.body)).toBe(true)
  expect([brotli.headers['content-encoding'], brotli.headers['content-length']]).toEqual(['br', undefined])
  expect(brotliDecompressSync(brotli.body).equals(near.body)).toBe(true)
  const text = near.body.toString()
  expect(text.split('\n')).toHaveLength(MANY + 2)
  const { results } = stepInstanceDetailSchema.parse(JSON.parse(text))
  expect(new Set(results.map(({ key }) => key)).size).toBe(MANY)
})

test('who asks for the same at the same moment shares all that is made', async () => {
  const { askHere, calls, outcomes } = await setUp(MANY)
  const answers = await Promise.all([askHere(), askHere(), askHere()])
  const [first, ...others] = await Promise.all(answers.map((answer) => answer.text()))
  expect(calls()).toBe(1)
  for (const other of others) expect(other === first).toBe(true)
  expect(outcomes()).toEqual(['ok', 'ok', 'ok'])
})

test('a browser that leaves in the middle of it has left', async () => {
  const { begin, outcomes } = await setUp(MORE)
  const socket = await begin()
  expect(outcomes()).toEqual([])
  socket.destroy()
  await expect.poll(outcomes, { timeout: 20_000 }).toEqual(['left'])
})

test('a browser that is waited for no longer was cut off', async () => {
  const { begin, outcomes } = await setUp(MORE, 50)
  await begin()
  await expect.poll(outcomes, { timeout: 20_000 }).toEqual(['cut-off'])
})
