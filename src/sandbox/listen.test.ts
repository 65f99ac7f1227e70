import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createSandbox, type Listening, listenSandbox } from './index.ts'
import { CREDENTIALS } from './sandbox.fixture.ts'

const open: Listening[] = []

afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close()
})

async function listen(): Promise<string> {
  const listening = await listenSandbox(createSandbox({ control: true }))
  open.push(listening)
  return listening.url
}

const LOG = '/api/bk-nodeman/prod/api/job/1/log/?instance_id=host%7Cinstance%7Chost%7C1'
const headers = { 'X-Bkapi-Authorization': JSON.stringify(CREDENTIALS) }

async function fault(url: string, effect: unknown): Promise<void> {
  const body = JSON.stringify([{ match: { path: '^/api/' }, effect }])
  await fetch(`${url}/__sandbox/faults`, { method: 'POST', body })
}

async function journal(url: string) {
  const { requests } = await (await fetch(`${url}/__sandbox/requests`)).json()
  return requests
}

test('answers over TCP what it answers in the process', async () => {
  const url = await listen()
  const answer = await fetch(url + LOG, { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('X-Bkapi-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect((await answer.json()).data).toHaveLength(5)
})

test('a body posted over TCP arrives whole', async () => {
  const url = await listen()
  const body = JSON.stringify({ ...CREDENTIALS, job_id: 1, instance_id: 1, padding: 'x'.repeat(300_000) })
  await (await fetch(`${url}/api/c/compapi/v2/nodeman/api/job/log/`, { method: 'POST', body })).json()
  expect((await journal(url))[0].body).toBe(body)
})

test('a reset before the first byte is a reset to the client', async () => {
  const url = await listen()
  await fault(url, { reset: true })
  await expect(fetch(url + LOG, { headers })).rejects.toMatchObject({
    cause: { message: 'other side closed' },
  })
})

test('a reset after some bytes breaks the body', async () => {
  const url = await listen()
  await fault(url, { reset: true, afterBytes: 20 })
  const answer = await fetch(url + LOG, { headers })
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow('terminated')
})

test('a truncated answer is complete to HTTP and broken to JSON', async () => {
  const url = await listen()
  await fault(url, { truncate: 33 })
  expect(await (await fetch(url + LOG, { headers })).text()).toHaveLength(33)
})

test('a gzip bomb is small on the wire and large behind it', async () => {
  const url = await listen()
  await fault(url, { gzipBomb: 20_000_000 })
  const answer = await fetch(url + LOG, { headers })
  expect(answer.headers.get('Content-Encoding')).toBe('gzip')
  expect((await answer.text()).length).toBeGreaterThan(20_000_000)
  expect(await wireBytes(url)).toBeLessThan(400_000)
})

test('a client that leaves in the middle of an answer is noticed', async () => {
  const url = await listen()
  await fault(url, { hugeBody: 500_000_000 })
  const leaving = new AbortController()
  const answer = await fetch(url + LOG, { headers, signal: leaving.signal })
  await answer.body!.getReader().read()
  leaving.abort()
  await expect
    .poll(async () => (await journal(url))[0])
    .toMatchObject({ aborted: true, finished: false, status: 200 })
})

test('a client that leaves before an answer is noticed', async () => {
  const url = await listen()
  await fault(url, { latencyMs: 60_000 })
  const leaving = new AbortController()
  const pending = fetch(url + LOG, { headers, signal: leaving.signal })
  await expect.poll(async () => (await journal(url)).length, { timeout: 20_000 }).toBe(1)
  leaving.abort()
  await expect(pending).rejects.toThrow()
  await expect
    .poll(async () => (await journal(url))[0], { timeout: 20_000 })
    .toMatchObject({ aborted: true, status: null })
})

test('a taken port is an error, not a crash', async () => {
  const url = await listen()
  const port = Number(new URL(url).port)
  await expect(listenSandbox(createSandbox(), { port })).rejects.toThrow('EADDRINUSE')
})

test('closing ends connections in the middle of an answer', async () => {
  const url = await listen()
  await fault(url, { latencyMs: 60_000 })
  const pending = fetch(url + LOG, { headers })
  await expect.poll(async () => (await journal(url)).length, { timeout: 20_000 }).toBe(1)
  const broken = expect(pending).rejects.toThrow()
  await open.splice(0)[0]?.close()
  await broken
})

/** Bytes one answer takes on the wire, head included. */
function wireBytes(url: string): Promise<number> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let count = 0
    const socket = connect(Number(port), hostname, () => {
      const credentials = `X-Bkapi-Authorization: ${JSON.stringify(CREDENTIALS)}`
      socket.write(`GET ${LOG} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n${credentials}\r\n\r\n`)
    })
    socket.on('data', (chunk) => {
      count += chunk.length
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(count))
  })
}
