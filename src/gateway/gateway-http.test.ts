import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { framesContentType } from '#contract'
import { createTestGateway } from './gateway.fixture.ts'
import { createHttpServer } from './http-server.ts'
import type { LogFrame, NodeManUpstream, UpstreamFetch } from './upstream/upstream.ts'

/* What only a real connection shows: a browser that leaves, a browser that does not read. */

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
})

async function serve(
  options: { readonly fetch?: UpstreamFetch; readonly nodeMan?: NodeManUpstream },
  stallMs?: number,
): Promise<string> {
  const { gateway } = createTestGateway(options)
  const server = createHttpServer(
    gateway,
    undefined,
    stallMs === undefined ? undefined : { stallMs, shortStallMs: stallMs },
  )
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/api/node-man/jobs/1/instances/x/log`
}

test('a browser that leaves while it waits ends the upstream call', async () => {
  const leaving = new AbortController()
  const aborted = new Promise<string>((resolve) => {
    void serve({
      fetch: (request) =>
        new Promise((_answer, reject) => {
          request.signal.addEventListener('abort', () => {
            resolve('aborted')
            reject(request.signal.reason)
          })
          leaving.abort()
        }),
    }).then((url) => fetch(url, { signal: leaving.signal }).catch(() => undefined))
  })
  expect(await aborted).toBe('aborted')
})

/** A node-man whose log never ends; tells when it was aborted and how much it made. */
function endlessNodeMan() {
  let made = 0
  let tellAborted: () => void = () => undefined
  const aborted = new Promise<void>((resolve) => {
    tellAborted = resolve
  })
  const step = { index: 0, name: 'x', status: 'RUNNING', startedAt: none, finishedAt: none }
  const nodeMan: NodeManUpstream = {
    jobs: () => Promise.reject(new Error('not asked')),
    job: () => Promise.reject(new Error('not asked')),
    attempts: () => Promise.reject(new Error('not asked')),
    async *stepLogs(_id, _instanceId, { signal }): AsyncGenerator<LogFrame> {
      signal.addEventListener('abort', tellAborted)
      for (; !signal.aborted; made += 1) {
        yield {
          header: { kind: 'node-man-step', key: `step-${made}`, step },
          text: 'x'.repeat(256 * 1024),
        }
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
  return { nodeMan, aborted, made: () => made }
}
const none = { text: null, at: null }

test('a browser that leaves in the middle of a stream ends the upstream call', async () => {
  const { nodeMan, aborted } = endlessNodeMan()
  const leaving = new AbortController()
  const answer = await fetch(await serve({ nodeMan }), { signal: leaving.signal })
  expect(answer.headers.get('content-type')).toBe(framesContentType)
  const reader = answer.body?.getReader()
  await reader?.read()
  leaving.abort()
  await aborted
})

test('a browser that takes nothing for too long has left', async () => {
  const { nodeMan, aborted } = endlessNodeMan()
  await fetch(await serve({ nodeMan }, 50))
  await aborted
})

test('a connection stays longer than proxies keep theirs', async () => {
  const answer = await fetch(new URL('/health', await serve({})))
  await answer.text()
  expect(answer.headers.get('keep-alive')).toBe('timeout=75')
})

test('a browser that does not read stops the upstream from making more', async () => {
  const { nodeMan, made } = endlessNodeMan()
  await fetch(await serve({ nodeMan }))
  // Buffers of both sockets fill up, then nothing is made any more: two looks in a row see the same number.
  let before = -1
  while (before !== made()) {
    before = made()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(before).toBeLessThan(400)
})
