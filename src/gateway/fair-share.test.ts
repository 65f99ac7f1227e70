import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { problemAnswerSchema } from '#contract'
import { createSandbox } from '#sandbox'
import { readFrames } from './frames.fixture.ts'
import { createTestGateway, realEnvironment, type TestGatewayOptions } from './gateway.fixture.ts'
import type { UpstreamFetch } from './upstream/upstream.ts'

/* Breaker, shared reads and the queue, as a reader meets them. */

// What runs must not write a line between two calls that are compared.
const startedAt = Date.now()
const sandbox = createSandbox({ now: () => startedAt })
const job = '/api/job-instances/biz/1/100'

/** A gateway whose upstream is the sandbox, with a hand on every call. */
function setUp(hold: UpstreamFetch, limits: TestGatewayOptions['limits'] = {}) {
  const calls: { ticket: string; url: string; isAborted: () => boolean }[] = []
  const under = createTestGateway({
    environment: realEnvironment,
    limits,
    fetch: (request) => {
      const { bk_token: ticket } = JSON.parse(request.headers.get('x-bkapi-authorization') ?? '{}')
      calls.push({ ticket, url: request.url, isAborted: () => request.signal.aborted })
      return hold(request)
    },
  })
  const ask = (ticket: string, path = job, init: RequestInit = {}) =>
    under.get(path, {
      ...init,
      headers: { cookie: `bk_token=${ticket}`, 'content-type': 'application/json' },
    })
  const askLog = (ticket: string, keys: readonly string[]) =>
    ask(ticket, '/api/job-instances/biz/2/20000000003/steps/20000000301/log', {
      method: 'POST',
      body: JSON.stringify({ keys }),
    })
  return { ...under, calls, ask, askLog }
}

const problemIn = async (answer: Response) => problemAnswerSchema.parse(await answer.json()).problem

test('an upstream that fails is not asked for a while, says so, and is asked again soon', async () => {
  let isDown = true
  const breaker = { leastCalls: 6, firstPauseMs: 200 }
  const { ask, calls, logLines } = setUp(
    async (request) => (isDown ? new Response('', { status: 503 }) : sandbox.fetch(request)),
    { breaker },
  )
  for (let call = 0; call < 6; call += 1) await ask(`user-${call}`)
  expect(calls).toHaveLength(18)
  const refused = await ask('user-7')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([502, '1'])
  expect(await problemIn(refused)).toMatchObject({
    kind: 'upstream-down',
    system: 'job',
    retryAfterSeconds: 1,
  })
  expect(calls).toHaveLength(18)
  isDown = false
  await expect.poll(async () => (await ask('user-8')).status, { timeout: 5_000 }).toBe(200)
  expect((await ask('user-9')).status).toBe(200)
  expect(logLines.filter((line) => line.includes('given a rest'))).toHaveLength(1)
  expect(logLines.filter((line) => line.includes('upstream is back'))).toHaveLength(1)
})

test('while most calls succeed nobody is refused', async () => {
  let call = 0
  const { ask } = setUp(async (request) => {
    call += 1
    return call % 3 === 0 ? new Response('', { status: 500 }) : sandbox.fetch(request)
  })
  const statuses: number[] = []
  for (let index = 0; index < 60; index += 1) statuses.push((await ask(`user-${index}`)).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(40)
})

test('node-man goes on while the job platform rests', async () => {
  const { ask } = setUp(
    async (request) =>
      request.url.includes('bk-job') ? new Response('', { status: 503 }) : sandbox.fetch(request),
    { breaker: { leastCalls: 2 } },
  )
  for (let call = 0; call < 3; call += 1) expect((await ask(`user-${call}`)).status).toBe(502)
  expect((await ask('user-4', '/api/node-man/jobs/1')).status).toBe(200)
})

test('a page that is open twice costs upstream one call; each user has his own', async () => {
  const { ask, askLog, calls } = setUp(async (request) => {
    await sleep(20)
    return sandbox.fetch(request)
  })
  const answers = await Promise.all(['zhao', 'zhao', 'zhao', 'qian'].map((ticket) => ask(ticket)))
  expect(calls.map(({ ticket }) => ticket)).toEqual(['zhao', 'qian'])
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  calls.length = 0
  const logs = await Promise.all(
    ['zhao', 'zhao', 'qian'].map(async (ticket) => readFrames(await askLog(ticket, ['1001']))),
  )
  expect(calls).toHaveLength(2)
  expect(logs[0]).toEqual(logs[1])
  expect(logs[0]?.at(-1)?.header.kind).toBe('end')
})

test('a call that several wait for ends when the last of them has left', async () => {
  const { ask, calls } = setUp(() => new Promise(() => undefined))
  const leaving = [new AbortController(), new AbortController()] as const
  const answers = leaving.map(({ signal }) => ask('zhao', job, { signal }))
  await expect.poll(() => calls.length, { timeout: 20_000 }).toBe(1)
  leaving[0].abort()
  await answers[0]
  expect(calls[0]?.isAborted()).toBe(false)
  leaving[1].abort()
  await answers[1]
  expect(calls[0]?.isAborted()).toBe(true)
})

test("one person's 20,000 hosts in ten tabs do not starve the rest", async () => {
  const queue = { most: 4 }
  const { ask, askLog, calls } = setUp(
    async () => {
      await sleep(10)
      return Response.json({ data: { log_type: 1, script_step_execute_object_logs: [] } })
    },
    { queue },
  )
  const hosts = Array.from({ length: 2_000 }, (_, index) => String(index + 1))
  // Each tab begins elsewhere, so that none of its calls is another's.
  const tabs = Array.from({ length: 10 }, (_, tab) => askLog('many', hosts.slice(tab * 7)))
  const read = Promise.all(tabs.map(async (tab) => readFrames(await tab)))
  await expect.poll(() => calls.length, { timeout: 20_000 }).toBeGreaterThan(20)
  for (const others of [1, 2, 3]) {
    const before = calls.length
    await ask(`other-${others}`)
    const frames = await readFrames(await askLog(`other-${others}`, ['7', '8']))
    expect(frames.at(-1)?.header.kind).toBe('end')
    // Two calls of his own, before each of them those under way and a turn of the other.
    expect(calls.length - before).toBeLessThan(30)
  }
  const all = await read
  expect(all.map((frames) => frames.at(-1)?.header.kind)).toEqual(Array(10).fill('end'))
})
