import { once } from 'node:events'
import { get, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { stepInstanceDetailSchema } from '#contract'
import { createTestGateway, realEnvironment } from './gateway.fixture.ts'
import { createHttpServer } from './http-server.ts'

/* A step of many hosts on its way to browsers. */

const HOSTS = 40_000
const hosts = Array.from({ length: HOSTS }, (_, index) => ({
  bk_host_id: index + 1,
  ip: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
  bk_cloud_id: 0,
  status: 9,
  tag: 'a tag',
}))
const step = {
  step_instance_id: 1,
  name: 'step',
  status: 3,
  type: 1,
  step_result_group_list: [{ result_type: 9, tag: 'a tag', host_size: HOSTS, host_result_list: hosts }],
}
const upstreamAnswer = JSON.stringify({ result: true, code: 0, data: step })

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function setUp(stallMs?: number) {
  let calls = 0
  const environment = { ...realEnvironment, JOBLENS_JOB_API: 'gateway-v3' }
  const { gateway, logLines } = createTestGateway({
    environment,
    fetch: async () => {
      calls += 1
      return new Response(upstreamAnswer)
    },
  })
  const server = createHttpServer(gateway, undefined, stallMs)
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
  return { ask, begin, outcomes, calls: () => calls }
}

test('it comes as it is, or as gzip, with its length, and with each host on a line of its own', async () => {
  const { ask } = await setUp()
  const far = { 'x-forwarded-for': '10.0.0.1' }
  const [near, plain, gzip] = [
    await ask({ 'accept-encoding': 'gzip' }),
    await ask(far),
    await ask({ ...far, 'accept-encoding': 'gzip, br' }),
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
  const text = near.body.toString()
  expect(text.split('\n')).toHaveLength(HOSTS + 2)
  const { results } = stepInstanceDetailSchema.parse(JSON.parse(text))
  expect(new Set(results.map(({ key }) => key)).size).toBe(HOSTS)
})

test('who asks for the same at the same moment shares all that is made', async () => {
  const { ask, calls, outcomes } = await setUp()
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(calls()).toBe(1)
  for (const { body } of answers) expect(body.equals(answers[0]?.body ?? Buffer.alloc(0))).toBe(true)
  await expect.poll(outcomes).toEqual(['ok', 'ok', 'ok'])
})

test('a browser that leaves in the middle of it has left', async () => {
  const { begin, outcomes } = await setUp()
  const socket = await begin()
  expect(outcomes()).toEqual([])
  socket.destroy()
  await expect.poll(outcomes, { timeout: 20_000 }).toEqual(['left'])
})

test('a browser that is waited for no longer was cut off', async () => {
  const { begin, outcomes } = await setUp(50)
  await begin()
  await expect.poll(outcomes, { timeout: 20_000 }).toEqual(['cut-off'])
})
