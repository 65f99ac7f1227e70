import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestGateway, realEnvironment } from './gateway.fixture.ts'

/*
 * The time of day may go back and forth: a computer that sleeps, a clock that is set right. Nothing that waits may notice.
 */

const DAY_MS = 86_400_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const signedIn = { headers: { cookie: 'bk_token=very-secret-ticket' } }

test.each([
  ['forward', 3650],
  ['back', -3650],
])('the clock goes %s by %i days while calls are under way', async (_way, days) => {
  const { get } = createTestGateway({
    environment: realEnvironment,
    fetch: async () => {
      vi.setSystemTime(Date.now() + days * DAY_MS)
      return Response.json({ data: { job_instance_list: [] } })
    },
  })
  const path = `/api/job-instances/biz/2?from=1&to=2`
  for (let call = 0; call < 3; call += 1) expect((await get(path, signedIn)).status).toBe(200)
})

test.each([
  ['forward', 3650],
  ['back', -3650],
])('an upstream that is given a rest keeps it when the clock goes %s by %i days', async (_way, days) => {
  const { get, upstreamRequests } = createTestGateway({
    environment: realEnvironment,
    fetch: async () => new Response('', { status: 500 }),
    // Until the end of the test, however slow the machine.
    limits: { breaker: { leastCalls: 3, firstPauseMs: DAY_MS } },
  })
  const ask = async () => (await get('/api/job-instances/biz/2?from=1&to=2', signedIn)).text()
  for (let call = 0; call < 3; call += 1) await ask()
  const asked = upstreamRequests.length
  vi.setSystemTime(Date.now() + days * DAY_MS)
  expect(await ask()).toMatch(/lets it rest/)
  expect(upstreamRequests.length).toBe(asked)
})
