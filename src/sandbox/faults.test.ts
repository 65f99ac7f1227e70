import { expect, test } from 'vitest'
import { esbRequest, logRequest, setFaults, standingSandbox } from './sandbox.fixture.ts'

const SPEC_INSTANCE = 'host|instance|host|1'

async function faulty(effect: unknown, rule: object = {}) {
  const { sandbox } = standingSandbox()
  await setFaults(sandbox, [{ match: {}, effect, ...rule }])
  return sandbox
}

test('a rate limit answers as the gateway does, with the seconds until it resets', async () => {
  const sandbox = await faulty({ status: 429, resetSeconds: 7 })
  const answer = await sandbox.fetch(logRequest(1, SPEC_INSTANCE))
  expect(answer.status).toBe(429)
  expect(answer.headers.get('X-Bkapi-RateLimit-Reset')).toBe('7')
  expect(answer.headers.get('X-Bkapi-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await answer.json()).toMatchObject({ code: 1642902, code_name: 'RATE_LIMIT_RESTRICTION' })
})

test('ESB says its rate limit inside HTTP 200 and its outage as a page', async () => {
  const request = () => esbRequest('nodeman/api/job/log', { job_id: 1, instance_id: 1 })
  const limited = await (await faulty({ status: 429 })).fetch(request())
  expect(limited.status).toBe(200)
  expect(await limited.json()).toMatchObject({ code: 1306429, result: false })
  const down = await (await faulty({ status: 503 })).fetch(request())
  expect([down.status, down.headers.get('Content-Type')]).toEqual([503, 'text/html'])
})

test.each([
  [500, 1650001],
  [502, 1650200],
  [503, 1650300],
  [504, 1650401],
])('status %i comes in the gateway’s envelope', async (status, code) => {
  const answer = await (await faulty({ status })).fetch(logRequest(1, SPEC_INSTANCE))
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ code, result: false, data: null })
})

test('a truncated answer ends cleanly in the middle of its JSON', async () => {
  const sandbox = await faulty({ truncate: 40 })
  const text = await (await sandbox.fetch(logRequest(1, SPEC_INSTANCE))).text()
  expect(text).toHaveLength(40)
  expect(() => JSON.parse(text)).toThrow()
})

test('a reset connection errors the body after the bytes that came through', async () => {
  const sandbox = await faulty({ reset: true, afterBytes: 10 })
  const answer = await sandbox.fetch(logRequest(1, SPEC_INSTANCE))
  const reader = answer.body!.getReader()
  expect((await reader.read()).value).toHaveLength(10)
  await expect(reader.read()).rejects.toThrow('terminated')
})

test('a wrong body replaces the answer', async () => {
  const sandbox = await faulty({ body: '[1, 2' })
  expect(await (await sandbox.fetch(logRequest(1, SPEC_INSTANCE))).text()).toBe('[1, 2')
})

test('a huge answer has the size asked for and is made while it is read', async () => {
  const sandbox = await faulty({ hugeBody: 3_000_000 })
  const answer = await sandbox.fetch(logRequest(1, SPEC_INSTANCE))
  expect((await answer.json()).data).toHaveLength(3_000_000)
})

test('rules choose by path, body and method, and are used up', async () => {
  const { sandbox } = standingSandbox()
  await setFaults(sandbox, [
    { match: { path: '/job/log/$', body: '"job_id":1,', method: 'post' }, times: 2, effect: { status: 503 } },
  ])
  const statusOf = async (request: Request) => (await sandbox.fetch(request)).status
  const log = (jobId: number) => esbRequest('nodeman/api/job/log', { job_id: jobId, instance_id: 1 })
  expect(await statusOf(log(2))).toBe(200)
  expect(await statusOf(logRequest(1, SPEC_INSTANCE))).toBe(200)
  expect([await statusOf(log(1)), await statusOf(log(1)), await statusOf(log(1))]).toEqual([503, 503, 200])
})

test('all rules go with DELETE', async () => {
  const sandbox = await faulty({ status: 503 })
  await sandbox.fetch(new Request('http://bk.test/__sandbox/faults', { method: 'DELETE' }))
  expect((await sandbox.fetch(logRequest(1, SPEC_INSTANCE))).status).toBe(200)
})

test('a list with one bad rule is refused whole, in words', async () => {
  const { sandbox } = standingSandbox()
  const answer = await setFaults(sandbox, [
    { match: {}, effect: { status: 503 } },
    { match: { path: '(' }, effect: {} },
  ])
  expect(answer.status).toBe(400)
  expect((await answer.json()).error).toContain('not a regular expression')
  expect((await sandbox.fetch(logRequest(1, SPEC_INSTANCE))).status).toBe(200)
})

test('a caller who leaves during latency gets its own reason and is noted as gone', async () => {
  const sandbox = await faulty({ latencyMs: 60_000 })
  const leaving = new AbortController()
  const pending = sandbox.fetch(new Request(logRequest(1, SPEC_INSTANCE), { signal: leaving.signal }))
  setTimeout(() => leaving.abort(new Error('page closed')))
  await expect(pending).rejects.toThrow('page closed')
  const { requests } = await (await sandbox.fetch(new Request('http://bk.test/__sandbox/requests'))).json()
  expect(requests).toMatchObject([{ number: 1, aborted: true, finished: false, status: null }])
})

test('a rule counts the requests it hits and how they ended, however many', async () => {
  const sandbox = await faulty({ latencyMs: 1 })
  const tally = async () => {
    const { faults } = await (await sandbox.fetch(new Request('http://bk.test/__sandbox/faults'))).json()
    return faults
  }
  for (let index = 0; index < 250; index += 1) {
    await (await sandbox.fetch(logRequest(1, SPEC_INSTANCE))).text()
  }
  expect(await tally()).toMatchObject([{ hits: 250, finished: 250, aborted: 0 }])
  const leaving = new AbortController()
  const request = new Request(logRequest(1, SPEC_INSTANCE), { signal: leaving.signal })
  const answer = await sandbox.fetch(request)
  expect(await tally()).toMatchObject([{ hits: 251, finished: 250, aborted: 0 }])
  leaving.abort()
  await expect(answer.text()).rejects.toThrow()
  expect(await tally()).toMatchObject([{ hits: 251, finished: 250, aborted: 1 }])
})

test('a caller who leaves in the middle of the body gets an error from it', async () => {
  const sandbox = await faulty({ hugeBody: 10_000_000 })
  const leaving = new AbortController()
  const answer = await sandbox.fetch(new Request(logRequest(1, SPEC_INSTANCE), { signal: leaving.signal }))
  const reader = answer.body!.getReader()
  await reader.read()
  leaving.abort(new Error('page closed'))
  await expect(reader.read()).rejects.toThrow('page closed')
})

test('the journal shows what arrived, nothing hidden, and can be cleared', async () => {
  const { sandbox } = standingSandbox()
  await (await sandbox.fetch(esbRequest('nodeman/api/job/log', { job_id: 1, instance_id: 1 }))).text()
  await (await sandbox.fetch(logRequest(1, SPEC_INSTANCE))).text()
  const journal = (method: string) =>
    sandbox.fetch(new Request('http://bk.test/__sandbox/requests', { method }))
  const { requests } = await (await journal('GET')).json()
  expect(requests).toMatchObject([
    {
      method: 'POST',
      path: '/api/c/compapi/v2/nodeman/api/job/log/',
      body: expect.stringContaining('"bk_app_secret":"secret"'),
      status: 200,
      finished: true,
    },
    {
      method: 'GET',
      query: 'instance_id=host%7Cinstance%7Chost%7C1',
      headers: { 'x-bkapi-authorization': expect.stringContaining('bk_token') },
    },
  ])
  expect(await (await journal('DELETE')).json()).toEqual({ requests: [] })
})

test('the clock moves forward on request and refuses anything else', async () => {
  const { sandbox } = standingSandbox()
  const clock = (body: string) =>
    sandbox.fetch(new Request('http://bk.test/__sandbox/clock', { method: 'POST', body }))
  const before = sandbox.now()
  expect(await (await clock('{"advanceMs": 5000}')).json()).toEqual({ now: before + 5000, startedAt: before })
  expect(sandbox.now()).toBe(before + 5000)
  expect((await clock('{"advanceMs": -1}')).status).toBe(400)
  expect((await clock('soon')).status).toBe(400)
})

test('without control there is no remote control', async () => {
  const { createSandbox } = await import('./index.ts')
  const answer = await createSandbox().fetch(new Request('http://bk.test/__sandbox/requests'))
  expect(answer.status).toBe(404)
})
