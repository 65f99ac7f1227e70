import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ProblemError, type ProblemFacts } from '../problem-error.ts'
import {
  type Answer,
  callContext,
  json,
  recordingFetch,
  SECRET,
  TICKET,
  transportTo,
} from './job-upstream.fixture.ts'
import { longToken } from './lossless-json.ts'
import { createRoom, type Room } from './room.ts'
import type { TransportCall, TransportOptions, TransportTry } from './transport-call.ts'

const get: TransportCall = {
  method: 'GET',
  path: '/api/v3/thing',
  context: callContext(),
  operation: 'thing',
}

async function problemOfCall(
  answer: Answer,
  call: Partial<TransportCall> = {},
  more: Partial<TransportOptions> = {},
) {
  const { fetch, sent } = recordingFetch(answer)
  const error = await transportTo(fetch, more)
    .call({ ...get, ...call })
    .then(
      () => null,
      (reason: unknown) => reason,
    )
  expect(error).toBeInstanceOf(ProblemError)
  const facts: ProblemFacts = error instanceof ProblemError ? error.facts : { kind: 'internal', message: '' }
  return { facts, tries: sent.length }
}

test('the gateway gets credentials in one header, the documented fixed headers and nothing else', async () => {
  const { fetch, sent } = recordingFetch(() => json({ data: 1 }))
  await transportTo(fetch).call({
    ...get,
    query: { a: 'x|y &', b: longToken('9223372036854775807'), c: undefined },
  })
  expect(sent).toEqual([
    {
      method: 'GET',
      url: 'https://bkapi.test/api/bk-job/prod/api/v3/thing?a=x%7Cy%20%26&b=9223372036854775807',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'blueking-language': 'zh-cn',
        'x-bkapi-authorization': `{"bk_app_code":"joblens","bk_app_secret":"${SECRET}","bk_token":"${TICKET}"}`,
      },
      body: '',
    },
  ])
})

test('ESB gets them in the body, and no such header', async () => {
  const { fetch, sent } = recordingFetch(() => json({ result: true }))
  const call = {
    ...get,
    method: 'POST' as const,
    path: '/api/c/compapi/v2/jobv3/x/',
    body: { bk_biz_id: longToken('1') },
  }
  await transportTo(fetch, { style: 'esb' }).call(call)
  expect(sent[0]?.url).toBe('https://paas.test/api/c/compapi/v2/jobv3/x/')
  expect(sent[0]?.headers).not.toHaveProperty('x-bkapi-authorization')
  expect(sent[0]?.body).toBe(
    `{"bk_app_code":"joblens","bk_app_secret":"${SECRET}","bk_token":"${TICKET}","bk_biz_id":1}`,
  )
})

test('a ticket cookie and a fixed user name travel under their own keys, a Chinese name escaped', async () => {
  const { fetch, sent } = recordingFetch(() => json({}))
  const transport = transportTo(fetch)
  const asTicket = { by: 'token', cookie: 'bk_ticket', value: 't' } as const
  await transport.call({ ...get, context: { ...callContext(), identity: asTicket } })
  await transport.call({ ...get, context: { ...callContext(), identity: { by: 'name', userName: '张三' } } })
  const headers = sent.map((request) => request.headers['x-bkapi-authorization'] ?? '')
  expect(JSON.parse(headers[0] ?? '')).toMatchObject({ bk_ticket: 't' })
  expect(headers[1]).toContain('\\u5f20\\u4e09')
  expect(JSON.parse(headers[1] ?? '')).toMatchObject({ bk_username: '张三' })
})

test('503 is tried again, twice at most; the answer that comes at last counts', async () => {
  const tries: TransportTry[] = []
  const { fetch } = recordingFetch((_, index) => (index < 2 ? json({}, 503) : json({ data: 'ok' })))
  const answer = await transportTo(fetch, { onTry: (event) => tries.push(event) }).call(get)
  expect(answer.json).toEqual({ data: 'ok' })
  expect(tries.map(({ status, attempt }) => [status, attempt])).toEqual([
    [503, 1],
    [503, 2],
    [200, 3],
  ])
})

test('a status that stays comes back as it is, for the envelope to judge', async () => {
  const { fetch, sent } = recordingFetch(() => json({ code: 1650200 }, 502))
  expect((await transportTo(fetch).call(get)).status).toBe(502)
  expect(sent).toHaveLength(3)
})

test.each([400, 401, 403, 404, 500])('%i is not tried again', async (status) => {
  const { fetch, sent } = recordingFetch(() => json({}, status))
  await transportTo(fetch).call(get)
  expect(sent).toHaveLength(1)
})

test('429 waits for the stated reset when that fits into the time', async () => {
  const { fetch, sent } = recordingFetch((_, index) =>
    index === 0 ? json({}, 429, { 'X-Bkapi-RateLimit-Reset': '0' }) : json({ data: 1 }),
  )
  expect((await transportTo(fetch).call(get)).status).toBe(200)
  expect(sent).toHaveLength(2)
})

test('429 with a far or no reset is told at once', async () => {
  const { fetch, sent } = recordingFetch((_, index) =>
    json({}, 429, index === 0 ? { 'X-Bkapi-RateLimit-Reset': '60' } : {}),
  )
  expect((await transportTo(fetch).call(get)).status).toBe(429)
  expect((await transportTo(fetch).call(get)).status).toBe(429)
  expect(sent).toHaveLength(2)
})

test('a 429 that is a web page still tells when to come back', async () => {
  const page = () =>
    new Response('<html>slow down', { status: 429, headers: { 'X-Bkapi-RateLimit-Reset': '60' } })
  const { facts } = await problemOfCall(page)
  expect(facts).toMatchObject({ kind: 'rate-limited', retryAfterSeconds: 60, code: '429' })
})

test('a lost connection is tried again, then told by the system code only', async () => {
  const { facts, tries } = await problemOfCall(() => {
    throw new TypeError(`fetch failed https://x?secret=${SECRET}`, { cause: { code: 'ECONNREFUSED' } })
  })
  expect(tries).toBe(3)
  expect(facts).toMatchObject({ kind: 'upstream-down', message: 'Upstream cannot be reached (ECONNREFUSED)' })
  expect(facts).toMatchObject({ requestId: 'gateway-request-id', requestIdOf: 'gateway', system: 'job' })
})

test('an answer that breaks off on the way is tried again, then told', async () => {
  const broken = () => {
    const body = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"data":'))
        controller.error(new Error('terminated'))
      },
    })
    return new Response(body)
  }
  const { facts, tries } = await problemOfCall(broken)
  expect([facts.kind, facts.message, tries]).toEqual(['bad-answer', 'The upstream answer broke off', 3])
})

test.each([
  ['truncated', '{"data":{"log":"abc', 'The upstream answer is broken off or malformed JSON'],
  ['empty', '', 'The upstream answer is empty'],
  ['a page', '<!doctype html><p>Hello', 'Upstream answered with a web page instead of JSON'],
  ['plain text', 'nope', 'The upstream answer is not JSON'],
])('an answer that is %s is a bad answer with its request id', async (_, text, message) => {
  const headers = { 'X-Bkapi-Request-Id': 'rid' }
  const { facts } = await problemOfCall(() => new Response(text, { headers }))
  expect(facts).toMatchObject({ kind: 'bad-answer', message, requestId: 'rid', requestIdOf: 'upstream' })
})

test('bytes that are no UTF-8 are a bad answer where upstream names another encoding', async () => {
  const headers = { 'content-type': 'application/json; charset=GBK' }
  const { facts } = await problemOfCall(
    () => new Response(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), { headers }),
  )
  expect(facts).toMatchObject({ kind: 'bad-answer', message: 'The upstream answer is not UTF-8 text' })
})

/** Each character of the text is one byte. */
const bytesOf = (text: string) => Buffer.from(text, 'latin1')

test('in strings they are shown as what they are, and the rest of the answer is there', async () => {
  const { fetch } = recordingFetch(
    () => new Response(bytesOf('{"data":{"name":"\xc4\xe3 \xe4\xb8","id":1}}')),
  )
  expect((await transportTo(fetch).call(get)).json).toEqual({ data: { name: '\ufffd\ufffd \ufffd', id: 1 } })
})

test.each(['{"data":1\xff}', '\xff{"data":1}', '{"data":\xff}', '{\xe4"data":1}', '{"data":"\xe4}'])(
  'anywhere else they are no JSON: %j',
  async (text) => {
    const { facts } = await problemOfCall(() => new Response(bytesOf(text)))
    expect(facts).toMatchObject({ kind: 'bad-answer' })
  },
)

test('text split between bytes of one character is put together again', async () => {
  const bytes = new TextEncoder().encode('{"data":"日志😀"}')
  const body = new ReadableStream({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const { fetch } = recordingFetch(() => new Response(body))
  expect((await transportTo(fetch).call(get)).json).toEqual({ data: '日志😀' })
})

test.each([
  [401, 'not-signed-in'],
  [404, 'not-offered'],
  [413, 'too-large'],
  [502, 'upstream-down'],
  [504, 'timeout'],
])('HTTP %i without JSON is %s', async (status, kind) => {
  const { facts } = await problemOfCall(() => new Response('', { status }))
  expect(facts).toMatchObject({ kind, code: String(status) })
})

test('a redirect is never followed: it leads to a login page', async () => {
  const login = () => new Response(null, { status: 302, headers: { location: 'https://login.test/' } })
  const { facts, tries } = await problemOfCall(login)
  expect([facts.kind, tries]).toEqual(['not-signed-in', 1])
})

test('reading stops at the cap, whatever more would come', async () => {
  let pulled = 0
  const endless = () =>
    new Response(
      new ReadableStream({
        pull: (controller) => {
          pulled += 1
          controller.enqueue(new TextEncoder().encode(pulled === 1 ? '{"data":"' : 'a'.repeat(1024)))
        },
      }),
    )
  const { facts, tries } = await problemOfCall(endless, { maxBytes: 10_000 })
  expect([facts.kind, tries]).toEqual(['too-large', 1])
  expect(pulled).toBeLessThan(15)
})

test('an answer that does not come in time is a timeout, even from a fetch that ignores its signal', async () => {
  const timeouts = { callMs: 20, totalMs: 40, backoffMs: 1 }
  const { facts } = await problemOfCall(() => new Promise(() => undefined), {}, { timeouts })
  expect(facts.kind).toBe('timeout')
})

test('the time an answer has waited for room of ours is not upstream’s', async () => {
  const room = createRoom()
  let timeIsOver = () => {}
  const isOver = new Promise<void>((resolve) => {
    timeIsOver = resolve
  })
  const enter: Room['enter'] = (...asked) => ({
    ...room.enter(...asked),
    waited() {
      timeIsOver()
      return { ms: 60_000, for: null }
    },
  })
  const timeouts = { callMs: 5, totalMs: 30_000, backoffMs: 1 }
  const transport = transportTo(() => isOver.then(() => json({ data: 1 })), {
    room: { ...room, enter },
    timeouts,
  })
  const answer = await transport.call({ method: 'GET', path: '/x', operation: 'x', context: callContext() })
  expect(answer.json).toEqual({ data: 1 })
})

test('a body that hangs is a timeout too', async () => {
  const timeouts = { callMs: 20, totalMs: 40, backoffMs: 1 }
  const { facts } = await problemOfCall(() => new Response(new ReadableStream({})), {}, { timeouts })
  expect(facts.kind).toBe('timeout')
})

test("the caller's own deadline counts where it is nearer", async () => {
  const context = { ...callContext(), deadlineAt: performance.now() + 20 }
  const timeouts = { callMs: 60_000, totalMs: 60_000, backoffMs: 1 }
  const { facts } = await problemOfCall(() => new Promise(() => undefined), { context }, { timeouts })
  expect(facts.kind).toBe('timeout')
})

test.each([
  ['one place, so that the second call has hardly any time left', 1, 'zhao qian sun', false],
  ['places for all', 3, 'zhao qian sun', true],
  ['places for all, all taken by one person', 3, 'zhao zhao zhao', false],
])('an upstream that never answers, and %s', async (_name, most, tickets, opens) => {
  const { fetch } = recordingFetch(() => new Promise(() => undefined))
  const transport = transportTo(fetch, {
    timeouts: { callMs: 200, totalMs: 230, backoffMs: 1 },
    limits: { breaker: { leastCalls: 2 }, queue: { most } },
  })
  const answers = tickets.split(' ').map((value, id) => {
    const identity = { by: 'token', cookie: 'bk_token', value } as const
    return transport.call({ ...get, query: { id }, context: { ...callContext(), identity } })
  })
  for (const { status } of await Promise.allSettled(answers)) expect(status).toBe('rejected')
  expect(transport.state().breaker.isOpen).toBe(opens)
})

test('a call whose time is over already is not made', async () => {
  const { fetch, sent } = recordingFetch(() => json({}))
  const context = { ...callContext(), deadlineAt: performance.now() - 1 }
  await expect(transportTo(fetch).call({ ...get, context })).rejects.toMatchObject({
    facts: { kind: 'timeout', system: 'job' },
  })
  expect(sent).toEqual([])
})

test('the browser leaving ends the call at once, with its reason, and reaches upstream', async () => {
  const controller = new AbortController()
  let upstreamSignal: AbortSignal | undefined
  const { fetch, sent } = recordingFetch((_request, _index, signal) => {
    upstreamSignal = signal
    return new Promise(() => undefined)
  })
  const call = transportTo(fetch).call({ ...get, context: callContext(controller.signal) })
  while (sent.length === 0) await sleep(1)
  controller.abort(new Error('left'))
  await expect(call).rejects.toThrow('left')
  expect(upstreamSignal?.aborted).toBe(true)
})

test('the browser leaving ends the pause before a retry', async () => {
  const controller = new AbortController()
  const { fetch, sent } = recordingFetch(() => json({}, 503))
  const timeouts = { callMs: 60_000, totalMs: 120_000, backoffMs: 60_000 }
  const call = transportTo(fetch, { timeouts }).call({ ...get, context: callContext(controller.signal) })
  while (sent.length === 0) await sleep(1)
  await sleep(5)
  controller.abort(new Error('left'))
  await expect(call).rejects.toThrow('left')
})

test('secret and ticket are blanked out of words that quote them', async () => {
  const { fetch } = recordingFetch(() => json({}))
  const { redact } = await transportTo(fetch).call(get)
  expect(redact(`wrong ${SECRET} for ${TICKET}, or ${encodeURIComponent(SECRET)}`)).toBe(
    'wrong *** for ***, or ***',
  )
})

test.each([
  [{ 'x-bkapi-request-id': 'a', 'x-bk-job-request-id': 'b', 'x-request-id': 'e' }, {}, 'a'],
  [{ 'x-bk-job-request-id': 'b', 'x-request-id': 'e' }, { job_request_id: 'c' }, 'b'],
  [{ 'x-request-id': 'e' }, { job_request_id: 'c', request_id: 'd' }, 'c'],
  [{ 'x-request-id': 'e' }, { request_id: 'd' }, 'd'],
  [{ 'x-request-id': 'e' }, {}, 'e'],
  [{}, {}, 'gateway-request-id'],
])('the request id is the best there is: %j %j', async (headers, body, requestId) => {
  const { fetch } = recordingFetch(() => json(body, 200, headers))
  expect(await transportTo(fetch).call(get)).toMatchObject({ requestId })
})

test('secrets are blanked out however upstream spells them, in its request id too', async () => {
  const appSecret = 'top"secret\\value/='
  const header = JSON.stringify({ bk_app_secret: appSecret, bk_token: 'tok%2Ben' })
  const quoted = [header, JSON.stringify(header), encodeURIComponent(header), 'token tok+en'].join(' ')
  const fetch = async () => Response.json({ data: 1 }, { headers: { 'x-bkapi-request-id': header } })
  const identity = { by: 'token', cookie: 'bk_token', value: 'tok%2Ben' } as const
  const context = { ...get.context, identity }
  const { redact, requestId } = await transportTo(fetch, { appSecret }).call({ ...get, context })
  expect(redact(quoted) + requestId).not.toMatch(/secret\W+value|tok\W+en|tok%/)
})
